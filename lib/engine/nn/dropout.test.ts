import { describe, expect, test } from 'vitest'
import type { LayerSpec } from '../spec/layer-spec'
import { BACKENDS } from '../testing/backends'
import { checkLayers, runCase } from '../testing/check-layers'
import { type ChunkOptions, runChunk } from '../testing/one-chunk'
import { randomFloats } from '../testing/random-floats'

const drop = (rate: number): LayerSpec => ({ layer: 'dropout', rate })
const alpha = (rate: number): LayerSpec => ({ layer: 'alpha-dropout', rate })
const linear = (units: number): LayerSpec => ({ layer: 'linear', units })
const conv = (channels: number): LayerSpec => ({ layer: 'conv2d', channels, kernel: 3 })
const selu: LayerSpec = { layer: 'activation', name: 'selu' }

const MODELS: [string, number[], LayerSpec[]][] = [
  ['dropout of 7 features', [3], [linear(7), drop(0.5), linear(2)]],
  ['dropout first of all, then again', [6], [drop(0.2), linear(8), drop(0.75), linear(3)]],
  ['dropout of 5 channels, halos on both sides', [5, 4, 3], [conv(5), drop(0.3), conv(4)]],
  ['alpha dropout of 7 features', [3], [linear(7), selu, alpha(0.1), linear(2)]],
  ['alpha dropout of 5 channels, halos on both sides', [5, 4, 3], [conv(5), selu, alpha(0.4), conv(4)]],
  ['rates of 0', [5], [linear(5), drop(0), alpha(0), linear(3)]],
]

describe('in a batch', () => checkLayers(MODELS, { inBatch: { seed: 5, step: 3, first: 8 } }))
describe('outside a batch', () => checkLayers(MODELS, { counts: [1, 4] }))

const FEATURES = 1000
function dropped(layer: LayerSpec, inBatch: ChunkOptions['inBatch'], count = 4, skip = 0): Float32Array {
  return runChunk({
    backend: BACKENDS.kernels,
    model: [layer],
    inputShape: [FEATURES],
    count,
    x: randomFloats((skip + count) * FEATURES, 3, 1).subarray(skip * FEATURES),
    weights: () => new Float32Array(0),
    dy: (size) => new Float32Array(size),
    fuse: true,
    inBatch,
  }).y
}

test('outside a batch every number passes', () => {
  expect(dropped(drop(0.9), undefined)).toEqual(randomFloats(4 * FEATURES, 3, 1))
  expect(dropped(alpha(0.9), undefined)).toEqual(randomFloats(4 * FEATURES, 3, 1))
})

test('what is dropped depends on seed, layer and step, and not on how the batch is cut into chunks', () => {
  const whole = dropped(drop(0.5), { seed: 1, step: 2, first: 0 })
  const parts = [0, 1, 2, 3].map((first) => dropped(drop(0.5), { seed: 1, step: 2, first }, 1, first))
  expect(parts.flatMap((part) => [...part])).toEqual([...whole])
  expect(dropped(drop(0.5), { seed: 2, step: 2, first: 0 })).not.toEqual(whole)
  expect(dropped(drop(0.5), { seed: 1, step: 3, first: 0 })).not.toEqual(whole)
  const second = runCase('kernels', ['', [FEATURES], [drop(0), drop(0.5)]], 4, true, { seed: 1, step: 2, first: 0 })
  const alone = runCase('kernels', ['', [FEATURES], [drop(0.5)]], 4, true, { seed: 1, step: 2, first: 0 })
  expect(second.y).not.toEqual(alone.y)
})

test.each([0.1, 0.5, 0.9])('rate %d: so many are 0, the others are scaled', (rate) => {
  const x = randomFloats(4 * FEATURES, 3, 1)
  const y = dropped(drop(rate), { seed: 9, step: 0, first: 0 })
  const zeros = y.filter((value) => value === 0).length
  // Binomial: standard deviation √(n·p·(1 − p)).
  expect(Math.abs(zeros - rate * y.length)).toBeLessThan(5 * Math.sqrt(y.length * rate * (1 - rate)))
  y.forEach((value, i) => {
    if (value !== 0) expect(value / (x[i] ?? 0)).toBeCloseTo(1 / (1 - rate), 4)
  })
})

test('alpha dropout keeps mean 0 and variance 1', () => {
  const normal = Float32Array.from({ length: 200 * FEATURES }, (_, i) => {
    const [u, v] = [((i * 7919) % 200_003) / 200_003, ((i * 104_729) % 200_017) / 200_017]
    return Math.sqrt(-2 * Math.log(u + 1e-7)) * Math.cos(2 * Math.PI * v)
  })
  const y = runChunk({
    backend: BACKENDS.kernels,
    model: [alpha(0.2)],
    inputShape: [FEATURES],
    count: 200,
    x: normal,
    weights: () => new Float32Array(0),
    dy: (size) => new Float32Array(size),
    fuse: true,
    inBatch: { seed: 4, step: 1, first: 0 },
  }).y
  const mean = y.reduce((sum, value) => sum + value, 0) / y.length
  const variance = y.reduce((sum, value) => sum + (value - mean) ** 2, 0) / y.length
  expect(Math.abs(mean)).toBeLessThan(0.02)
  expect(Math.abs(variance - 1)).toBeLessThan(0.03)
})
