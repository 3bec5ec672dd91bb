import type { ConvolutionShape } from './convolution-shape'
import type { Halo } from './feature-map'

/**
 * Input rows (or columns) that the same taps reach: first, first + stride, …, `count` of them. The gradient of the n-th
 * is a correlation of `taps` adjacent rows of the output's gradient, from row `from` + n on, with the taps lastTap,
 * lastTap − stride, ….
 */
export interface GradientClass {
  first: number
  count: number
  taps: number
  lastTap: number
  from: number
}

export function gradientClasses(shape: ConvolutionShape, side: 'rows' | 'columns'): GradientClass[] {
  const { kernel, stride, halo } = shape
  const length = side === 'rows' ? shape.height : shape.width
  const before = side === 'rows' ? halo.top : halo.left
  const classes: GradientClass[] = []
  for (let residue = 0; residue < stride; residue++) {
    const first = (((residue - before) % stride) + stride) % stride
    if (first >= length) continue
    const taps = residue < kernel ? Math.ceil((kernel - residue) / stride) : 0
    classes.push({
      first,
      count: Math.ceil((length - first) / stride),
      taps,
      lastTap: residue + stride * (taps - 1),
      from: (first + before - residue) / stride - (taps - 1),
    })
  }
  return classes
}

/** Zeros around the output's gradient that these correlations read. */
export function gradientHaloOf(shape: ConvolutionShape): Halo {
  const [height, width] = shape.outputShape as [number, number, number]
  const rows = gradientClasses(shape, 'rows')
  const columns = gradientClasses(shape, 'columns')
  const beforeOf = (classes: GradientClass[]) => Math.max(0, ...classes.map(({ from }) => -from))
  const afterOf = (classes: GradientClass[], length: number) =>
    Math.max(0, ...classes.map(({ from, count, taps }) => from + count - 1 + taps - length))
  return {
    top: beforeOf(rows),
    bottom: afterOf(rows, height),
    left: beforeOf(columns),
    right: afterOf(columns, width),
  }
}
