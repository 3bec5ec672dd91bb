/**
 * Every trade that one model offers: from calling no point to calling all of them, a step at each score that occurs. Points
 * of the same score are called together, whatever their order. The areas are scikit-learn's (roc_auc_score,
 * average_precision_score): under ROC by trapezoids, which counts a tie as half; under PR as Σ (Rₙ − Rₙ₋₁)·Pₙ, the area
 * under steps, since a straight line between two points of that curve promises what no threshold gives (Davis and Goadrich
 * 2006). Pure.
 */
import { type Calls, confusionOf, type Measures, measuresOf } from './confusion'
import { calledAbove, probabilityOf, type ScoredPoints } from './scored-points'

export interface CurvePoint extends Calls {
  recall: number
  /** 1 where nothing is called: nothing of it is wrong. */
  precision: number
  falseAlarms: number
}

export interface ThresholdCurve {
  /** From none called to all. */
  points: CurvePoint[]
  rocArea: number
  averagePrecision: number
}

/** Null where one of the classes has no point: there is nothing to be caught, or nothing to be called by mistake. */
export function thresholdCurve(scored: ScoredPoints): ThresholdCurve | null {
  const { count, positives, logits, caught } = scored
  if (positives === 0 || positives === count) return null
  const points: CurvePoint[] = []
  let rocArea = 0
  let averagePrecision = 0
  for (let called = 0; called <= count; called++) {
    const isTied = called > 0 && called < count && logits[called - 1] === logits[called]
    if (isTied) continue
    const point = pointAt(scored, { called, caught: caught[called] as number })
    const before = points.at(-1)
    if (before !== undefined) {
      rocArea += ((point.falseAlarms - before.falseAlarms) * (point.recall + before.recall)) / 2
      averagePrecision += (point.recall - before.recall) * point.precision
    }
    points.push(point)
  }
  return { points, rocArea, averagePrecision }
}

function pointAt(all: { count: number; positives: number }, calls: Calls): CurvePoint {
  const { recall, precision, falseAlarms }: Measures = measuresOf(confusionOf(calls, all))
  return { ...calls, recall: recall ?? 0, precision: precision ?? 1, falseAlarms: falseAlarms ?? 0 }
}

/** A threshold that calls just the first `called` points: half-way between the last of them and the next. */
export function thresholdFor({ count, logits }: ScoredPoints, called: number, temperature: number): number {
  const last = called === 0 ? 1 : probabilityOf(logits[called - 1] as number, temperature)
  const next = called === count ? 0 : probabilityOf(logits[called] as number, temperature)
  return (last + next) / 2
}

/** Digits of a threshold that a link carries. */
const DIGITS = 6

/**
 * The threshold that leads from the `from`th point of the curve to the `to`th; where a link's digits cannot tell the two
 * apart, to the first point beyond that they can.
 */
export function thresholdOfStep(
  scored: ScoredPoints,
  { points }: ThresholdCurve,
  { from, to, temperature }: { from: number; to: number; temperature: number },
): number {
  const direction = Math.sign(to - from)
  const start = points[from]?.called ?? 0
  for (let at = to; direction !== 0; at += direction) {
    const point = points[at]
    if (point === undefined) break
    const threshold = Number(thresholdFor(scored, point.called, temperature).toPrecision(DIGITS))
    if (Math.sign(calledAbove(scored, threshold, temperature) - start) === direction) return threshold
  }
  return direction > 0 ? 0 : 1
}

/** Which point of the curve calls so many. */
export function indexOfCalled({ points }: ThresholdCurve, called: number): number {
  let low = 0
  let high = points.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((points[middle] as CurvePoint).called < called) low = middle + 1
    else high = middle
  }
  return low
}
