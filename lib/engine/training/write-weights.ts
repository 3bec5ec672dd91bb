import { SpecError } from '../errors'
import type { Network } from '../network/network'
import { sizeOf } from '../nn/parameter'
import type { NamedNumbers } from './named-weights'

/**
 * Gives a network the weights that `namedWeights` read from another of the same model; what batch norm counts along is not
 * among them. Not in the middle of a step. @throws SpecError naming what is missing or has another size.
 */
export function writeWeights(network: Network, numbers: readonly NamedNumbers[]): void {
  for (const parameter of network.parameters) {
    const found = numbers.find(({ name }) => name === parameter.name)
    const size = sizeOf(parameter.shape)
    if (found?.values.length !== size) {
      throw new SpecError(
        `${parameter.name} has ${size} numbers, and ${found?.values.length ?? 'none'} were given; take the weights of the same model.`,
      )
    }
    network.writeWeights(parameter, found.values)
  }
  network.prepare(network.plan.training)
}
