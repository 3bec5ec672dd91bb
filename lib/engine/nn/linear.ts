import { type FeatureMap, NO_HALO, paddedLanes } from './feature-map'
import { correlationBlock } from './geometry'
import type { Emission, Layer, ParameterPlace } from './layer'
import { channelParameter, type ParameterShape } from './parameter'

/**
 * PyTorch's Linear: y = W x + b, for x [inFeatures], W [units, inFeatures], b [units], y [units]. Backwards dW = Σ dy xᵀ and
 * db = Σ dy over the examples, dx = Wᵀ dy. To the kernels a chunk is one row of examples, and each output is a correlation
 * with a window as long as the input.
 */
export class Linear implements Layer {
  readonly outputShape: number[]
  readonly parameters: ParameterShape[]
  readonly inputHalo = NO_HALO
  readonly gradientHalo = NO_HALO

  constructor(
    readonly index: number,
    readonly inputShape: number[],
    private readonly units: number,
  ) {
    const inFeatures = inputShape[0] as number
    const step = paddedLanes(inFeatures)
    this.outputShape = [units]
    const weight: ParameterShape = {
      kind: 'weight',
      shape: [units, inFeatures],
      steps: [step, 1],
      stored: units * step,
      fanIn: inFeatures,
      fanOut: units,
    }
    this.parameters = [weight, channelParameter('bias', units)]
  }

  forward({ plan, program, prepare, places }: Emission, x: FeatureMap, y: FeatureMap): void {
    const [weight, bias] = places as [ParameterPlace, ParameterPlace]
    const inFeatures = this.inputShape[0] as number
    const transposed = plan.reserve('shared', paddedLanes(inFeatures) * y.lanes * 4)
    prepare.emit('transpose', { w: weight.value, t: transposed, rows: this.units, columns: inFeatures })
    const geometry = correlationBlock(plan, {
      ...this.examplesAsColumns(x, y),
      run: inFeatures,
      channels: y.lanes,
      wStep: y.lanes * 4,
      wPanel: 32,
      wTailStep: y.lanes * 4,
    })
    program.emit('convolve', { x: x.address, w: transposed, bias: bias.value, y: y.address, geometry })
  }

  backward(
    { plan, program, places, zeros }: Emission,
    x: FeatureMap,
    _y: FeatureMap,
    dx: FeatureMap | null,
    dy: FeatureMap,
  ): void {
    const [weight, bias] = places as [ParameterPlace, ParameterPlace]
    const inFeatures = this.inputShape[0] as number
    const geometry = correlationBlock(plan, {
      ...this.examplesAsColumns(x, dy),
      run: inFeatures,
      channels: this.units,
    })
    program.emit('weightGradient', { x: x.address, g: dy.address, dw: weight.gradient, geometry })
    program.emit('biasGradient', { g: dy.address, db: bias.gradient, geometry })
    if (dx === null) return
    // dx = Wᵀ dy: the stored rows of W are the panels, read across.
    const lanes = paddedLanes(inFeatures)
    const back = correlationBlock(plan, {
      ...this.examplesAsColumns(dy, dx),
      run: this.units,
      channels: lanes,
      wStep: lanes * 4,
      wPanel: 32,
      wTailStep: lanes * 4,
    })
    program.emit('convolve', { x: dy.address, w: weight.value, bias: zeros, y: dx.address, geometry: back })
  }

  private examplesAsColumns(from: FeatureMap, to: FeatureMap) {
    const read = { xImage: 0, xRow: 0, xColumn: from.imageStep, tapRows: 1, tapRowStep: 0 }
    return { rows: 1, columns: 0, ...read, yImage: 0, yRow: 0, yColumn: to.imageStep }
  }
}
