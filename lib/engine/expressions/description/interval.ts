/**
 * Interval arithmetic in double precision, rounded outwards: the result contains every value the operation takes on its
 * operands. Each function of `numerics/` is widened by (more than) its stated error. Where an operation is undefined
 * somewhere on its operands, an end of the result is infinite.
 */

import { normalCdf, erf as scalarErf } from '../../numerics/erf'
import { exp } from '../../numerics/exp'
import { expm1 } from '../../numerics/expm1'
import { log, log1p } from '../../numerics/log'
import { sigmoid } from '../../numerics/sigmoid'
import { tanh } from '../../numerics/tanh'
import { cos, sin } from '../../numerics/trigonometry'
import { LARGEST_EXPONENT, power, softplus, wholePower } from '../evaluate'
import type { Operation } from '../formula'

export interface Interval {
  readonly low: number
  readonly high: number
}

export const EVERYTHING: Interval = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY }
const UNIT_ROUNDOFF = 2.3e-16
const TINY = 5e-324

/** At least one ulp, and `relative`, lower or higher. An overflow stays a bound on its outer side only. */
function lower(v: number, relative = UNIT_ROUNDOFF): number {
  if (v === Number.POSITIVE_INFINITY) return Number.MAX_VALUE
  return v - Math.abs(v) * relative - TINY
}
function higher(v: number, relative = UNIT_ROUNDOFF): number {
  if (v === Number.NEGATIVE_INFINITY) return -Number.MAX_VALUE
  return v + Math.abs(v) * relative + TINY
}

function outwards(low: number, high: number, relative = UNIT_ROUNDOFF): Interval {
  if (Number.isNaN(low) || Number.isNaN(high)) return EVERYTHING
  return { low: lower(low, relative), high: higher(high, relative) }
}

export function hull(a: Interval, b: Interval): Interval {
  return { low: Math.min(a.low, b.low), high: Math.max(a.high, b.high) }
}

/** The part of a that is also in b; a rounding may make it empty, then b's nearer end. */
function within(a: Interval, low: number, high: number): Interval {
  return { low: Math.min(Math.max(a.low, low), high), high: Math.max(Math.min(a.high, high), low) }
}

/** a + b is exact where Knuth's two-sum leaves no rest; then it needs no widening, and 1 − 1 stays 0. */
function sum(a: number, b: number, widen: (v: number) => number): number {
  const s = a + b
  const t = s - a
  return a - (s - t) + (b - t) === 0 ? s : widen(s)
}

export function add(a: Interval, b: Interval): Interval {
  const low = sum(a.low, b.low, lower)
  const high = sum(a.high, b.high, higher)
  return Number.isNaN(low) || Number.isNaN(high) ? EVERYTHING : { low, high }
}

export function negate(a: Interval): Interval {
  return { low: -a.high, high: -a.low }
}

const plain = (v: number) => v === 0 || v === 1 || v === -1

/** 0 · ∞ is 0 here: an infinite end stands for large numbers, not for ∞ itself. */
export function multiply(a: Interval, b: Interval): Interval {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const u of [a.low, a.high]) {
    for (const v of [b.low, b.high]) {
      const product = u === 0 || v === 0 ? 0 : u * v
      const exact = plain(u) || plain(v)
      low = Math.min(low, exact ? product : lower(product))
      high = Math.max(high, exact ? product : higher(product))
    }
  }
  return { low, high }
}

function divide(a: Interval, b: Interval): Interval {
  if (b.low <= 0 && b.high >= 0) return EVERYTHING
  if (b.low === 1 && b.high === 1) return a
  const inverse = outwards(1 / b.high, 1 / b.low)
  return multiply(a, b.low > 0 ? within(inverse, 0, Number.POSITIVE_INFINITY) : inverse)
}

function absolute(a: Interval): Interval {
  if (a.low >= 0) return a
  return a.high <= 0 ? negate(a) : { low: 0, high: Math.max(-a.low, a.high) }
}

function raise(a: Interval, n: number): Interval {
  const base = n % 2 === 0 ? absolute(a) : a
  const [low, high] = [wholePower(base.low, n), wholePower(base.high, n)]
  // Squaring rounds at most 2·log₂(n) times, each error growing with the power.
  const relative = UNIT_ROUNDOFF * n
  return { low: plain(base.low) ? low : lower(low, relative), high: plain(base.high) ? high : higher(high, relative) }
}

const RELATIVE = 3e-12

/** For u ≥ 0 a power rises or falls with each operand, so its extremes are at corners. */
function raiseReal(u: Interval, v: Interval): Interval {
  if (v.low === v.high && Number.isInteger(v.low) && Math.abs(v.low) <= LARGEST_EXPONENT) {
    if (v.low === 0) return { low: 1, high: 1 }
    const raised = raise(u, Math.abs(v.low))
    return v.low > 0 ? raised : divide({ low: 1, high: 1 }, raised)
  }
  // A negative base has a value where the exponent happens to be whole.
  if (u.low < 0) return EVERYTHING
  const corners = [power(u.low, v.low), power(u.low, v.high), power(u.high, v.low), power(u.high, v.high)]
  return within(outwards(Math.min(...corners), Math.max(...corners), 1e-10), 0, Number.POSITIVE_INFINITY)
}

/** A rising function, with its range and relative error. */
function rising(f: (u: number) => number, relative: number, least: number, most: number): (u: Interval) => Interval {
  return (u) => within(outwards(f(u.low), f(u.high), relative), least, most)
}

const INFINITE = Number.POSITIVE_INFINITY
const RISING = {
  exp: rising(exp, 2e-15, 0, INFINITE),
  expm1: rising(expm1, RELATIVE, -1, INFINITE),
  tanh: rising(tanh, RELATIVE, -1, 1),
  sigmoid: rising(sigmoid, 1e-14, 0, 1),
  softplus: rising(softplus, RELATIVE, 0, INFINITE),
  erf: rising(scalarErf, RELATIVE, -1, 1),
  Phi: rising(normalCdf, 1e-10, 0, 1),
} as const

function logarithm(f: (u: number) => number, start: number, u: Interval): Interval {
  if (u.high <= start) return EVERYTHING
  return outwards(u.low <= start ? Number.NEGATIVE_INFINITY : f(u.low), f(u.high), RELATIVE)
}

function root(u: Interval): Interval {
  if (u.low < 0) return EVERYTHING
  const [low, high] = [Math.sqrt(u.low), Math.sqrt(u.high)]
  return {
    low: plain(low) ? low : within(outwards(low, low), 0, INFINITE).low,
    high: plain(high) ? high : higher(high),
  }
}

/** `shift` is where the wave has its crest, in turns: 1/4 for sin, 0 for cos. Beyond 10⁵ its argument is too coarse. */
function wave(f: (u: number) => number, shift: number, u: Interval): Interval {
  const TURN = 2 * Math.PI
  if (!(u.high - u.low < TURN) || Math.max(-u.low, u.high) > 1e5) return { low: -1, high: 1 }
  const margin = 1e-9
  const reaches = (place: number) =>
    Math.floor(u.high / TURN - place + margin) !== Math.floor(u.low / TURN - place - margin)
  const [a, b] = [f(u.low), f(u.high)]
  const low = reaches(shift + 0.5) ? -1 : Math.min(a, b) - 2e-11
  const high = reaches(shift) ? 1 : Math.max(a, b) + 2e-11
  return { low: Math.max(low, -1), high: Math.min(high, 1) }
}

function signs(u: Interval): Interval {
  return { low: u.low > 0 ? 1 : u.low === 0 ? 0 : -1, high: u.high < 0 ? -1 : u.high === 0 ? 0 : 1 }
}

/** All operations but x, numbers and choices, which `enclosure.ts` decides. `value` as in Formula. */
export function intervalOperation(
  operation: Exclude<Operation, 'x' | 'number' | 'less' | 'at-most'>,
  value: number,
  a: Interval,
  b: Interval,
): Interval {
  switch (operation) {
    case 'negate':
      return negate(a)
    case 'add':
      return add(a, b)
    case 'subtract':
      return add(a, negate(b))
    case 'multiply':
      return multiply(a, b)
    case 'divide':
      return divide(a, b)
    case 'whole-power':
      return raise(a, value)
    case 'power':
      return raiseReal(a, b)
    case 'min':
      return { low: Math.min(a.low, b.low), high: Math.min(a.high, b.high) }
    case 'max':
      return { low: Math.max(a.low, b.low), high: Math.max(a.high, b.high) }
    case 'sqrt':
      return root(a)
    case 'abs':
      return absolute(a)
    case 'sign':
      return signs(a)
    case 'log':
      return logarithm(log, 0, a)
    case 'log1p':
      return logarithm(log1p, -1, a)
    case 'sin':
      return wave(sin, 0.25, a)
    case 'cos':
      return wave(cos, 0, a)
    default:
      return RISING[operation](a)
  }
}
