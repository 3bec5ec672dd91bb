/** What a line chart draws, and the questions that it asks of it. */
export type ChartPoint = readonly [x: number, y: number]

export interface ChartSeries {
  id: string
  label: string
  /** Any CSS colour, e.g. `var(--act-relu)`. */
  color: string
  /** In order of x. */
  points: readonly ChartPoint[]
  /** SVG dash pattern: tells series apart where colour does not. */
  dash?: string
  /** Drawn thin and left out of the legend: one seed beside the mean of all. */
  background?: boolean
  /** Shaded behind the curve, in order of x: from the lowest to the highest of what the curve is the mean of. */
  band?: readonly (readonly [x: number, low: number, high: number])[]
}

/** Every x that some series has, in order, once. */
export function sharedPositions(series: readonly ChartSeries[]): number[] {
  const all = new Set<number>()
  for (const { points } of series) for (const [x] of points) all.add(x)
  return [...all].sort((a, b) => a - b)
}

/** The series' y at exactly `x`, or null. */
export function valueAt({ points }: ChartSeries, x: number): number | null {
  let low = 0
  let high = points.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const [at, y] = points[middle] ?? [Number.NaN, 0]
    if (at === x) return y
    if (at < x) low = middle + 1
    else high = middle - 1
  }
  return null
}

/** Index of the position nearest to `x`; -1 where there is none. */
export function nearestIndex(positions: readonly number[], x: number): number {
  let best = -1
  let distance = Number.POSITIVE_INFINITY
  positions.forEach((position, index) => {
    if (Math.abs(position - x) < distance) {
      distance = Math.abs(position - x)
      best = index
    }
  })
  return best
}

/** Smallest and largest of one coordinate over all series, or null where there is nothing. */
export function extentOf(series: readonly ChartSeries[], coordinate: 0 | 1): [number, number] | null {
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (const { points, band = [] } of series) {
    for (const point of points) {
      low = Math.min(low, point[coordinate])
      high = Math.max(high, point[coordinate])
    }
    for (const [x, from, to] of band) {
      low = Math.min(low, coordinate === 0 ? x : from)
      high = Math.max(high, coordinate === 0 ? x : to)
    }
  }
  return low <= high ? [low, high] : null
}
