/** From what was read of the runs to the lines of charts: medians over the seeds, and bands from the lowest to the highest. Pure. */
import { bandOf, medianCurve } from '@/components/plot/band'
import type { ChartPoint, ChartSeries } from '@/components/plot/chart-series'
import { formatNumber, powerOfTen } from '@/components/plot/format-number'
import type { DepthMoment, DepthRunView } from '@/lib/training/depth/depth-player'
import type { LayerReading } from '@/lib/training/depth/depth-protocol'
import type { LineLook } from './line-look'

type Runs = readonly DepthRunView[]

/** A logarithmic axis has no place for 0: what float32 could not hold any more is left out, and stands in the table. */
const onLog = ([, value]: ChartPoint) => value > 0 && Number.isFinite(value)
const onLinear = ([, value]: ChartPoint) => Number.isFinite(value)

interface Axis {
  log: boolean
}

/** Across the layers. `from`: of the numbers that go into the first layer, where it stands at 0. */
export function layerSeries(
  runs: Runs,
  looks: readonly LineLook[],
  pick: (reading: LayerReading) => readonly number[],
  { log, from }: Axis & { from?: number },
): ChartSeries[] {
  const before: ChartPoint[] = from === undefined ? [] : [[0, from]]
  return series(runs, looks, log, ({ reading }) =>
    reading === null ? [] : [...before, ...pick(reading).map((value, index): ChartPoint => [index + 1, value])],
  )
}

/** Over the steps. */
export function stepSeries(
  runs: Runs,
  looks: readonly LineLook[],
  pick: (moment: DepthMoment) => number | null,
  { log }: Axis,
): ChartSeries[] {
  return series(runs, looks, log, ({ moments }) =>
    moments.flatMap((moment): ChartPoint[] => {
      const value = pick(moment)
      return value === null ? [] : [[moment.step, value]]
    }),
  )
}

/** The runs of a line without those that diverged, of which one would be all that a band shows; where all did, all. */
export function soundRuns(runs: Runs, line: number): Runs {
  const all = runs.filter((run) => run.line === line)
  const sound = all.filter(({ end }) => end?.outcome !== 'diverged')
  return sound.length > 0 ? sound : all
}

function series(
  runs: Runs,
  looks: readonly LineLook[],
  log: boolean,
  pointsOf: (run: DepthRunView) => ChartPoint[],
): ChartSeries[] {
  return looks.map((look, line) => {
    const curves = soundRuns(runs, line)
      .map((run) => pointsOf(run).filter(log ? onLog : onLinear))
      .filter((points) => points.length > 0)
    const middle = { ...look, points: medianCurve(curves) }
    return curves.length > 1 ? { ...middle, band: bandOf(curves) } : middle
  })
}

/** Whole powers of ten around all that is drawn, so that the axis stays while numbers move. */
export function decades(all: readonly ChartSeries[]): [number, number] | null {
  const values = all.flatMap(({ points, band = [] }) => [
    ...points.map(([, y]) => y),
    ...band.flatMap(([, ...ends]) => ends),
  ])
  if (values.length === 0) return null
  const low = Math.floor(Math.log10(Math.min(...values)) + 1e-9)
  const high = Math.ceil(Math.log10(Math.max(...values)) - 1e-9)
  return [10 ** low, 10 ** Math.max(high, low + 1)]
}

/** A value beside such an axis: powers of ten are short, so that they fit there. */
export function decadeText(value: number): string {
  const exponent = Math.round(Math.log10(value))
  return Math.abs(exponent) > 3 && value === 10 ** exponent ? powerOfTen(exponent) : formatNumber(value, 3)
}

/** Of an odd or even number of values, the lower of the middle ones. */
export function medianOf(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[(values.length - 1) >> 1] ?? Number.NaN
}

/** More histograms side by side would be too small to be told apart. */
const MOST_SHOWN = 8

/** Layers whose histograms are drawn: evenly from the first to the last. */
export function shownLayers(layers: number): number[] {
  const shown = Math.min(MOST_SHOWN, layers)
  return Array.from({ length: shown }, (_, index) => 1 + Math.round((index * (layers - 1)) / Math.max(1, shown - 1)))
}
