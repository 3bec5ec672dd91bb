import { describe, expect, test } from 'vitest'
import type { LayerSpec } from '../spec/layer-spec'
import { BACKENDS } from '../testing/backends'
import { checkLayers } from '../testing/check-layers'
import { runChunk } from '../testing/one-chunk'

const softmax = (temperature?: number): LayerSpec => ({ layer: 'softmax', temperature })
const linear = (units: number): LayerSpec => ({ layer: 'linear', units })

checkLayers([
  ['of 5 features, last', [3], [linear(5), softmax()]],
  ['of 8 features between linear layers', [4], [linear(8), softmax(), linear(3)]],
  ['of 33 features, hot', [6], [linear(33), softmax(4), linear(2)]],
  ['of 10 features, cold', [6], [linear(10), softmax(0.2), linear(2)]],
  ['of one feature: always 1', [2], [linear(1), softmax(), linear(2)]],
])

function softmaxOf(backend: keyof typeof BACKENDS, z: number[]): number[] {
  const { y } = runChunk({
    backend: BACKENDS[backend],
    model: [softmax()],
    inputShape: [z.length],
    count: 1,
    x: Float32Array.from(z),
    weights: () => new Float32Array(0),
    dy: (size) => new Float32Array(size),
    fuse: true,
  })
  return [...y]
}

describe.each(['twins', 'kernels', 'kernels-shared'] as const)('%s', (backend) => {
  test.each([
    [
      [1000, 0, -1000],
      [1, 0, 0],
    ],
    [
      [-1000, -1000, -1000, -1000, -1000],
      [0.2, 0.2, 0.2, 0.2, 0.2],
    ],
    [
      [1e4, 1e4, -1e4],
      [0.5, 0.5, 0],
    ],
    [
      [Number.NEGATIVE_INFINITY, 3],
      [0, 1],
    ],
  ])('softmax(%j) = %j', (z, p) => {
    for (const [i, value] of softmaxOf(backend, z).entries()) expect(value).toBeCloseTo(p[i] ?? Number.NaN, 6)
  })

  test('NaN and ∞ make the whole row NaN, as in PyTorch', () => {
    for (const z of [
      [1, Number.NaN, 2],
      [Number.NaN, 1, 2],
      [1, 2, Number.POSITIVE_INFINITY],
    ]) {
      expect(softmaxOf(backend, z).every(Number.isNaN), `${z}`).toBe(true)
    }
  })
})
