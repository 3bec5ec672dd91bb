import { describe, expect, test } from 'vitest'
import { activations } from '../activations/registry'
import { ActivationLayer } from '../nn/activation-layer'
import { Linear } from '../nn/linear'
import { ActivationMeanVariance } from './activation-mean-variance'
import { DeadUnits } from './dead-units'
import { GradientNorm } from './gradient-norm'
import { Saturation } from './saturation'

function layerOf(name: 'relu' | 'leaky-relu' | 'sigmoid', shape: number[]): ActivationLayer {
  const place = { index: 1, inputShape: shape, capacity: 4, needsInputGradient: true }
  return new ActivationLayer(place, activations[name], {})
}

describe('dead units', () => {
  test('a unit is dead when it is 0 on every example, and alive when one example wakes it', () => {
    const layer = layerOf('relu', [3])
    const probe = new DeadUnits(1, layer)
    layer.forward(Float32Array.of(-1, -1, 2, /**/ -3, -2, 1), 2)
    probe.observe(2)
    expect(probe.readings()[0]?.value).toBeCloseTo(2 / 3, 12)
    layer.forward(Float32Array.of(-1, 0.001, -5), 1)
    probe.observe(1)
    expect(probe.readings()).toEqual([{ probe: 'dead-units', layer: 1, value: 1 / 3, details: { dead: 1, units: 3 } }])
  })

  test('after a convolution a unit is a channel: one live position keeps it alive', () => {
    const layer = layerOf('relu', [2, 2, 2])
    const probe = new DeadUnits(1, layer)
    layer.forward(Float32Array.of(-1, -1, -1, -1, -1, -1, -1, 3), 1)
    probe.observe(1)
    expect(probe.readings()[0]?.details).toEqual({ dead: 1, units: 2 })
  })

  test('a leaky unit is never dead', () => {
    const layer = layerOf('leaky-relu', [2])
    const probe = new DeadUnits(1, layer)
    layer.forward(Float32Array.of(-1, -100), 1)
    probe.observe(1)
    expect(probe.readings()[0]?.value).toBe(0)
  })
})

test('gradient norm: over weights and biases; per weight in the details', () => {
  const layer = new Linear({ index: 0, inputShape: [2], capacity: 1, needsInputGradient: false }, 2)
  layer.weight.gradient.set([3, 0, 0, 4])
  layer.bias.gradient.set([12, 0])
  const [reading] = new GradientNorm(0, layer).readings()
  expect(reading?.value).toBe(13)
  expect(reading?.details).toEqual({ weights: 5, perWeight: 2.5 })
})

test('saturation: the part of outputs whose slope is below 0.01', () => {
  const layer = layerOf('sigmoid', [2])
  const probe = new Saturation(1, layer)
  // σ′ falls to 0.01 at |z| = 4.585.
  layer.forward(Float32Array.of(0, 4.5, 4.7, -9), 2)
  probe.observe(2)
  expect(probe.readings()[0]).toEqual({ probe: 'saturation', layer: 1, value: 0.5, details: { flat: 2, outputs: 4 } })
})

test('activation mean and variance: over units and examples', () => {
  const layer = layerOf('relu', [2])
  const probe = new ActivationMeanVariance(1, layer)
  layer.forward(Float32Array.of(1, 3), 1)
  probe.observe(1)
  layer.forward(Float32Array.of(-7, 4), 1)
  probe.observe(1)
  expect(probe.readings()[0]?.details).toEqual({ mean: 2, variance: 2.5 })
})
