/**
 * PyTorch's Conv2d, on images that lie as [height, width, channels]. With x [height, width, inChannels], W [outChannels,
 * kernel, kernel, inChannels], b [outChannels] and y [outHeight, outWidth, outChannels], for each output place (r, c) and
 * channel o:
 *
 *     y[r, c, o]     = b[o] + Σ W[o, i, j, k] · x[r·stride + i − before, c·stride + j − before, k]   over i, j, k
 *     dW[o, i, j, k] = Σ dy[r, c, o] · x[r·stride + i − before, c·stride + j − before, k]            over images, r, c
 *     db[o]          = Σ dy[r, c, o]                                                                 over images, r, c
 *     dx             = each dy[r, c, o] · W[o, i, j, k], added up where that product's x was read
 *
 * outHeight = ⌊(height + zeros − kernel) / stride⌋ + 1, of which zeros `before` lie above, or to the left: convolution-shape.ts
 * (Dumoulin & Visin 2016, arXiv:1603.07285). 3 × 3 of stride 1 goes by Winograd's way where the image can be tiled
 * (winograd.ts), all else as it is written here (convolution-calls.ts). In which order the terms are added, NUMERICS.md
 * says. Not here: convolution, activation and pooling in one (pooled-conv2d.ts).
 */
import { emitConvolution, emitInputGradient, emitParameterGradients, firstWindow } from './convolution-calls'
import { type ConvolutionOptions, type ConvolutionShape, convolutionShape, weightShape } from './convolution-shape'
import { addressOf, type FeatureMap, type Halo, NO_HALO } from './feature-map'
import { gradientHaloOf } from './input-gradient'
import type { Emission, Layer, ParameterPlace } from './layer'
import { channelParameter, type ParameterShape } from './parameter'
import { canTile, winogradArguments } from './winograd'

export class Conv2d implements Layer {
  readonly outputShape: number[]
  readonly parameters: ParameterShape[]
  /** Zeros around x, the padding, and around dy. */
  readonly inputHalo: Halo
  readonly gradientHalo: Halo
  private readonly shape: ConvolutionShape
  private readonly isTiled: boolean

  constructor(
    readonly index: number,
    readonly inputShape: number[],
    /** Numbers a place of the input, padding included. */
    inLanes: number,
    options: ConvolutionOptions,
    needsInputGradient: boolean,
  ) {
    this.shape = convolutionShape(inputShape, inLanes, options)
    this.isTiled = canTile(this.shape, inLanes)
    this.outputShape = this.shape.outputShape
    this.inputHalo = this.shape.halo
    this.gradientHalo = needsInputGradient ? gradientHaloOf(this.shape) : NO_HALO
    this.parameters = [weightShape(this.shape), channelParameter('bias', options.channels)]
  }

  forward(emission: Emission, x: FeatureMap, y: FeatureMap): void {
    const { shape, isTiled } = this
    if (!isTiled) emitConvolution(emission, shape, x, y)
    else {
      const maps = { x: firstWindow(shape, x), y: y.address, bias: (emission.places[1] as ParameterPlace).value }
      emission.program.emit('winograd', { ...maps, ...winogradArguments(emission, shape, 'forward', x, y) })
    }
  }

  backward(emission: Emission, x: FeatureMap, _y: FeatureMap, dx: FeatureMap | null, dy: FeatureMap): void {
    const { shape, isTiled } = this
    emitParameterGradients(emission, shape, x, dy)
    if (dx === null) return
    if (!isTiled) emitInputGradient(emission, shape, dx, dy)
    else {
      // dx is a convolution of dy with W turned round: each place sees the nine dy around it, and there is no bias.
      const maps = { x: addressOf(dy, -1, -1), y: dx.address, bias: emission.zeros }
      emission.program.emit('winograd', { ...maps, ...winogradArguments(emission, shape, 'backward', dy, dx) })
    }
  }
}
