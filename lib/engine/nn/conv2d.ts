/**
 * y[r, c, o] = b[o] + Σ W[o, i, j, k] · x[r·stride + i − before, c·stride + j − before, k]. x [height, width, inChannels],
 * W [outChannels, kernel, kernel, inChannels]. The halo holds the padding, so a window's rows are runs of adjacent
 * numbers and nothing is copied (implicit GEMM). 3 × 3 of stride 1 goes by Winograd where the image can be tiled.
 * Not here: convolution, activation and pooling in one (pooled-conv2d.ts).
 */
import type { ConvolutionOptions } from './convolution-shape'
import { type ConvolutionShape, convolutionShape, weightShape } from './convolution-shape'
import { addressOf, type FeatureMap, type Halo, NO_HALO, paddedLanes } from './feature-map'
import { correlationBlock, packingBlock } from './geometry'
import { gradientClasses, gradientHaloOf } from './input-gradient'
import type { Emission, Layer, ParameterPlace } from './layer'
import { channelParameter, type ParameterShape } from './parameter'
import { canTile, winogradBlock, winogradPanels, winogradWorkspace } from './winograd'

export class Conv2d implements Layer {
  readonly outputShape: number[]
  readonly parameters: ParameterShape[]
  readonly inputHalo: Halo
  readonly gradientHalo: Halo
  private readonly shape: ConvolutionShape

  constructor(
    readonly index: number,
    readonly inputShape: number[],
    /** Numbers a place of the input, padding included. */
    private readonly inLanes: number,
    options: ConvolutionOptions,
    needsInputGradient: boolean,
  ) {
    this.shape = convolutionShape(inputShape, inLanes, options)
    this.outputShape = this.shape.outputShape
    this.inputHalo = this.shape.halo
    this.gradientHalo = needsInputGradient ? gradientHaloOf(this.shape) : NO_HALO
    this.parameters = [weightShape(this.shape), channelParameter('bias', options.channels)]
  }

  forward(emission: Emission, x: FeatureMap, y: FeatureMap): void {
    const { plan, program, places, zeros } = emission
    const [weight, bias] = places as [ParameterPlace, ParameterPlace]
    const { shape } = this
    const from = addressOf(x, -shape.halo.top, -shape.halo.left)
    if (canTile(shape, this.inLanes)) {
      const u = winogradPanels(emission, shape, weight.value, 'forward')
      const geometry = winogradBlock(plan, x, y, y.lanes)
      const workspace = winogradWorkspace(plan, this.inLanes, y.lanes)
      program.emit('winograd', { x: from, u, bias: bias.value, y: y.address, workspace, zeros, geometry })
      return
    }
    const panels = forwardPanels(emission, shape, y.lanes, weight.value)
    const geometry = correlationBlock(plan, {
      rows: y.height,
      columns: y.width,
      xImage: x.imageStep,
      xRow: shape.stride * x.rowStep,
      xColumn: shape.stride * x.columnStep,
      tapRows: shape.kernel,
      tapRowStep: x.rowStep,
      run: shape.run,
      yImage: y.imageStep,
      yRow: y.rowStep,
      yColumn: y.columnStep,
      channels: y.lanes,
    })
    program.emit('convolve', { x: from, w: panels, bias: bias.value, y: y.address, geometry })
  }

  backward(emission: Emission, x: FeatureMap, _y: FeatureMap, dx: FeatureMap | null, dy: FeatureMap): void {
    const { plan, program, places, zeros } = emission
    const [weight, bias] = places as [ParameterPlace, ParameterPlace]
    const { shape } = this
    const geometry = correlationBlock(plan, {
      rows: dy.height,
      columns: dy.width,
      xImage: x.imageStep,
      xRow: shape.stride * x.rowStep,
      xColumn: shape.stride * x.columnStep,
      tapRows: shape.kernel,
      tapRowStep: x.rowStep,
      run: shape.run,
      yImage: dy.imageStep,
      yRow: dy.rowStep,
      yColumn: dy.columnStep,
      channels: shape.channels,
    })
    const from = addressOf(x, -shape.halo.top, -shape.halo.left)
    program.emit('weightGradient', { x: from, g: dy.address, dw: weight.gradient, geometry })
    program.emit('biasGradient', { g: dy.address, db: bias.gradient, geometry })
    if (dx === null) return
    if (canTile(shape, this.inLanes)) {
      const u = winogradPanels(emission, shape, weight.value, 'backward')
      const back = winogradBlock(plan, dy, dx, dx.lanes)
      const workspace = winogradWorkspace(plan, dy.lanes, dx.lanes)
      const corner = addressOf(dy, -1, -1)
      program.emit('winograd', { x: corner, u, bias: zeros, y: dx.address, workspace, zeros, geometry: back })
      return
    }
    this.inputGradient(emission, weight.value, dx, dy)
  }

  /** A convolution of stride s goes back as s² correlations with every s-th tap, turned round. */
  private inputGradient(
    { plan, program, prepare, zeros }: Emission,
    weight: number,
    dx: FeatureMap,
    dy: FeatureMap,
  ): void {
    const { shape } = this
    const { stride, runStep, kernel } = shape
    for (const row of gradientClasses(shape, 'rows')) {
      for (const column of gradientClasses(shape, 'columns')) {
        const run = column.taps * dy.lanes
        // Where the kernel is shorter than the stride no tap reaches some columns: a sum of nothing, as the kernels' runs
        // have at least one number.
        const tapRows = column.taps === 0 ? 0 : row.taps
        const panels = plan.reserve('shared', tapRows * run * paddedLanes(dx.lanes) * 4)
        const block = packingBlock(plan, {
          lanes: dx.lanes,
          laneStep: 4,
          rows: tapRows,
          rowStep: -stride * runStep * 4,
          columns: column.taps,
          columnStep: -stride * this.inLanes * 4,
          inner: dy.lanes,
          innerStep: kernel * runStep * 4,
          first: 4 * (row.lastTap * runStep + column.lastTap * this.inLanes),
        })
        prepare.emit('packPanels', { w: weight, panels, block })
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
}

/** Panels of output channels, packed after every update. */
export function forwardPanels(
  { plan, prepare }: Emission,
  { kernel, run, runStep }: ConvolutionShape,
  lanes: number,
  weight: number,
): number {
  const panels = plan.reserve('shared', lanes * kernel * run * 4)
  const block = packingBlock(plan, {
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
  prepare.emit('packPanels', { w: weight, panels, block })
  return panels
}
