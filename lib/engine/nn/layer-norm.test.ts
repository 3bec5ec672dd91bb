import { expect, test } from 'vitest'
import type { LayerSpec } from '../spec/layer-spec'
import { BACKENDS } from '../testing/backends'
import { checkLayers } from '../testing/check-layers'
import { runChunk } from '../testing/one-chunk'

const norm: LayerSpec = { layer: 'layer-norm' }
const conv = (channels: number): LayerSpec => ({ layer: 'conv2d', channels, kernel: 3 })
const linear = (units: number): LayerSpec => ({ layer: 'linear', units })

checkLayers([
  ['first of all, on 6 features', [6], [norm, linear(3)]],
  ['last of all, on 8 features', [3], [linear(8), norm]],
  ['37 features between linear layers', [5], [linear(37), norm, { layer: 'activation', name: 'gelu' }, linear(4)]],
  ['each place over 5 channels, halos on both sides', [5, 4, 3], [conv(5), norm, conv(6)]],
  ['each place over 8 channels', [4, 4, 2], [conv(8), norm, { layer: 'flatten' }, linear(3)]],
  ['an epsilon as large as the variance', [6], [linear(9), { layer: 'layer-norm', epsilon: 0.5 }, linear(2)]],
])

test.each(Object.entries(BACKENDS))(
  '%s: equal numbers, huge ones and a single one are standardised to β',
  (_, backend) => {
    for (const x of [
      [7, 7, 7, 7, 7],
      [1e4, 1e4, 1e4, 1e4, 1e4],
      [-1e4, -1e4, -1e4, -1e4, -1e4],
    ]) {
      const { y, gradients } = runChunk({
        backend,
        model: [norm],
        inputShape: [5],
        count: 1,
        x: Float32Array.from(x),
        weights: (name) => Float32Array.from({ length: 5 }, (_v, i) => (name === '0.bias' ? i : 3)),
        dy: (size) => new Float32Array(size).fill(1),
        fuse: true,
      })
      expect([...y]).toEqual([0, 1, 2, 3, 4])
      expect(gradients['0.scale']?.every((value) => value === 0)).toBe(true)
      expect([...(gradients['0.bias'] ?? [])]).toEqual([1, 1, 1, 1, 1])
    }
  },
)
