import { compile } from '@mdx-js/mdx'
import { expect, test } from 'vitest'
import remarkVocabulary from './remark-vocabulary.mjs'

const compileLesson = (value: string) =>
  compile(
    { value, path: '/somewhere/content/course/01-chapter/01-lesson/lesson.mdx' },
    { remarkPlugins: [remarkVocabulary] },
  )

test('a lesson inside the vocabulary compiles', async () => {
  expect(String(await compileLesson('## Hello\n\n<Card id="kink" />\n'))).toContain('Card')
})

test('a build fails with file, line, column and a sentence for every fault', async () => {
  const failure = compileLesson('## Hello\n\n<Polt of="relu" />\n\nA <Card di="kink" />\n')
  await expect(failure).rejects.toThrow(
    'content/course/01-chapter/01-lesson/lesson.mdx:3:1: <Polt> is no tag of the vocabulary. Did you mean "Plot"?',
  )
  await expect(failure).rejects.toThrow(
    'content/course/01-chapter/01-lesson/lesson.mdx:5:3: <Card> has no prop "di". Did you mean "id"?',
  )
  await expect(failure).rejects.toMatchObject({ line: 3, column: 1 })
})
