import { describe, expect, test } from 'vitest'
import { erf, erfc, normalCdf, normalDensity } from './erf'
import { exp } from './exp'
import { expm1 } from './expm1'
import { flush, SMALLEST_NORMAL } from './flush'
import { log, log1p } from './log'
import { sigmoid } from './sigmoid'
import { tanh } from './tanh'
import { cos, sin } from './trigonometry'

/** Largest error of f against g at 100,001 points, relative unless g is 0. */
function largestError(f: (x: number) => number, g: (x: number) => number, low: number, high: number): number {
  let largest = 0
  for (let i = 0; i <= 100_000; i++) {
    const x = low + ((high - low) * i) / 100_000
    const exact = g(x)
    largest = Math.max(largest, Math.abs((f(x) - exact) / (exact === 0 ? 1 : exact)))
  }
  return largest
}

const hostSigmoid = (x: number) => 1 / (1 + Math.exp(-x))

describe('relative error against the host, over the stated range', () => {
  test.each([
    ['exp', exp, Math.exp, -708, 709, 5e-16],
    ['exp near 0', exp, Math.exp, -1, 1, 5e-16],
    ['expm1', expm1, Math.expm1, -30, 30, 1e-12],
    ['expm1 near 0', expm1, Math.expm1, -0.01, 0.01, 1e-12],
    ['log', log, Math.log, 1e-300, 10, 5e-16],
    ['log of large numbers', log, Math.log, 1, 1e300, 5e-16],
    ['log1p', log1p, Math.log1p, -0.9, 100, 1e-12],
    ['log1p near 0', log1p, Math.log1p, -0.01, 0.01, 1e-12],
    ['tanh', tanh, Math.tanh, -30, 30, 1e-12],
    ['tanh near 0', tanh, Math.tanh, -0.01, 0.01, 1e-12],
    ['sigmoid', sigmoid, hostSigmoid, -700, 700, 1e-15],
  ])('%s', (_name, ours, host, low, high, bound) => {
    expect(largestError(ours, host, low, high)).toBeLessThan(bound)
  })

  test('sin and cos: absolute error below 1e-11 up to 10⁵', () => {
    const absolute = (f: (x: number) => number, g: (x: number) => number) => (x: number) => 1 + f(x) - g(x)
    expect(largestError(absolute(sin, Math.sin), () => 1, -1e5, 1e5)).toBeLessThan(1e-11)
    expect(largestError(absolute(cos, Math.cos), () => 1, -1e5, 1e5)).toBeLessThan(1e-11)
  })
})

/** Computed with mpmath in 30 digits: x, erf x, erfc x, Φ(x). */
const NORMAL: [number, number, number, number][] = [
  [-12, -1.0, 2.0, 1.776482112077679e-33],
  [-8, -1.0, 2.0, 6.2209605742717841e-16],
  [-5.5, -0.99999999999999264, 1.9999999999999926, 1.8989562465887719e-8],
  [-3, -0.99997790950300141, 1.9999779095030014, 0.0013498980316300945],
  [-1.5, -0.96610514647531073, 1.9661051464753107, 0.066807201268858066],
  [-1, -0.84270079294971487, 1.8427007929497149, 0.15865525393145705],
  [-0.751791524693564, -0.71230591305109219, 1.7123059130510922, 0.22608821980160688],
  [-0.3, -0.32862675945912743, 1.3286267594591274, 0.38208857781104736],
  [0, 0.0, 1.0, 0.5],
  [0.1, 0.11246291601828489, 0.88753708398171511, 0.53982783727702898],
  [0.5, 0.52049987781304654, 0.47950012218695346, 0.6914624612740131],
  [1, 0.84270079294971487, 0.15729920705028513, 0.84134474606854295],
  [1.2, 0.91031397822963538, 0.08968602177036462, 0.88493032977829173],
  [2, 0.99532226501895273, 0.0046777349810472658, 0.97724986805182079],
  [3.7, 0.99999983284894209, 1.671510579091462e-7, 0.99989220026652261],
  [6, 0.99999999999999998, 2.1519736712498913e-17, 0.99999999901341235],
]

test.each(NORMAL)('erf, erfc and Φ at %d agree with mpmath, also in the tail', (x, ofErf, ofErfc, ofCdf) => {
  expect(Math.abs(erf(x) - ofErf)).toBeLessThanOrEqual(1e-12 * Math.abs(ofErf))
  expect(Math.abs(erfc(x) - ofErfc)).toBeLessThanOrEqual(1e-11 * ofErfc)
  expect(Math.abs(normalCdf(x) - ofCdf)).toBeLessThanOrEqual(1e-11 * ofCdf)
})

test('φ is the slope of Φ', () => {
  for (const x of [-4, -1, 0, 0.3, 2]) {
    expect(normalDensity(x)).toBeCloseTo((normalCdf(x + 1e-5) - normalCdf(x - 1e-5)) / 2e-5, 8)
  }
})

test('the ends: infinities, NaN, signed zero, underflow', () => {
  expect(exp(Number.NEGATIVE_INFINITY)).toBe(0)
  expect(exp(Number.POSITIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY)
  expect(exp(Number.NaN)).toBeNaN()
  expect(exp(-745)).toBe(5e-324)
  expect(exp(709.7)).toBeCloseTo(Math.exp(709.7), -296)
  expect(log(0)).toBe(Number.NEGATIVE_INFINITY)
  expect(log(-1)).toBeNaN()
  expect(log(5e-324)).toBeCloseTo(-744.4400719213812, 10)
  expect(tanh(-0)).toBe(-0)
  expect([tanh(-1e9), tanh(1e9)]).toEqual([-1, 1])
  expect([sigmoid(-1e9), sigmoid(1e9), sigmoid(0)]).toEqual([0, 1, 0.5])
  expect(sigmoid(Number.NaN)).toBeNaN()
  expect(tanh(Number.NaN)).toBeNaN()
})

test('flush: subnormals of float32 become 0, everything else stays', () => {
  expect([flush(1e-40), flush(-1e-40), flush(SMALLEST_NORMAL), flush(-1), flush(0)]).toEqual([
    0,
    0,
    SMALLEST_NORMAL,
    -1,
    0,
  ])
  expect(flush(Number.NaN)).toBeNaN()
})
