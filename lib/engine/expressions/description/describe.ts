/**
 * What a learner's activation is like, in numbers: the card that is shown beside its plot. All of it is on [−20, 20] and
 * in double precision; what is a proof and what is a judgement from samples is said with each number.
 */

import { Differentiator } from '../differentiate'
import { float32Evaluator } from '../evaluate'
import { type Algebra, type Formula, inOrder } from '../formula'
import type { Stretch } from '../language/problem'
import type { WrittenActivation } from '../written-activation'
import { breaksOf, type Kink, kinksOf, mayStep } from './breaks'
import { encloser } from './enclosure'
import { type Extreme, extremeOf, type LipschitzBound, lipschitzOf } from './extremes'
import { type NormalMean, normalMean } from './moments'
import { deadZones, type Monotone, monotoneOf, type PoolEnds, poolEndsOf, type Slope } from './slope-shape'
import { finiteUntil, type Tail, tailOf } from './tails'
import { GRID, WINDOW } from './window'

export interface ActivationDescription {
  window: Stretch
  atZero: number
  slopeAtZero: number
  minimum: Extreme
  maximum: Extreme
  /** What it does for x → −∞ and x → ∞. */
  tails: { left: Tail; right: Tail }
  /** Where training's float32 has no finite value or slope any more, outside the window; null where it always has. */
  finite: { left: number | null; right: number | null }
  monotone: Monotone
  lipschitz: LipschitzBound
  /** E[f(Z)] and E[f(Z)²] for Z ~ N(0, 1); null where they do not exist. */
  mean: NormalMean | null
  secondMoment: NormalMean | null
  /** 1/√E[f(Z)²]: with weights of variance gain²/fan-in, the signal keeps its size from layer to layer. */
  gain: number | null
  /** Stretches where the slope is exactly 0: a unit that stays there learns nothing. */
  deadZones: Stretch[]
  kinks: Kink[]
  poolEnds: PoolEnds
}

/** Beyond this many nodes f″ costs more than it narrows. */
const LARGEST_BEND = 1500

export function describeActivation(activation: WrittenActivation): ActivationDescription {
  const { value, derivative, formulas } = activation
  const { at: breaks, complete } = breaksOf(formulas.value, formulas.algebra)
  const kinks = kinksOf(activation, breaks)
  const jumps = kinks.some(({ jump }) => jump !== 0)
  const isProven = complete && (jumps || !mayStep(activation, breaks))
  const pieces = piecesBetween(breaks)
  const slope: Slope = { valueAt: derivative, on: encloser(formulas.slope), pieces, kinks }
  const dead = deadZones(slope)
  const monotone = monotoneOf(slope, dead)
  const lipschitz = lipschitzOf(pieces, derivative, slope.on, bendOf(formulas.slope, formulas.algebra))
  const points = [...GRID, ...breaks, ...besideJumps(kinks)].sort((a, b) => a - b)
  const float32 = [formulas.value, formulas.slope].map((formula) => float32Evaluator(formula))
  const secondMoment = normalMean((x) => value(x) * value(x), breaks)
  return {
    window: WINDOW,
    atZero: value(0),
    slopeAtZero: derivative(0),
    minimum: extremeOf(-1, value, derivative, points),
    maximum: extremeOf(1, value, derivative, points),
    tails: { left: tailOf(value, -1), right: tailOf(value, 1) },
    finite: { left: finiteUntil(float32, -1), right: finiteUntil(float32, 1) },
    // That it turns is seen, and stays true whatever else there is; all that it never does could be undone by a jump.
    monotone: isProven || monotone.is === 'neither' ? monotone : { ...monotone, evidence: 'sampled' },
    lipschitz: jumps
      ? { value: Number.POSITIVE_INFINITY, evidence: 'bounded' }
      : isProven
        ? lipschitz
        : { ...lipschitz, evidence: 'sampled' },
    mean: normalMean(value, breaks),
    secondMoment,
    gain: secondMoment && secondMoment.value > 0 ? 1 / Math.sqrt(secondMoment.value) : null,
    deadZones: dead,
    kinks,
    poolEnds: poolEndsOf(slope),
  }
}

/** The value at a jump is that of one side; what the other side comes to is met right beside it. */
function besideJumps(kinks: readonly Kink[]): number[] {
  const jumps = kinks.filter(({ jump }) => jump !== 0)
  return jumps.flatMap(({ x }) => [-1, 1].map((side) => x + side * 1e-12 * Math.max(1, Math.abs(x))))
}

function piecesBetween(breaks: readonly number[]): Stretch[] {
  const borders = [WINDOW.from, ...breaks, WINDOW.to]
  return borders.slice(1).map((to, i) => ({ from: borders[i] as number, to }))
}

function bendOf(slope: Formula, algebra: Algebra): ReturnType<typeof encloser> | null {
  const bend = new Differentiator(algebra).slope(slope)
  return inOrder([bend]).length > LARGEST_BEND ? null : encloser(bend)
}
