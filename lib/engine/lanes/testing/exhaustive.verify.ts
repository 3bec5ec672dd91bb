import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { expect, test } from 'vitest'

interface Found {
  compared: number
  different: number
  ulps: number
}

const found = JSON.parse(
  execFileSync(process.execPath, ['--import', 'tsx', path.join(import.meta.dirname, 'exhaustive.mjs')], {
    cwd: path.join(import.meta.dirname, '../../../..'),
    encoding: 'utf8',
  }),
) as Record<'exp' | 'tanh', Found>

test.each([
  ['exp', 1.2, 5e8],
  ['tanh', 3.4, 2.7e8],
] as const)(
  '%s, every float32 of its range: the same bits in SIMD and TypeScript, at most %d ulps off',
  (name, ulps, atLeast) => {
    const { compared, different, ulps: largest } = found[name]
    expect(compared).toBeGreaterThan(atLeast)
    expect(different).toBe(0)
    expect(largest).toBeLessThanOrEqual(ulps)
  },
)
