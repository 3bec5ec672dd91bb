/** Reads what Vitest and Playwright report: how many tests passed, failed and were skipped, and which failed. */
import path from 'node:path'
import { root } from '../start/step.mjs'

/** The colours that a runner prints in. */
const COLOUR = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g')
const firstLine = (text = '') => text.replace(COLOUR, '').split('\n', 1)[0]

/** @param report what `vitest --reporter=json` writes */
export function countVitest(report) {
  const failures = []
  // A file that cannot be loaded has no tests to fail.
  let unloaded = 0
  for (const { name, status, message, assertionResults } of report.testResults) {
    const file = path.relative(root, name)
    if (status === 'failed' && assertionResults.length === 0) {
      unloaded += 1
      failures.push(`${file}: ${firstLine(message)}`)
    }
    for (const test of assertionResults) {
      if (test.status === 'failed') failures.push(`${file} › ${test.fullName}: ${firstLine(test.failureMessages[0])}`)
    }
  }
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded,
    skipped: report.numPendingTests + report.numTodoTests,
    failures,
  }
}

/** @param report what `playwright --reporter=json` writes; a story that passed only when tried again has failed */
export function countPlaywright({ stats, suites }) {
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
    failures: suites.flatMap(failedStories),
  }
}

function failedStories({ specs = [], suites = [] }) {
  const own = specs.filter(({ tests }) => tests.some(({ status }) => status === 'unexpected' || status === 'flaky'))
  const named = own.map(({ file, line, title, tests }) => {
    const errors = tests.flatMap(({ results }) => results.flatMap(({ error }) => error?.message ?? []))
    return `${file}:${line} › ${title}: ${firstLine(errors[0])}`
  })
  return [...named, ...suites.flatMap(failedStories)]
}
