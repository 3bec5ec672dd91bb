/** Intervals contain what they must, are not much wider, and say where they cannot tell. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evaluator } from '../evaluate'
import { Algebra } from '../formula'
import { parseExpression } from '../parse'
import { simplifyingAlgebra } from '../simplify'
import { expressions } from '../testing/random-expressions'
import { writeOut } from '../write-out'
import { boundAbove } from './bound'
import { encloser } from './enclosure'

function formulaOf(source: string, algebra = simplifyingAlgebra()) {
  const parsed = parseExpression(source)
  if (!parsed.ok) throw new Error(parsed.problem.message)
  return writeOut(parsed.expression, algebra).formula
}

const enclose = (source: string, low: number, high: number) => encloser(formulaOf(source))(low, high)

describe('an interval contains every value', () => {
  const end = fc.integer({ min: -200_000, max: 200_000 }).map((n) => n / 9973)

  test('of any expression, on any stretch', () => {
    fc.assert(
      fc.property(expressions, end, fc.double({ min: 0, max: 4, noNaN: true }), (expression, low, width) => {
        for (const algebra of [new Algebra(), simplifyingAlgebra()]) {
          const { formula } = writeOut(expression, algebra)
          const value = evaluator(formula)
          const { low: least, high: most, safe } = encloser(formula)(low, low + width)
          for (let i = 0; i <= 16; i++) {
            const y = value(low + (width * i) / 16)
            if (safe) expect(Number.isFinite(y)).toBe(true)
            if (!Number.isFinite(y)) continue
            expect(y).toBeGreaterThanOrEqual(least)
            expect(y).toBeLessThanOrEqual(most)
          }
        }
      }),
      { numRuns: 1000 },
    )
  })

  test.each(['sin(x)', 'cos(3 * x)', 'x^3', 'x^4', 'x^-2', '(2 + x)^1.7', 'sign(x)', 'tanh(x) / (x - 0.3)'])(
    '%s on 400 narrow stretches',
    (source) => {
      const formula = formulaOf(source)
      const value = evaluator(formula)
      const on = encloser(formula)
      for (let i = 0; i < 400; i++) {
        const low = -5 + i / 40
        const { low: least, high: most } = on(low, low + 0.025)
        for (const t of [0, 0.2, 0.5, 0.9, 1]) {
          const y = value(low + 0.025 * t)
          if (Number.isFinite(y)) expect(y >= least && y <= most, `${source} at ${low + 0.025 * t}`).toBe(true)
        }
      }
    },
  )
})

describe('an interval is not wider than it must be', () => {
  test.each([
    ['x^2', -1, 2, 0, 4],
    ['x^3', -1, 2, -1, 8],
    ['abs(x)', -3, 2, 0, 3],
    ['max(0, x)', -3, 2, 0, 2],
    ['where(x > 0, 1, 0)', -3, -1, 0, 0],
    ['where(x > 0, x, 2)', 1, 3, 1, 3],
    ['sin(x)', 0, 2, 0, 1],
    ['sin(x)', 2, 5, -1, 0.9092974268],
    ['cos(x)', -1, 1, 0.5403023059, 1],
    ['1 + cos(x)', 3, 3.5, 0, 0.0635433],
    ['tanh(x)', -30, 30, -1, 1],
    ['sqrt(x)', 4, 9, 2, 3],
    ['2 / x', 1, 2, 1, 2],
    ['1 - 1', -1, 1, 0, 0],
  ])('%s on [%d, %d] is [%d, %d]', (source, from, to, low, high) => {
    const found = enclose(source, from, to)
    expect(found.low).toBeCloseTo(low, 6)
    expect(found.high).toBeCloseTo(high, 6)
    expect(found.low).toBeLessThanOrEqual(low + 1e-7)
    expect(found.high).toBeGreaterThanOrEqual(high - 1e-7)
  })

  test('sums and products that are exact stay exact, so a slope of 0 is seen', () => {
    expect(enclose('where(x > 0, 1, 0) * x + 1 - 1', -2, -1)).toMatchObject({ low: 0, high: 0, safe: true })
    expect(enclose('1 - cos(0)', -2, -1)).toMatchObject({ low: 0, high: 0 })
  })
})

describe('what is undefined is noticed', () => {
  test.each([
    ['1 / x', -1, 1, false],
    ['1 / x', 1, 2, true],
    ['log(x)', 0, 1, false],
    ['log(x)', 1, 2, true],
    ['sqrt(x)', -1, 1, false],
    ['x^0.3', -1, 1, false],
    ['exp(x)', 0, 1000, false],
    ['where(x > 0, log(1 + x), 0)', -5, 5, true],
    ['where(x <= 0, 0, log(1 + x))', -5, 5, true],
    ['where(0 < x, sqrt(x), x)', -5, 5, true],
    ['where(x > 0, log(x + 1), log(-x))', -5, -1, true],
    ['where(x > 0, 0, log(x))', -5, 5, false],
  ])('%s on [%d, %d]: safe is %s', (source, from, to, safe) => {
    expect(enclose(source, from, to).safe).toBe(safe)
  })

  test('whether a condition is the same all over', () => {
    expect(enclose('where(x > 0, 1, 2)', 1, 2).settled).toBe(true)
    expect(enclose('where(x > 0, 1, 2)', -1, 2).settled).toBe(false)
    expect(enclose('abs(x)', -1, 2).settled).toBe(false)
    expect(enclose('max(x, 1)', 0, 2).settled).toBe(false)
    expect(enclose('max(x, 1)', 2, 3).settled).toBe(true)
  })
})

test('branch and bound closes in on the largest value', () => {
  const on = encloser(formulaOf('x * (1 - x)'))
  const bound = boundAbove([{ from: -3, to: 2 }], (a, b) => on(a, b).high, evaluator(formulaOf('x * (1 - x)')), 2000)
  expect(bound.reached).toBeCloseTo(0.25, 8)
  expect(bound.at).toBeCloseTo(0.5, 3)
  expect(bound.upper).toBeGreaterThanOrEqual(0.25)
  expect(bound.upper).toBeLessThan(0.2503)
})
