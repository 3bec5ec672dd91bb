/**
 * A convolution as calls of kernels. The halo of a map holds the padding, so a window's rows are runs of adjacent numbers
 * and nothing is copied first (implicit GEMM: Chetlur et al. 2014, arXiv:1410.0759). The weights are packed into panels
 * after every update, in the order in which the kernels read them. Not here: what is computed (conv2d.ts), and by
 * Winograd's way (winograd.ts).
 */
import type { ArenaPlan } from '../program/arena'
import type { ConvolutionShape } from './convolution-shape'
import { addressOf, type FeatureMap } from './feature-map'
import { correlationBlock } from './geometry'
import { gradientClasses } from './input-gradient'
import type { Emission, ParameterPlace } from './layer'
import { emitPanels } from './packing'

/** y from x. */
export function emitConvolution(emission: Emission, shape: ConvolutionShape, x: FeatureMap, y: FeatureMap): void {
  const { program, places } = emission
  const [weight, bias] = places as [ParameterPlace, ParameterPlace]
  const w = forwardPanels(emission, shape, y.lanes, weight.value)
  const geometry = windowsBlock(emission.plan, shape, x, y, y.lanes)
  program.emit('convolve', { x: firstWindow(shape, x), w, bias: bias.value, y: y.address, geometry })
}

/** dW and db from x and dy. */
export function emitParameterGradients(
  emission: Emission,
  shape: ConvolutionShape,
  x: FeatureMap,
  dy: FeatureMap,
): void {
  const { program, places } = emission
  const [weight, bias] = places as [ParameterPlace, ParameterPlace]
  const geometry = windowsBlock(emission.plan, shape, x, dy, shape.channels)
  program.emit('weightGradient', { x: firstWindow(shape, x), g: dy.address, dw: weight.gradient, geometry })
  program.emit('biasGradient', { g: dy.address, db: bias.gradient, geometry })
}

/** Where the window of the first output begins: in the padding, if there is any. */
export function firstWindow({ halo }: ConvolutionShape, x: FeatureMap): number {
  return addressOf(x, -halo.top, -halo.left)
}

/** Each place of `y` and the window of x that it belongs to. */
export function windowsBlock(
  plan: ArenaPlan,
  { stride, kernel, run }: Pick<ConvolutionShape, 'stride' | 'kernel' | 'run'>,
  x: FeatureMap,
  y: FeatureMap,
  channels: number,
): number {
  return correlationBlock(plan, {
    rows: y.height,
    columns: y.width,
    xImage: x.imageStep,
    xRow: stride * x.rowStep,
    xColumn: stride * x.columnStep,
    tapRows: kernel,
    tapRowStep: x.rowStep,
    run,
    yImage: y.imageStep,
    yRow: y.rowStep,
    yColumn: y.columnStep,
    channels,
  })
}

/** dx from dy: a convolution of stride s goes back as s² correlations with every s-th tap, turned round. */
export function emitInputGradient(emission: Emission, shape: ConvolutionShape, dx: FeatureMap, dy: FeatureMap): void {
  const { plan, program, places, zeros } = emission
  const weight = (places[0] as ParameterPlace).value
  const { stride, runStep, kernel, inLanes } = shape
  for (const row of gradientClasses(shape, 'rows')) {
    for (const column of gradientClasses(shape, 'columns')) {
      const run = column.taps * dy.lanes
      // Where the kernel is shorter than the stride no tap reaches some columns: a sum of nothing, as the kernels' runs
      // have at least one number.
      const tapRows = column.taps === 0 ? 0 : row.taps
      const panels = emitPanels(emission, weight, {
        lanes: dx.lanes,
        laneStep: 4,
        rows: tapRows,
        rowStep: -stride * runStep * 4,
        columns: column.taps,
        columnStep: -stride * inLanes * 4,
        inner: dy.lanes,
        innerStep: kernel * runStep * 4,
        first: 4 * (row.lastTap * runStep + column.lastTap * inLanes),
      })
      const geometry = correlationBlock(plan, {
        rows: row.count,
        columns: column.count,
        xImage: dy.imageStep,
        xRow: dy.rowStep,
        xColumn: dy.columnStep,
        tapRows,
        tapRowStep: dy.rowStep,
        run,
        yImage: dx.imageStep,
        yRow: stride * dx.rowStep,
        yColumn: stride * dx.columnStep,
        channels: dx.lanes,
      })
      const from = addressOf(dy, row.from, column.from)
      program.emit('convolve', {
        x: from,
        w: panels,
        bias: zeros,
        y: addressOf(dx, row.first, column.first),
        geometry,
      })
    }
  }
}

/** Panels of output channels, packed after every update. */
export function forwardPanels(
  emission: Emission,
  { kernel, run, runStep }: ConvolutionShape,
  lanes: number,
  weight: number,
): number {
  return emitPanels(emission, weight, {
    lanes,
    laneStep: kernel * runStep * 4,
    rows: kernel,
    rowStep: runStep * 4,
    columns: 1,
    columnStep: 0,
    inner: run,
    innerStep: 4,
    first: 0,
  })
}
