import { TRAINED, type Trained } from '../activations/trained'
import { initialise } from '../init/init'
import type { Network } from '../network/network'
import { type Parameter, sizeOf } from '../nn/parameter'
import { createRng } from '../random/rng'
import type { LayerSpec } from '../spec/layer-spec'

/** Where learning starts. Each layer draws from a stream of its own, keyed by (seed, index). */
export function drawWeights(network: Network, model: readonly LayerSpec[], seed: number): void {
  for (const parameter of network.parameters) {
    const values = new Float32Array(sizeOf(parameter.shape))
    fill(values, parameter, model[parameter.layer] as LayerSpec, seed)
    network.writeWeights(parameter, values)
  }
}

/** Scales start at 1, biases at 0 or as the spec says, a learnt slope at the activation's α or β. */
function fill(values: Float32Array, { kind, layer: index, fanIn, fanOut }: Parameter, layer: LayerSpec, seed: number) {
  switch (layer.layer) {
    case 'linear':
    case 'conv2d':
      if (kind === 'bias') values.fill(layer.initialBias ?? 0)
      else {
        const init = layer.init ?? (layer.layer === 'conv2d' ? 'he-normal' : 'glorot-normal')
        initialise(values, init, fanIn, fanOut, createRng(seed, 'weights', index))
      }
      return
    case 'activation':
      if (layer.name !== 'expression') {
        const { alpha, beta }: Trained = TRAINED[layer.name]
        if (alpha !== undefined) values.fill(layer.alpha ?? alpha)
        if (beta !== undefined) values.fill(layer.beta ?? beta)
      }
      return
    default:
      values.fill(kind === 'scale' ? 1 : 0)
  }
}
