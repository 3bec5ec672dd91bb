import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { expect, test } from 'vitest'

interface Found {
  compared: number
  different: number
  ulps: number
}

const found = JSON.parse(
  execFileSync(process.execPath, ['--import', 'tsx', path.join(import.meta.dirname, 'exhaustive.verify.mjs')], {
    cwd: path.join(import.meta.dirname, '../../../..'),
    encoding: 'utf8',
  }),
) as Record<string, Found>

/** The largest error that NUMERICS.md states, in ulps, and at least so many numbers compared. */
test.each([
  ['exp', 1.2, 5e8],
  ['tanh', 3.4, 2.7e8],
  ['expm1', 2.2, 1.3e8],
  ['log', 0.9, 3.2e8],
  ['log1p', 0.9, 2.9e8],
  ['sigmoid', 2.9, 4.6e7],
  ['softplus', 4, 4.6e7],
  ['erf', 1.9, 4.1e7],
  ['normalCdf', 8, 4.2e7],
  ['normalDensity', 4, 4.2e7],
  ['sin', 3.7, 4.6e7],
  ['cos', 3.7, 4.6e7],
] as const)('%s over float32: the same bits in SIMD and TypeScript, at most %d ulps off', (name, ulps, atLeast) => {
  const { compared, different, ulps: largest } = found[name] as Found
  process.stdout.write(`  ${name}: ${compared} numbers, at most ${largest.toFixed(3)} ulps off\n`)
  expect(compared).toBeGreaterThan(atLeast)
  expect(different).toBe(0)
  expect(largest).toBeLessThanOrEqual(ulps)
  // A bound that says little would hide a mistake.
  expect(largest).toBeGreaterThan(ulps / 2)
})
