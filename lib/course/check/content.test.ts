/**
 * The site's own content: whole and consistent. That its claims are true is shown by training them, in
 * scripts/content-claims.test.ts; the faults that could be in it are planted in check-content.test.ts.
 */
import { expect, test } from 'vitest'
import { findLessonById, getCatalog, lessonsOf } from '@/lib/course/catalog'
import { loadExperiments } from '@/lib/course/experiments'
import { describeProblem } from '@/lib/course/files/content-error'
import { contentRoot } from '@/lib/course/files/content-root'
import { itemId } from '@/lib/course/ids'
import { readProse } from '@/lib/course/lesson-page'
import { parseProse } from '@/lib/course/prose/lesson-prose'
import { loadPublicQuestions, loadQuestions } from '@/lib/course/questions'
import { checkContent } from './check-content'
import { checkNumbers } from './check-numbers'
import { findPlaceholders } from './placeholders'

const lessons = lessonsOf(getCatalog()).filter((lesson) => lesson.href === lesson.canonicalHref)
const experiments = lessons.flatMap((lesson) => loadExperiments(lesson.id))

test('the content tree has no fault', () => {
  expect(checkContent(contentRoot()).problems.map(describeProblem)).toEqual([])
}, 60_000)

/** In each place of its own lesson where it stands, one after the other. */
test('GELU’s minimum, written by hand as −0.2 in the lesson, is reported with file and line', () => {
  const lesson = findLessonById('smooth')
  const read = lesson === null ? undefined : readProse(contentRoot(), lesson, 'lesson.mdx')
  const lines = read?.split('\n') ?? []
  const places = lines.flatMap((line, index) => (line.includes('<Value of="gelu.min"') ? [index] : []))
  expect(places.length).toBeGreaterThan(1)
  for (const place of places) {
    const changed = lines.map((line, index) =>
      index === place ? line.replace(/<Value of="gelu\.min"[^>]*>/, '−0.2') : line,
    )
    const faults = checkNumbers(parseProse(changed.join('\n')))
    expect(faults.map(({ line, message }) => [line, message.slice(0, 35)])).toContainEqual([
      ...[place + 1, 'the number 0.2 has nothing behind i'],
    ])
  }
})

const unwritten = findPlaceholders(contentRoot(), getCatalog()).map(describeProblem)

/** An author may stop half-way; a build server takes no lesson that did. */
test.skipIf(unwritten.length > 0)('no lesson still holds what its skeleton left to be written', () => {
  expect(unwritten).toEqual([])
})

test('the lesson on ReLU is the third of its chapter', () => {
  const relu = lessons.find((lesson) => lesson.id === 'relu')
  expect(relu?.href).toBe('/courses/deep-learning-fundamentals/activation-functions/relu-and-dead-units')
  expect([relu?.position, relu?.status]).toEqual([3, 'published'])
})

test.each(lessons.filter(({ status }) => status === 'published').map(({ id }) => [id]))(
  '%s: nothing that gives an answer away is in a public question',
  (id) => {
    const shown = JSON.stringify(loadPublicQuestions(id))
    expect(shown).not.toContain('correct"')
    for (const question of loadQuestions(id)) {
      expect(shown).not.toContain(JSON.stringify(question.explanationHtml).slice(1, -1))
      for (const { feedbackHtml } of question.options) {
        expect(shown).not.toContain(`"${JSON.stringify(feedbackHtml).slice(1, -1)}"`)
      }
    }
  },
)

test('every experiment names at least three seeds and makes a claim', () => {
  expect(experiments.filter(({ spec, claims }) => spec.seeds.length < 3 || claims.length === 0)).toEqual([])
})

test('the ReLU network’s first layer gets ten thousand times the gradient of the sigmoid network’s', () => {
  const bound = (experiment: string, claim: string) =>
    experiments.find(({ id }) => id === itemId('relu', experiment))?.claims.find(({ id }) => id === claim)
  const sigmoid = bound('deep-sigmoid', 'starved')?.atMost ?? Number.NaN
  const relu = bound('deep-relu', 'fed')?.atLeast ?? Number.NaN
  expect(relu / sigmoid).toBeGreaterThanOrEqual(1e4)
})
