import { activations } from '../activations/registry'
import { initialise } from '../init/init'
import { ActivationLayer } from '../nn/activation-layer'
import { Conv2d } from '../nn/conv2d'
import { Flatten } from '../nn/flatten'
import { Linear } from '../nn/linear'
import { MaxPool2d } from '../nn/max-pool2d'
import type { Module, Placement } from '../nn/module'
import { Sequential } from '../nn/sequential'
import { createRng } from '../random/rng'
import { outputShapeOf } from '../spec/shapes'
import type { LayerSpec } from '../spec/spec'

/** Builds the layers and draws their weights. Each layer draws from a stream of its own, keyed by (seed, index). */
export function buildModel(model: LayerSpec[], inputShape: number[], capacity: number, seed: number): Sequential {
  let shape = inputShape
  let learntBelow = false
  const layers = model.map((spec, index) => {
    const place = { index, inputShape: shape, capacity, needsInputGradient: learntBelow }
    shape = outputShapeOf(spec, index, shape)
    const layer = buildLayer(spec, place, seed)
    learntBelow ||= layer.parameters().length > 0
    return layer
  })
  return new Sequential(layers, capacity)
}

function buildLayer(spec: LayerSpec, place: Placement, seed: number): Module {
  switch (spec.layer) {
    case 'linear': {
      const layer = new Linear(place, spec.units)
      const fanIn = layer.weight.shape[1] as number
      initialise(
        layer.weight.value,
        spec.init ?? 'glorot-normal',
        fanIn,
        spec.units,
        createRng(seed, 'weights', place.index),
      )
      layer.bias.value.fill(spec.initialBias ?? 0)
      return layer
    }
    case 'conv2d': {
      const { channels, kernel, stride = 1, padding = 'same' } = spec
      const layer = new Conv2d(place, { channels, kernel, stride, padding })
      const taps = kernel * kernel
      const fanIn = taps * (place.inputShape[2] as number)
      initialise(
        layer.weight.value,
        spec.init ?? 'he-normal',
        fanIn,
        taps * channels,
        createRng(seed, 'weights', place.index),
      )
      layer.bias.value.fill(spec.initialBias ?? 0)
      return layer
    }
    case 'max-pool2d':
      return new MaxPool2d(place, spec.size)
    case 'flatten':
      return new Flatten(place)
    case 'activation':
      return new ActivationLayer(place, activations[spec.name], { alpha: spec.alpha, beta: spec.beta })
    default:
      return spec satisfies never
  }
}
