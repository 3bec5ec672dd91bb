/** Every layer against the double-precision reference: outputs, and gradients along random directions. */
import { describe, expect, test } from 'vitest'
import { activations } from '../activations/registry'
import { randomFloats } from '../testing/random-floats'
import {
  dot,
  type ReferenceConv,
  referenceActivation,
  referenceConv2d,
  referenceLinear,
  referenceMaxPool2d,
  slopeAlong,
} from '../testing/reference'
import { ActivationLayer } from './activation-layer'
import { Conv2d } from './conv2d'
import { Linear } from './linear'
import { MaxPool2d } from './max-pool2d'
import { type Module, sizeOf } from './module'

const CAPACITY = 5

function place(inputShape: number[]) {
  return { index: 0, inputShape, capacity: CAPACITY, needsInputGradient: true }
}

function expectClose(actual: ArrayLike<number>, expected: ArrayLike<number>, relative: number): void {
  const scale = Math.sqrt(dot(Array.from(expected), Array.from(expected)) / expected.length)
  for (let i = 0; i < expected.length; i++) {
    expect(Math.abs((actual[i] ?? Number.NaN) - (expected[i] ?? Number.NaN))).toBeLessThanOrEqual(relative * scale)
  }
}

type Reference = (x: number[], weight: number[], bias: number[]) => number[]

/** With L = Σ c·y: dL along a random direction, by `backward` and by finite differences of the reference. */
function checkLayer(layer: Module, reference: Reference, count: number): void {
  const inSize = sizeOf(layer.inputShape)
  const outSize = sizeOf(layer.outputShape)
  const [weight, bias] = layer.parameters()
  if (weight !== undefined) weight.value.set(randomFloats(weight.value.length, 1, 0.5))
  if (bias !== undefined) bias.value.set(randomFloats(bias.value.length, 2, 0.5))
  layer.prepare()
  const w = Array.from(weight?.value ?? [])
  const b = Array.from(bias?.value ?? [])
  // Two passes of different size: what the first left in the buffers must not leak into the second.
  layer.forward(randomFloats(CAPACITY * inSize, 9), CAPACITY)
  layer.backward(randomFloats(CAPACITY * outSize, 8), CAPACITY)
  const x = randomFloats(count * inSize, 3)
  const c = randomFloats(count * outSize, 4)
  const split = (values: ArrayLike<number>) =>
    Array.from({ length: count }, (_, n) => Array.from(values).slice(n * inSize, (n + 1) * inSize))
  const y = layer.forward(x, count).slice(0, count * outSize)
  expectClose(
    y,
    split(x).flatMap((example) => reference(example, w, b)),
    1e-6,
  )

  const dx = layer.backward(c, count).slice(0, count * inSize)
  const loss = (inputs: ArrayLike<number>, weights: number[], biases: number[]) =>
    dot(
      c,
      split(inputs).flatMap((example) => reference(example, weights, biases)),
    )
  const direction = randomFloats(x.length, 5)
  const expected = slopeAlong((moved) => loss(moved, w, b), x, direction)
  expect(Math.abs(dot(dx, direction) - expected)).toBeLessThan(1e-4 * Math.max(1, Math.abs(expected)))
  for (const [parameter, move] of [
    [weight, (moved: number[]) => loss(x, moved, b)],
    [bias, (moved: number[]) => loss(x, w, moved)],
  ] as const) {
    if (parameter === undefined) continue
    const along = randomFloats(parameter.value.length, 6)
    const slope = slopeAlong(move, parameter.value, along)
    expect(Math.abs(dot(parameter.partial, along) - slope)).toBeLessThan(1e-4 * Math.max(1, Math.abs(slope)))
  }
}

describe.each([1, 2, 4, 5])('with %d examples', (count) => {
  test.each([
    [1, 1],
    [2, 8],
    [7, 3],
    [33, 10],
  ])('linear %d → %d: outputs and gradients', (inFeatures, units) => {
    checkLayer(new Linear(place([inFeatures]), units), referenceLinear, count)
  })

  test.each([
    [[6, 6, 3], 4, 3, 1, 'same'],
    [[7, 5, 2], 5, 3, 1, 'valid'],
    [[8, 8, 3], 6, 3, 2, 'same'],
    [[7, 9, 1], 1, 5, 2, 'same'],
    [[9, 7, 4], 3, 5, 3, 'valid'],
    [[5, 5, 3], 7, 1, 1, 'same'],
    [[6, 5, 2], 3, 2, 1, 'same'],
    [[6, 6, 2], 3, 2, 2, 'valid'],
    [[3, 3, 2], 2, 3, 1, 'valid'],
  ] as [[number, number, number], number, number, number, 'same' | 'valid'][])(
    'conv2d on [%s] → %d channels, kernel %d, stride %d, %s: outputs and gradients',
    (shape, channels, kernel, stride, padding) => {
      const options: ReferenceConv = { shape, channels, kernel, stride, padding }
      checkLayer(new Conv2d(place(shape), options), (x, w, b) => referenceConv2d(x, w, b, options), count)
    },
  )

  test.each([
    [[6, 6, 3], 2],
    [[7, 5, 2], 2],
    [[9, 9, 1], 3],
    [[4, 4, 2], 4],
  ] as [[number, number, number], number][])('max-pool2d on [%s], size %d: outputs and gradients', (shape, size) => {
    checkLayer(new MaxPool2d(place(shape), size), (x) => referenceMaxPool2d(x, shape, size), count)
  })

  test.each(Object.values(activations).map((f) => [f.name, f] as const))(
    'activation %s: outputs and gradients',
    (_name, f) => {
      checkLayer(new ActivationLayer(place([11]), f, {}), (x) => referenceActivation(x, f, {}), count)
    },
  )
})

test('max-pool2d: of equal maxima the first in row order gets the gradient; NaN is a maximum', () => {
  const pool = new MaxPool2d(place([2, 2, 1]), 2)
  expect(pool.forward(Float32Array.of(1, 3, 3, 3), 1)[0]).toBe(3)
  expect(Array.from(pool.backward(Float32Array.of(5), 1).subarray(0, 4))).toEqual([0, 5, 0, 0])
  expect(pool.forward(Float32Array.of(1, Number.NaN, 7, 3), 1)[0]).toBeNaN()
})
