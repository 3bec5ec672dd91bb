import type { FeatureMap } from '../nn/feature-map'
import type { Network } from './network'

/**
 * What the layers of these indices put out for `count` inputs side by side: [count, units] each. Only for networks of
 * vectors, in which nothing is fused: of a layer that became one with its neighbour there is nothing to read. Changes no
 * weight; not in the middle of a step.
 */
export function layerOutputs(
  network: Network,
  layers: readonly number[],
  inputs: Float32Array,
  count: number,
): Float32Array[] {
  const size = network.plan.shape.inputShape.reduce((product, side) => product * side, 1)
  const maps = layers.map((index) => {
    const placed = network.plan.training.network.placed.find(({ layer }) => layer.index === index)
    if (placed === undefined) throw new Error(`There is no layer ${index} to read; it was fused with another.`)
    return placed.y
  })
  const outputs = maps.map(({ channels }) => new Float32Array(count * channels))
  for (let first = 0; first < count; first += network.chunk) {
    const part = Math.min(network.chunk, count - first)
    network.predict(inputs.subarray(first * size, (first + part) * size), part)
    for (const [i, map] of maps.entries()) readRows(network, map, part, outputs[i] as Float32Array, first)
  }
  return outputs
}

/** A vector's map: one row an example. */
function readRows(network: Network, map: FeatureMap, count: number, into: Float32Array, first: number): void {
  const { f32 } = network.machine.memory
  const start = (network.plan.scratchBase(0) + (map.address & ~3)) >> 2
  for (let n = 0; n < count; n++) {
    const from = start + (n * map.imageStep) / 4
    into.set(f32.subarray(from, from + map.channels), (first + n) * map.channels)
  }
}
