/**
 * What is known of every unit after every step, and the folds over it: who is dead when, who died at which step, who came
 * back. A unit is dead after a step if it is awake on no training example at all; silent on one batch is another thing.
 * Plain numbers: it knows neither networks nor pages.
 */
import type { UnitLooks } from './unit-protocol'

/** Dead from step `died` on (0: from the start), awake again after step `back`; null: not yet. */
export interface Death {
  died: number
  back: number | null
}

export type UnitState = 'awake' | 'silent-in-batch' | 'dead'

export class UnitHistory {
  /** The last step that is known; -1 before the first look. */
  last = -1
  private readonly awake: Uint16Array
  private readonly inBatch: Uint16Array

  constructor(
    readonly units: number,
    readonly steps: number,
  ) {
    this.awake = new Uint16Array((steps + 1) * units)
    this.inBatch = new Uint16Array((steps + 1) * units)
  }

  /** What leaves a gap, or lies beyond the end, is not taken; a step that is known already is written anew. */
  add({ first, awake, inBatch }: UnitLooks): void {
    const rows = awake.length / this.units
    if (first > this.last + 1 || first + rows > this.steps + 1) return
    this.awake.set(awake, first * this.units)
    this.inBatch.set(inBatch, first * this.units)
    this.last = Math.max(this.last, first + rows - 1)
  }

  /** Steps after `step` are forgotten. */
  cutTo(step: number): void {
    this.last = Math.min(this.last, step)
  }

  /** How many training examples a unit is awake on after a step. */
  awakeOn(step: number, unit: number): number {
    return this.awake[step * this.units + unit] ?? 0
  }

  /** How many of the examples that the next step learns from. */
  awakeInBatch(step: number, unit: number): number {
    return this.inBatch[step * this.units + unit] ?? 0
  }

  isDead(step: number, unit: number): boolean {
    return this.awakeOn(step, unit) === 0
  }

  state(step: number, unit: number): UnitState {
    if (this.isDead(step, unit)) return 'dead'
    return this.awakeInBatch(step, unit) === 0 ? 'silent-in-batch' : 'awake'
  }
}

/** A unit's deaths up to a step, in their order. */
export function deathsOf(history: UnitHistory, unit: number, until = history.last): Death[] {
  const deaths: Death[] = []
  for (let step = 0; step <= until; step++) {
    const open = deaths.at(-1)
    const wasDead = open !== undefined && open.back === null
    const isDead = history.isDead(step, unit)
    if (isDead && !wasDead) deaths.push({ died: step, back: null })
    if (!isDead && wasDead) open.back = step
  }
  return deaths
}

/** How many units are in each state after a step, from unit `from` up to and without unit `to`. */
export function countStates(
  history: UnitHistory,
  step: number,
  from = 0,
  to = history.units,
): Readonly<Record<UnitState, number>> {
  const counts = { awake: 0, 'silent-in-batch': 0, dead: 0 }
  for (let unit = from; unit < to; unit++) counts[history.state(step, unit)]++
  return counts
}

/** Of all units up to a step: born dead, died on the way, came back. Born + deaths − revivals are dead then. */
export function countChanges(history: UnitHistory, until: number): { born: number; deaths: number; revivals: number } {
  const counts = { born: 0, deaths: 0, revivals: 0 }
  for (let unit = 0; unit < history.units; unit++) {
    for (const { died, back } of deathsOf(history, unit, until)) {
      if (died === 0) counts.born++
      else counts.deaths++
      if (back !== null) counts.revivals++
    }
  }
  return counts
}

/** Of the units that were dead after step `from`, those that are awake after step `step`. */
export function backSince(history: UnitHistory, from: number, step: number): { dead: number; back: number[] } {
  const units = Array.from({ length: history.units }, (_, unit) => unit)
  const dead = units.filter((unit) => history.isDead(from, unit))
  return { dead: dead.length, back: dead.filter((unit) => !history.isDead(step, unit)) }
}

/** How many units are in a state over the steps, at no more than `most` of them; the last step is always there. */
export function stateCurve(history: UnitHistory, state: UnitState, most = 240): [step: number, units: number][] {
  const every = Math.max(1, Math.ceil(history.last / most))
  const points: [number, number][] = []
  for (let step = 0; step <= history.last; step++) {
    if (step % every === 0 || step === history.last) points.push([step, countStates(history, step)[state]])
  }
  return points
}
