/**
 * What the signs of the slope say: dead zones, rising or falling, and whether a window's maximum is always at its
 * largest or smallest pre-activation. Each finding says whether intervals prove it (`bounded`) or samples suggest it.
 */
import type { Stretch } from '../language/problem'
import { boundAbove } from './bound'
import type { Kink } from './breaks'
import type { Enclosure } from './enclosure'
import { GRID, WINDOW } from './window'

export type Evidence = 'bounded' | 'sampled'

export interface Monotone {
  is: 'increasing' | 'decreasing' | 'constant' | 'neither'
  /** No stretch where it is constant. */
  strictly: boolean
  evidence: Evidence
}

/** Where the largest activation of a pooling window can be: which of its pre-activations must be looked at. */
export type PoolEnds = 'largest' | 'smallest' | 'both-ends' | 'all'

export interface Slope {
  valueAt(x: number): number
  on(low: number, high: number): Enclosure
  pieces: readonly Stretch[]
  kinks: readonly Kink[]
}

const BUDGET = 400
/** Intervals tested to show that a piece is flat; more are needed only where its formula is not obviously 0. */
const FLAT_PARTS = 32

/** Longest stretches of the window on which the slope is exactly 0. */
export function deadZones(slope: Slope): Stretch[] {
  const zones: Stretch[] = []
  for (const { from, to } of slope.pieces) {
    if (!isFlat(slope, from, to)) continue
    const last = zones[zones.length - 1]
    const jump = slope.kinks.some(({ x, jump }) => x === from && jump !== 0)
    if (last && last.to === from && !jump) last.to = to
    else zones.push({ from, to })
  }
  return zones
}

function isFlat(slope: Slope, from: number, to: number): boolean {
  const zero = (a: number, b: number) => {
    const { low, high, safe } = slope.on(a, b)
    return safe && low === 0 && high === 0
  }
  if (slope.valueAt((from + to) / 2) !== 0) return false
  // The borders themselves belong to a neighbour by convention; whoever is flat between them is flat.
  const inset = (to - from) * 1e-9
  const [low, high] = [from + inset, to - inset]
  if (zero(low, high)) return true
  const width = (high - low) / FLAT_PARTS
  return Array.from({ length: FLAT_PARTS }, (_, i) => low + i * width).every((a) => zero(a, a + width))
}

/** Signs that tell all there is to tell: a fourth stretch changes nothing. */
const MOST_SIGNS = 3

/**
 * The signs of the slope along the rising points, jumps included, each change proven by the interval at its point;
 * `trusting`: or seen where intervals know nothing, as behind a comparison with NaN.
 */
function signPattern(slope: Slope, points: readonly number[], trusting = false): number[] {
  const pattern: number[] = []
  const jumps = slope.kinks.filter(({ jump }) => jump !== 0)
  let next = 0
  for (const x of points) {
    for (; (jumps[next]?.x ?? Number.POSITIVE_INFINITY) <= x; next++) note(Math.sign(jumps[next]?.jump ?? 0))
    const sign = Math.sign(slope.valueAt(x))
    if (sign !== 0 && sign !== pattern[pattern.length - 1] && isSure(x, sign)) note(sign)
    if (pattern.length >= MOST_SIGNS) break
  }
  return pattern

  function note(sign: number): void {
    if (sign !== pattern[pattern.length - 1]) pattern.push(sign)
  }

  /** Rounding may leave some 1e-16 with the wrong sign where the true slope is 0. */
  function isSure(x: number, sign: number): boolean {
    const { low, high, safe } = slope.on(x, x)
    if (trusting && !safe) return true
    return sign > 0 ? low > 0 : high < 0
  }
}

export function monotoneOf(slope: Slope, dead: readonly Stretch[]): Monotone {
  const points = pointsOf(slope)
  if (signPattern(slope, points).length > 1) return { is: 'neither', strictly: false, evidence: 'bounded' }
  const pattern = signPattern(slope, points, true)
  const strictly = dead.length === 0
  if (pattern.length === 0) return { is: 'constant', strictly: false, evidence: provenOf(slope, 0) }
  if (pattern.length > 1) return { is: 'neither', strictly: false, evidence: 'sampled' }
  const sign = pattern[0] === 1 ? 1 : -1
  return { is: sign === 1 ? 'increasing' : 'decreasing', strictly, evidence: provenOf(slope, sign) }
}

/** Whether intervals show that the slope never has the other sign (for 0: that it is 0). */
function provenOf(slope: Slope, sign: 1 | -1 | 0): Evidence {
  const against = (low: number, high: number) => {
    const s = slope.on(low, high)
    if (!s.safe) return Number.POSITIVE_INFINITY
    return sign === 1 ? -s.low : sign === -1 ? s.high : Math.max(-s.low, s.high)
  }
  const { upper } = boundAbove(slope.pieces, against, () => 0, BUDGET)
  return upper <= 0 ? 'bounded' : 'sampled'
}

/** By samples, also far outside the window: falling and then rising means that the ends of a window decide. */
export function poolEndsOf(slope: Slope): PoolEnds {
  const far = Array.from({ length: 60 }, (_, i) => WINDOW.to * (1 + i * i))
  const points = [...far.map((x) => -x).reverse(), ...pointsOf(slope), ...far]
  if (points.some((x) => Number.isNaN(slope.valueAt(x)))) return 'all'
  const pattern = signPattern(slope, points, true)
  if (pattern.length === 0 || (pattern.length === 1 && pattern[0] === 1)) return 'largest'
  if (pattern.length === 1) return 'smallest'
  return pattern.length === 2 && pattern[0] === -1 ? 'both-ends' : 'all'
}

function pointsOf(slope: Slope): number[] {
  const middles = slope.pieces.map(({ from, to }) => (from + to) / 2)
  return [...GRID, ...middles].sort((a, b) => a - b)
}
