/** From the runs of several seeds to the lines of a chart: their mean, and a band from the lowest to the highest. Pure. */
import type { ChartPoint, ChartSeries } from '@/components/plot/chart-series'
import { bandOf, meanCurve } from '@/components/training/run-curves'
import type { RunCurves } from '@/lib/training/plane/plane-curves'

interface Look {
  id: string
  label: string
  color: string
  dash?: string
}

/** What a curve is made of. */
export type Quantity = (run: RunCurves) => ChartPoint[]

export const trainLoss: Quantity = (run) => [...run.lossCurve]
export const heldLoss: Quantity = (run) =>
  run.evaluations.flatMap(({ step, validation }): ChartPoint[] =>
    Number.isFinite(validation.loss) ? [[step, validation.loss]] : [],
  )
export const trainAccuracy: Quantity = (run) =>
  run.evaluations.flatMap(({ step, train }): ChartPoint[] => (train?.accuracy == null ? [] : [[step, train.accuracy]]))
export const heldAccuracy: Quantity = (run) =>
  run.evaluations.flatMap(({ step, validation }): ChartPoint[] =>
    validation.accuracy === null ? [] : [[step, validation.accuracy]],
  )

/** A seed that diverged keeps a line of its own: one huge loss would be all that a mean with it shows. */
export function seedCurves(runs: readonly RunCurves[], quantity: Quantity, look: Look): ChartSeries[] {
  const sound = runs.filter(({ end }) => end?.outcome !== 'diverged').map(quantity)
  const alone = runs.filter(({ end }) => end?.outcome === 'diverged')
  const thin = alone.map((run) => ({
    ...look,
    id: `${look.id}-${run.seed}`,
    label: `${look.label}, seed ${run.seed}, diverged`,
    points: quantity(run),
    background: sound.length > 0,
  }))
  if (sound.length === 0) return thin
  const series: ChartSeries = { ...look, points: meanCurve(sound) }
  return [...thin, sound.length > 1 ? { ...series, band: bandOf(sound) } : series]
}

/** The last held-back accuracy of each seed that did not diverge. */
export function finalAccuracies(runs: readonly RunCurves[]): number[] {
  return runs
    .filter(({ end }) => end?.outcome !== 'diverged')
    .flatMap(({ evaluations }) => evaluations.at(-1)?.validation.accuracy ?? [])
}
