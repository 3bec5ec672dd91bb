import type { Inspection } from '../network/inspection'
import type { Probe, ProbeReading } from './probe'
import { squaredNorm } from './squared-norm'

/**
 * Euclidean norm of the gradient of the probe set's mean loss with respect to a layer's parameters, weights and biases
 * together. Details: `weights`, the norm of the weights' part alone; `perWeight`, that norm divided by the root of their
 * number, to compare layers of different size.
 */
export class GradientNorm implements Probe {
  readonly sees = 'probe-set'

  constructor(
    private readonly index: number,
    private readonly inspection: Inspection,
  ) {}

  observe(): void {}

  readings(): ProbeReading[] {
    const own = this.inspection.parameters.filter(({ layer }) => layer === this.index)
    const [weight, ...others] = own.map((parameter) => this.inspection.readGradient(parameter))
    if (weight === undefined) return []
    const ofWeights = squaredNorm(weight)
    const all = others.reduce((sum, gradient) => sum + squaredNorm(gradient), ofWeights)
    const weights = Math.sqrt(ofWeights)
    const details = { weights, perWeight: weights / Math.sqrt(weight.length) }
    return [{ probe: 'gradient-norm', layer: this.index, value: Math.sqrt(all), details }]
  }
}
