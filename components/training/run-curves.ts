/** From runs to the lines of a chart: each seed thin, and the mean of the seeds on top. */
import { bandOf } from '@/components/plot/band'
import type { ChartPoint, ChartSeries } from '@/components/plot/chart-series'
import type { RunView } from '@/lib/training/training-snapshot'
import { type ActivationLook, activationLook, mainActivation } from './activation-look'

/** Runs that differ by their seed alone. */
export interface RunGroup extends ActivationLook {
  id: string
  runs: RunView[]
}

/** Groups by the network's activation, in order of first appearance. */
export function groupByActivation(runs: readonly RunView[]): RunGroup[] {
  const groups = new Map<string, RunGroup>()
  for (const run of runs) {
    const name = mainActivation(run.spec)
    const group = groups.get(name) ?? { id: name, ...activationLook(name), runs: [] }
    group.runs.push(run)
    groups.set(name, group)
  }
  return [...groups.values()]
}

export const trainingLoss = (run: RunView): ChartPoint[] => run.lossCurve

export const validationLoss = (run: RunView): ChartPoint[] =>
  run.evaluations
    .filter(({ validation }) => Number.isFinite(validation.loss))
    .map(({ step, validation }) => [step, validation.loss])

export const validationAccuracy = (run: RunView): ChartPoint[] =>
  run.evaluations.flatMap(({ step, validation }): ChartPoint[] =>
    validation.accuracy === null ? [] : [[step, validation.accuracy]],
  )

export function curvesOf(groups: readonly RunGroup[], pick: (run: RunView) => ChartPoint[]): ChartSeries[] {
  return groups.flatMap(({ id, label, color, dash, runs }) => {
    const curves = runs.map((run) => ({ run, points: pick(run) })).filter(({ points }) => points.length > 0)
    const look = { color, ...(dash === undefined ? {} : { dash }) }
    if (runs.length === 1) return [{ id, label, ...look, points: curves[0]?.points ?? [] }]
    const seeds = curves.map(({ run, points }) => ({
      id: run.key,
      label: `${label}, seed ${run.seed}`,
      color,
      points,
      background: true,
    }))
    const sound = curves.filter(({ run }) => run.status !== 'diverged')
    const points = meanCurve(sound.map((one) => one.points))
    return [...seeds, { id, label: `${label}, ${meanLabel(runs)}`, ...look, points }]
  })
}

/**
 * Several networks on one chart: of each the mean of the runs that are over, and a band from the lowest to the highest of
 * them. A run that is not over yet, or diverged, keeps a thin line of its own, for a mean with it would end where it does.
 */
export function bandCurvesOf(groups: readonly RunGroup[], pick: (run: RunView) => ChartPoint[]): ChartSeries[] {
  return groups.flatMap(({ id, label, color, dash, runs }) => {
    const look = { color, ...(dash === undefined ? {} : { dash }) }
    const drawn = runs.map((run) => ({ run, points: pick(run) })).filter(({ points }) => points.length > 0)
    const done = drawn.filter(({ run }) => run.status === 'finished')
    const others = drawn
      .filter(({ run }) => run.status !== 'finished')
      .map(({ run, points }) => ({
        ...{ id: run.key, label: `${label}, seed ${run.seed}`, color, points },
        ...(done.length > 0 || run.status === 'diverged' ? { background: true } : look),
      }))
    if (done.length === 0) return others
    const curves = done.map(({ points }) => points)
    const mean: ChartSeries = { id, label, ...look, points: meanCurve(curves) }
    if (done.length === 1) return [...others, mean]
    return [...others, { ...mean, label: `${label}, ${done.length} seeds`, band: bandOf(curves) }]
  })
}

/** A seed that diverged keeps its own line, but one huge loss would be all that a mean with it shows. */
function meanLabel(runs: readonly RunView[]): string {
  const diverged = runs.filter(({ status }) => status === 'diverged').length
  if (diverged === 0) return 'mean of seeds'
  return diverged === runs.length ? 'no mean: every seed diverged' : `mean of seeds, without ${diverged} diverged`
}

/** The mean at each step that all the curves have: a mean over fewer from some step on would jump there. */
export function meanCurve(curves: readonly (readonly ChartPoint[])[]): ChartPoint[] {
  const sums = new Map<number, { sum: number; count: number }>()
  for (const points of curves) {
    for (const [step, value] of points) {
      const { sum, count } = sums.get(step) ?? { sum: 0, count: 0 }
      sums.set(step, { sum: sum + value, count: count + 1 })
    }
  }
  return [...sums]
    .filter(([, { count }]) => count === curves.length)
    .sort(([a], [b]) => a - b)
    .map(([step, { sum, count }]) => [step, sum / count])
}
