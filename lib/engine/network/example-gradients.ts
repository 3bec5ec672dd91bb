import { type Parameter, readParameter } from '../nn/parameter'
import type { Network } from './network'

/** What one example adds to the gradient of its batch's mean loss. */
export interface ExampleGradient {
  /** Index in the training set. */
  example: number
  /** In the order of the parameters that were asked for, each in its logical order. */
  gradients: Float32Array[]
}

/**
 * The gradient of a batch, taken apart: each example goes through the programs that train by itself, and its part is what
 * it leaves. The parts add up to the batch's gradient, but for rounding. Only for networks in which an example does not
 * depend on its batch (no batch norm). Changes no weight; not in the middle of a step.
 */
export function exampleGradients(
  network: Network,
  batch: Uint32Array,
  parameters: readonly Parameter[],
): ExampleGradient[] {
  network.crew.settle()
  network.pointAt('train')
  const { f32 } = network.machine.memory
  return Array.from(batch, (example, n) => {
    network.listExamples(0, n, 1, batch, 1 / batch.length)
    network.runAlone(network.plan.training, 0, true)
    const start = network.plan.gradientBase(0) >> 2
    return { example, gradients: parameters.map((parameter) => readParameter(f32, start, parameter)) }
  })
}
