import type { Network } from '../network/network'

/** Numbers that belong together, e.g. `0.weight` of shape [units, inFeatures]; NUMERICS.md says which shapes there are. */
export interface NamedNumbers {
  name: string
  shape: number[]
  values: Float32Array
}

/** A copy of a network's weights, then of the running statistics of its batch norms. */
export function namedWeights(network: Network): NamedNumbers[] {
  const learnt = network.parameters.map((parameter) => {
    return { name: parameter.name, shape: [...parameter.shape], values: network.readWeights(parameter) }
  })
  const layers = network.plan.blocks.running.flatMap(({ layer }) => [
    `${layer}.runningMean`,
    `${layer}.runningVariance`,
  ])
  const running = network.readRunning().map((values, i) => {
    return { name: layers[i] as string, shape: [values.length], values }
  })
  return [...learnt, ...running]
}
