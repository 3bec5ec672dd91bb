import path from 'node:path'
import { expect, test } from 'vitest'
import { countPlaywright, countVitest } from './reports.mjs'

test('a unit test that failed is named with its file and the first line of why', () => {
  const passed = { status: 'passed', fullName: 'adds', failureMessages: [] }
  const failed = {
    status: 'failed',
    fullName: 'memory stays',
    failureMessages: ['\u001b[31mexpected 9\u001b[39m\nat …'],
  }
  const report = {
    ...{ numPassedTests: 1, numFailedTests: 1, numPendingTests: 2, numTodoTests: 3 },
    testResults: [
      { name: path.resolve('lib/a.test.ts'), status: 'failed', assertionResults: [passed, failed] },
      { name: path.resolve('lib/b.test.ts'), status: 'passed', assertionResults: [passed] },
    ],
  }
  const failures = ['lib/a.test.ts › memory stays: expected 9']
  expect(countVitest(report)).toEqual({ passed: 1, failed: 1, skipped: 5, failures })
})

test('a file of tests that cannot be loaded is one failure', () => {
  const report = {
    ...{ numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 },
    testResults: [
      { name: path.resolve('lib/c.test.ts'), status: 'failed', message: 'no such module\nat', assertionResults: [] },
    ],
  }
  expect(countVitest(report)).toEqual({ passed: 0, failed: 1, skipped: 0, failures: ['lib/c.test.ts: no such module'] })
})

test('a story that failed, or passed only at a second try, is named however deep it stands', () => {
  const story = (title: string, status: string, message?: string) => ({
    ...{ file: 'quiz.spec.ts', line: 4, title },
    tests: [{ status, results: [{ error: message === undefined ? undefined : { message } }, {}] }],
  })
  const report = {
    stats: { expected: 1, unexpected: 1, flaky: 1, skipped: 0 },
    suites: [
      {
        specs: [story('reads', 'expected'), story('answers', 'unexpected', 'Error: no\nat')],
        suites: [{ specs: [story('waits', 'flaky', 'Error: late')] }],
      },
    ],
  }
  const failures = ['quiz.spec.ts:4 › answers: Error: no', 'quiz.spec.ts:4 › waits: Error: late']
  expect(countPlaywright(report)).toEqual({ passed: 1, failed: 2, skipped: 0, failures })
})
