/** What several curves have in common, at each x that all of them have: from the lowest to the highest, and the middle. */
import type { ChartPoint } from './chart-series'

type Curves = readonly (readonly ChartPoint[])[]

export function bandOf(curves: Curves): [x: number, low: number, high: number][] {
  return sharedValues(curves).map(([x, values]) => [x, values[0] ?? Number.NaN, values.at(-1) ?? Number.NaN])
}

/** Medians; between the two in the middle, where their number is even, the lower. */
export function medianCurve(curves: Curves): ChartPoint[] {
  return sharedValues(curves).map(([x, values]) => [x, values[(values.length - 1) >> 1] ?? Number.NaN])
}

/** In order of x, each with its values in order of size. */
function sharedValues(curves: Curves): [x: number, values: number[]][] {
  const known = new Map<number, number[]>()
  for (const points of curves) for (const [x, y] of points) known.set(x, [...(known.get(x) ?? []), y])
  return [...known]
    .filter(([, values]) => values.length === curves.length)
    .sort(([a], [b]) => a - b)
    .map(([x, values]) => [x, values.sort((a, b) => a - b)])
}
