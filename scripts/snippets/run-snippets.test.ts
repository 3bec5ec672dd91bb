import { expect, inject, test } from 'vitest'
import type { SnippetLanguage } from '@/lib/course/prose/snippets'
import type { LessonSnippet } from './lesson-snippets'
import { findPython, runSnippets } from './run-snippets'

const python = findPython()

function snippet(
  code: string,
  { line = 10, language = 'Python' as SnippetLanguage, file = 'content/lesson.mdx' } = {},
) {
  return { id: `${file}:${language}:${line}`, file, line, code, language, title: `${language} · x` }
}

const outcomesOf = (snippets: LessonSnippet[]) =>
  runSnippets(python ?? '', snippets, inject('testFolder')).map(({ parsed, outcome, message }) => [
    parsed,
    outcome,
    message,
  ])

test.skipIf(python === null).each<[string, LessonSnippet[], unknown[]]>([
  ['one that runs', [snippet('assert 1 + 1 == 2')], [[true, 'ran', '']]],
  [
    'one that is no Python names the lesson’s line',
    [snippet('x = 1\ny = = 2')],
    [[false, 'failed', 'SyntaxError: invalid syntax (line 11)']],
  ],
  [
    'one that fails names the lesson’s line',
    [snippet('x = 1\n\nx.nothing')],
    [[true, 'failed', "AttributeError: 'int' object has no attribute 'nothing' (line 12)"]],
  ],
  [
    'one that fails inside a library names its own line',
    [snippet('import json\njson.loads("{")')],
    [
      [
        true,
        'failed',
        'JSONDecodeError: Expecting property name enclosed in double quotes: line 1 column 2 (char 1) (line 11)',
      ],
    ],
  ],
  [
    'one that ends the process',
    [snippet('import sys\nsys.exit("gone")'), snippet('x = 1', { file: 'content/other.mdx' })],
    [
      [true, 'failed', 'SystemExit: gone (line 11)'],
      [true, 'ran', ''],
    ],
  ],
  [
    'one that builds on an earlier one',
    [snippet('x = 1'), snippet('assert x == 1', { line: 20 })],
    [
      [true, 'ran', ''],
      [true, 'ran', ''],
    ],
  ],
  [
    'one that builds on what failed',
    [snippet('raise ValueError("no")'), snippet('x', { line: 20 })],
    [
      [true, 'failed', 'ValueError: no (line 10)'],
      [true, 'failed', 'builds on what failed before it: ValueError: no (line 10)'],
    ],
  ],
  [
    'two lessons share no names',
    [snippet('x = 1'), snippet('x', { file: 'content/other.mdx' })],
    [
      [true, 'ran', ''],
      [true, 'failed', "NameError: name 'x' is not defined (line 10)"],
    ],
  ],
  [
    'two languages share no names',
    [snippet('x = 1'), snippet('x', { language: 'PyTorch', line: 20 })],
    [
      [true, 'ran', ''],
      [true, 'failed', "NameError: name 'x' is not defined (line 20)"],
    ],
  ],
  [
    'one whose library is not installed is parsed',
    [snippet('from no_such_library.layers import Dense')],
    [[true, 'missing', 'no_such_library']],
  ],
])('%s', (_title, snippets, outcomes) => {
  expect(outcomesOf(snippets)).toEqual(outcomes)
})

test('where there is no Python, that is said and not passed over', () => {
  expect(findPython(['/nowhere/python3'])).toBe(null)
  expect(() => runSnippets('/nowhere/python3', [], inject('testFolder'))).toThrow('/nowhere/python3 broke off')
})
