import { describe, expect, test } from 'vitest'
import { erf as erf64, normalCdf as normalCdf64 } from '../numerics/erf'
import { erf } from './erf'
import { exp, expm1 } from './exp'
import { log, log1p } from './log'
import { normalCdf, normalDensity } from './normal'
import { pow } from './pow'
import { sigmoid } from './sigmoid'
import { softplus } from './softplus'
import { tanh } from './tanh'
import { floatsBetween } from './testing/lane-inputs'
import { largestUlps } from './testing/ulp'
import { cos, sin } from './trigonometry'

const { POSITIVE_INFINITY: INFINITY, NaN: NOT_A_NUMBER } = Number
/** Below 2⁻¹²⁵·⁵ the exponential and what is made of it are 0. */
const FLUSHED = 1.67e-38

type Row = [
  name: string,
  f: (x: number) => number,
  exact: (x: number) => number,
  low: number,
  high: number,
  ulps: number,
]

/**
 * Largest error, in units in the last place of the exact value, over low ≤ |x| ≤ high, both signs. The bounds hold for
 * every thirteenth float32 of the range (for exp and tanh: for every one, see testing/exhaustive.verify.ts); here a sample.
 */
const ERRORS: Row[] = [
  ['exp', exp, Math.exp, 1e-9, 89, 1.2],
  ['expm1', expm1, Math.expm1, 1e-30, 89, 2.2],
  ['log', log, Math.log, 1e-45, 3.4e38, 0.9],
  ['log1p', log1p, Math.log1p, 1e-30, 3.4e38, 0.9],
  ['tanh', tanh, Math.tanh, 1e-30, 10, 3.4],
  ['sigmoid', sigmoid, (x) => (x < 0 ? Math.exp(x) / (1 + Math.exp(x)) : 1 / (1 + Math.exp(-x))), 1e-9, 88, 2.9],
  ['softplus', softplus, (x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))), 1e-9, 88, 4],
  ['erf', erf, erf64, 1e-9, 5, 1.9],
  ['normalCdf', normalCdf, normalCdf64, 1e-9, 12.9, 8],
  ['normalDensity', normalDensity, (x) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI), 1e-9, 12.9, 4],
  ['sin', sin, Math.sin, 1e-6, 1e5, 3.7],
  ['cos', cos, Math.cos, 1e-6, 1e5, 3.7],
]

test.each(ERRORS)('%s: at most so many ulps from the double-precision value', (_name, f, exact, low, high, ulps) => {
  for (const [from, to] of [
    [low, high],
    [-low, -high],
  ] as const) {
    const worst = largestUlps(floatsBetween(from, to, 30_000), f, exact, FLUSHED)
    expect(worst).toBeLessThanOrEqual(ulps)
    // A bound that says little would hide a mistake.
    if (worst > 0) expect(worst).toBeGreaterThan(ulps / 4)
  }
})

test('pow: at most 4.5 ulps for x > 0, up to the largest and down to the smallest results', () => {
  const exponents = floatsBetween(1e-3, 1e3, 300)
  for (const x of floatsBetween(1e-6, 1e6, 300)) {
    for (const sign of [1, -1]) {
      const worst = largestUlps(
        exponents,
        (y) => pow(x, sign * y),
        (y) => x ** (sign * y),
        FLUSHED,
      )
      expect(worst, `x = ${x}`).toBeLessThanOrEqual(4.5)
    }
  }
})

describe('the ends', () => {
  test.each([
    ['exp', exp, [1, 1, INFINITY, 0, INFINITY, 0]],
    ['expm1', expm1, [0, -0, INFINITY, -1, INFINITY, -1]],
    ['log', log, [-INFINITY, -INFINITY, INFINITY, NOT_A_NUMBER, 9.21034049987793, NOT_A_NUMBER]],
    ['log1p', log1p, [0, -0, INFINITY, NOT_A_NUMBER, 9.210440635681152, NOT_A_NUMBER]],
    ['tanh', tanh, [0, -0, 1, -1, 1, -1]],
    ['sigmoid', sigmoid, [0.5, 0.5, 1, 0, 1, 0]],
    ['softplus', softplus, [0.6931471824645996, 0.6931471824645996, INFINITY, 0, 1e4, 0]],
    ['erf', erf, [0, -0, 1, -1, 1, -1]],
    ['normalCdf', normalCdf, [0.5, 0.5, 1, 0, 1, 0]],
    ['normalDensity', normalDensity, [0.3989422917366028, 0.3989422917366028, 0, 0, 0, 0]],
    ['sin', sin, [0, -0, NOT_A_NUMBER, NOT_A_NUMBER, -0.3056143820285797, 0.3056143820285797]],
    ['cos', cos, [1, 1, NOT_A_NUMBER, NOT_A_NUMBER, -0.9521554112434387, -0.9521554112434387]],
  ] as [string, (x: number) => number, number[]][])('%s of 0, −0, ∞, −∞, 10⁴, −10⁴ and NaN', (_name, f, expected) => {
    expect([0, -0, INFINITY, -INFINITY, 1e4, -1e4].map((x) => f(x))).toEqual(expected)
    expect(f(NOT_A_NUMBER)).toBeNaN()
  })

  test('exp: ∞ from the first x whose result is too large, and never a subnormal', () => {
    expect(exp(Math.fround(88.72283))).toBeLessThan(INFINITY)
    expect(exp(Math.fround(88.72285))).toBe(INFINITY)
    const low = [...floatsBetween(-86.9, -88, 5000)].map((x) => exp(x)).filter((y) => y !== 0)
    expect(low.reduce((a, b) => Math.min(a, b))).toBeGreaterThan(1.1754943508222875e-38)
  })

  test('tanh is odd, and never larger than 1', () => {
    const wrong = floatsBetween(0.01, 20, 100_000).filter((x) => tanh(-x) !== -tanh(x) || tanh(x) > 1)
    expect([...wrong]).toEqual([])
  })

  test('log of a subnormal number is not −∞', () => {
    const x = Math.fround(1e-40)
    expect(log(x)).toBe(Math.fround(Math.log(x)))
  })

  test('sin and cos stay within [−1, 1] however large x is', () => {
    const wrong = floatsBetween(1e5, 3e38, 20_000).filter((x) => !(Math.abs(sin(x)) <= 1 && Math.abs(cos(x)) <= 1))
    expect([...wrong]).toEqual([])
  })

  test('pow follows IEEE 754: zeros, infinities, NaN, negative numbers with whole exponents', () => {
    const values = [0, -0, 1, -1, 2, -2, 3, -3, 0.5, -0.5, -2.5, 1e30, INFINITY, -INFINITY, NOT_A_NUMBER]
    for (const x of values) {
      for (const y of values) {
        // ECMAScript differs from IEEE 754 in (±1)^±∞ and 1^NaN, which it calls NaN.
        const exact = (Math.abs(x) === 1 && Math.abs(y) === INFINITY) || x === 1 ? 1 : Math.fround(x ** y)
        const message = `${x} to the power of ${y}`
        if (exact === 0 || !Number.isFinite(exact)) expect(pow(x, y), message).toBe(exact)
        else expect(Math.abs(pow(x, y) / exact - 1), message).toBeLessThan(1e-6)
      }
    }
  })
})
