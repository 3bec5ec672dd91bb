/** The little arithmetic behind the tables; nothing here knows what was measured. */

export interface Spread {
  median: number
  min: number
  max: number
}

/** Of an even number of values the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('median: there are no values.')
  const sorted = [...values].sort((a, b) => a - b)
  const upper = Math.floor(sorted.length / 2)
  const lower = sorted.length % 2 === 0 ? upper - 1 : upper
  return ((sorted[lower] as number) + (sorted[upper] as number)) / 2
}

export function spreadOf(values: readonly number[]): Spread {
  return { median: median(values), min: Math.min(...values), max: Math.max(...values) }
}

/** What one contestant did in one go. */
export interface Burst {
  steps: number
  ms: number
}

/** Steps a second over all of `bursts` together. */
export function rateOf(bursts: readonly Burst[]): number {
  const steps = bursts.reduce((sum, burst) => sum + burst.steps, 0)
  const ms = bursts.reduce((sum, burst) => sum + burst.ms, 0)
  if (!(ms > 0)) throw new RangeError(`rateOf: ${steps} steps in ${ms} ms is no speed.`)
  return (1000 * steps) / ms
}

/** The values further than `fraction` of the median from it, with their places in the list. */
export function outliers(values: readonly number[], fraction: number): { index: number; value: number }[] {
  const middle = median(values)
  return values
    .map((value, index) => ({ index, value }))
    .filter(({ value }) => Math.abs(value - middle) > fraction * middle)
}

/** Three significant digits below 100, whole numbers above: 0.59, 23.5, 5,012. */
export function shownNumber(value: number): string {
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en')
  return value.toPrecision(3)
}
