/**
 * Convolution of stride 1, activation and 2 × 2 max-pool as one layer: each pooling window is computed, activated and
 * reduced while its numbers are in registers, and on the way back only the winners' gradients are followed. Which
 * winner is taken where outputs are equal is in NUMERICS.md. Not here: the three layers on their own.
 */
import { firstWindow, forwardPanels, windowsBlock } from './convolution-calls'
import { type ConvolutionOptions, type ConvolutionShape, convolutionShape, weightShape } from './convolution-shape'
import { type FeatureMap, type Halo, layoutOf, NO_HALO, reserveMap } from './feature-map'
import { placesBlock, rowsBlock } from './geometry'
import type { Emission, Layer, ParameterPlace } from './layer'
import { channelParameter, type ParameterShape } from './parameter'
import { canTile, winogradArguments } from './winograd'

export class PooledConv2d implements Layer {
  readonly outputShape: number[]
  readonly parameters: ParameterShape[]
  readonly inputHalo: Halo
  readonly gradientHalo = NO_HALO
  private readonly shape: ConvolutionShape
  /** The winners' pre-activations and windows, and room to list them; set by `forward`. */
  private winners: { z: FeatureMap; places: number; geometry: number } | null = null

  constructor(
    readonly index: number,
    readonly inputShape: number[],
    private readonly inLanes: number,
    options: ConvolutionOptions,
    /** The activation's settings block: interventions write into it. */
    private readonly settings: number,
  ) {
    this.shape = convolutionShape(inputShape, inLanes, options)
    const [height, width, channels] = this.shape.outputShape as [number, number, number]
    this.outputShape = [Math.floor(height / 2), Math.floor(width / 2), channels]
    this.inputHalo = this.shape.halo
    this.parameters = [weightShape(this.shape), channelParameter('bias', options.channels)]
  }

  forward(emission: Emission, x: FeatureMap, y: FeatureMap): void {
    const { plan, program, places, chunk } = emission
    const [weight, bias] = places as [ParameterPlace, ParameterPlace]
    const { shape, settings } = this
    const z = reserveMap(plan, layoutOf(this.outputShape, NO_HALO), chunk)
    const windows = plan.reserve('scratch', z.imageStep * chunk)
    const from = firstWindow(shape, x)
    const common = { x: from, bias: bias.value, activation: settings, y: y.address, z: z.address, places: windows }
    // Two steps of a window for each pooled place.
    const geometry = windowsBlock(plan, { ...shape, stride: 2 }, x, y, y.lanes)
    this.winners = { z, places: windows, geometry }
    if (canTile(shape, this.inLanes)) {
      program.emit('winogradPooled', { ...common, ...winogradArguments(emission, shape, 'forward', x, y) })
    } else {
      const w = forwardPanels(emission, shape, y.lanes, weight.value)
      program.emit('convolvePooled', { ...common, w, geometry, pixel: x.columnStep })
    }
    // As for an activation on its own: f(0) need not be 0, but lanes without a channel are.
    if (y.lanes !== y.channels) program.emit('clearPadding', { b: y.address, block: placesBlock(plan, y) })
  }

  backward(emission: Emission, x: FeatureMap, y: FeatureMap, dx: FeatureMap | null, dy: FeatureMap): void {
    if (this.winners === null) throw new Error('PooledConv2d: backward before forward')
    const { plan, program, places, chunk } = emission
    const [weight, bias] = places as [ParameterPlace, ParameterPlace]
    const { shape, settings, winners } = this
    const { z, geometry } = winners
    const g = reserveMap(plan, z, chunk)
    program.emit('activationGradientRows', {
      settings,
      z: z.address,
      y: y.address,
      dy: dy.address,
      g: g.address,
      block: rowsBlock(plan, z, y),
    })
    if (dx !== null) program.emit('zeroImages', { address: dx.start, imageBytes: dx.imageStep })
    const list = plan.reserve('scratch', 2 * chunk * z.height * z.width * 4)
    program.emit('pooledGradient', {
      x: firstWindow(shape, x),
      g: g.address,
      places: winners.places,
      list,
      w: weight.value,
      dw: weight.gradient,
      db: bias.gradient,
      dx: firstWindow(shape, dx ?? x),
      needsInput: dx === null ? 0 : 1,
      geometry,
    })
  }
}

/** Whether convolution, activation and pooling of these sizes may be one layer. */
export function canPool(stride: number, poolSize: number, poolStride: number): boolean {
  return stride === 1 && poolSize === 2 && poolStride === 2
}
