import { expect, test } from 'vitest'
import { activations } from '../activations/registry'
import { SoftmaxCrossEntropy } from '../losses/softmax-cross-entropy'
import type { LayerSpec } from '../spec/spec'
import { randomFloats } from '../testing/random-floats'
import {
  dot,
  referenceActivation,
  referenceConv2d,
  referenceCrossEntropy,
  referenceLinear,
  referenceMaxPool2d,
  slopeAlong,
} from '../testing/reference'
import { buildModel } from '../training/build-model'

const MODEL: LayerSpec[] = [
  { layer: 'conv2d', channels: 5, kernel: 3 },
  { layer: 'activation', name: 'swish' },
  { layer: 'max-pool2d', size: 2 },
  { layer: 'conv2d', channels: 4, kernel: 3, padding: 'valid' },
  { layer: 'activation', name: 'relu' },
  { layer: 'flatten' },
  { layer: 'linear', units: 6 },
]

/** The same network and its loss in double precision, for one image of 8 × 8 × 3. */
function referenceLoss(x: readonly number[], weights: readonly (readonly number[])[], target: number): number {
  const [w0 = [], b0 = [], w1 = [], b1 = [], w2 = [], b2 = []] = weights
  const first = {
    shape: [8, 8, 3] as [number, number, number],
    channels: 5,
    kernel: 3,
    stride: 1,
    padding: 'same' as const,
  }
  const second = {
    shape: [4, 4, 5] as [number, number, number],
    channels: 4,
    kernel: 3,
    stride: 1,
    padding: 'valid' as const,
  }
  const a = referenceActivation(referenceConv2d(x, w0, b0, first), activations.swish, {})
  const pooled = referenceMaxPool2d(a, [8, 8, 5], 2)
  const b = referenceActivation(referenceConv2d(pooled, w1, b1, second), activations.relu, {})
  return referenceCrossEntropy(referenceLinear(b, w2, b2), target)
}

test('a whole network: the gradient of each parameter matches finite differences of the reference', () => {
  const model = buildModel(MODEL, [8, 8, 3], 4, 11)
  const loss = new SoftmaxCrossEntropy({ capacity: 4, outputs: 6, classes: 6 })
  const x = randomFloats(4 * 192, 1)
  const targets = Float32Array.of(0, 2, 5, 3)
  loss.measure(model.forward(x, 4), targets, 4, 1 / 4)
  model.backward(loss.gradient, 4)

  const images = [0, 1, 2, 3].map((n) => Array.from(x.subarray(192 * n, 192 * n + 192)))
  const values = model.parameters.map((parameter) => Array.from(parameter.value))
  const total = (weights: readonly (readonly number[])[]) =>
    images.reduce((sum, image, n) => sum + referenceLoss(image, weights, targets[n] ?? 0), 0) / 4
  expect(loss.lossSum / 4).toBeCloseTo(total(values), 6)
  for (const [p, parameter] of model.parameters.entries()) {
    const direction = randomFloats(parameter.value.length, 20 + p)
    const along = (moved: number[]) => total(values.map((own, q) => (q === p ? moved : own)))
    const expected = slopeAlong(along, parameter.value, direction, 1e-6)
    const found = dot(parameter.partial, direction)
    expect(Math.abs(found - expected), parameter.name).toBeLessThan(1e-4 * Math.max(0.1, Math.abs(expected)))
  }
})

test('a chunk of examples gives each the output it has alone', () => {
  const model = buildModel(MODEL, [8, 8, 3], 4, 11)
  const x = randomFloats(4 * 192, 2)
  const together = model.forward(x, 4).slice(0, 24)
  for (let n = 0; n < 4; n++) {
    expect(model.forward(x.slice(192 * n, 192 * n + 192), 1).slice(0, 6)).toEqual(together.slice(6 * n, 6 * n + 6))
  }
})
