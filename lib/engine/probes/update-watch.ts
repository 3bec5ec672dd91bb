import type { Network } from '../network/network'
import type { Parameter } from '../nn/parameter'
import { squaredDistance, squaredNorm } from './squared-norm'

/** How far one step moved a layer's weights: Euclidean norms of the change, and of the weights before it. */
export interface LayerUpdate {
  layer: number
  change: number
  weights: number
}

/** Completed steps, and what the last of them did. Part of a checkpoint: the weights before the step are gone. */
export interface StepUpdate {
  step: number
  layers: LayerUpdate[]
}

/**
 * Measures single steps: `keep` the weights, let the step happen, `measure`. The trainer asks for it at the steps that an
 * evaluation follows, so all others cost nothing.
 */
export class UpdateWatch {
  last: StepUpdate | null = null
  private readonly watched: Parameter[]
  private before: Float32Array[] = []

  /** Watches each layer's first parameter: its weights, not its biases. */
  constructor(private readonly network: Network) {
    const { parameters } = network
    this.watched = parameters.filter(({ layer }, p) => parameters[p - 1]?.layer !== layer)
  }

  keep(): void {
    this.before = this.watched.map((parameter) => this.network.readWeights(parameter))
  }

  measure(step: number): void {
    const layers = this.watched.map((parameter, p) => {
      const before = this.before[p] as Float32Array
      const change = Math.sqrt(squaredDistance(this.network.readWeights(parameter), before))
      return { layer: parameter.layer, change, weights: Math.sqrt(squaredNorm(before)) }
    })
    this.last = { step, layers }
  }
}
