/**
 * Every block of Python in the lessons: parsed, and run where what it imports is installed. Those of one text and one
 * language run one after the other in the same namespace, as a reader would paste them. A test's title says which of the
 * two it shows; without PyTorch, and without any Python, that is skipped and counted.
 */
import { expect, inject, test } from 'vitest'
import { contentRoot } from '@/lib/course/files/content-root'
import { listSnippets } from './snippets/lesson-snippets'
import { findPython, runSnippets, type SnippetResult } from './snippets/run-snippets'

const snippets = listSnippets(contentRoot())
const python = findPython()
const results = python === null ? [] : runSnippets(python, snippets, inject('testFolder'))
const torchIsHere = !results.some(({ message }) => message === 'torch')

const titleOf = ({ parsed, outcome, message }: SnippetResult) =>
  parsed && outcome === 'missing' ? `parses (not run: ${message} is not installed)` : 'runs'

test.each(
  results.map((result, index) => {
    const { file, line, title } = snippets[index] ?? { file: '', line: 0, title: '' }
    return [`${file}:${line} ${title}`, titleOf(result), result] as const
  }),
)('%s: %s', (_where, _title, { outcome, message }) => {
  expect(['ran', 'missing'], message).toContain(outcome)
})

test.skipIf(python === null)('there is a Python on this machine to parse them with', () => {
  expect(results.map(({ id }) => id)).toEqual(snippets.map(({ id }) => id))
})

test.skipIf(!torchIsHere || python === null)('PyTorch is installed for that Python: its snippets are run', () => {
  const run = results.filter((_, index) => snippets[index]?.language === 'PyTorch')
  expect(run.filter(({ outcome }) => outcome !== 'ran')).toEqual([])
  expect(run.length).toBeGreaterThan(0)
})

test('every text with code shows its subject in PyTorch and in Keras', () => {
  const files = [...new Set(snippets.map(({ file }) => file))]
  const lacking = files.flatMap((file) =>
    (['PyTorch', 'Keras'] as const)
      .filter((name) => !snippets.some((snippet) => snippet.file === file && snippet.language === name))
      .map((name) => `${file} has no block of ${name}`),
  )
  expect(lacking).toEqual([])
})
