import { expect, test } from 'vitest'
import { parseActivation } from '../expressions/written-activation'
import { buildLayers } from '../network/build-layers'
import { reserveBlocks } from '../network/layer-blocks'
import { RARE_LAYERS } from '../network/rare-layers'
import { compileWritten } from '../network/written-programs'
import { ArenaPlan } from '../program/arena'
import type { LayerSpec } from '../spec/layer-spec'
import { BACKENDS } from '../testing/backends'
import { checkLayers } from '../testing/check-layers'
import { runChunk } from '../testing/one-chunk'

const learnt = (name: 'prelu' | 'swish'): LayerSpec => ({ layer: 'activation', name, learnt: true })
const linear = (units: number): LayerSpec => ({ layer: 'linear', units })
const conv = (channels: number): LayerSpec => ({ layer: 'conv2d', channels, kernel: 3 })

checkLayers([
  ['prelu between linear layers', [3], [linear(7), learnt('prelu'), linear(2)]],
  ['swish, last', [3], [linear(8), learnt('swish')]],
  ['prelu first of all', [5], [learnt('prelu'), linear(3)]],
  ['swish on 5 channels, halos on both sides', [5, 4, 3], [conv(5), learnt('swish'), conv(4)]],
  ['prelu before a pool, not fused', [6, 6, 3], [conv(8), learnt('prelu'), { layer: 'max-pool2d', size: 2 }]],
])

test('nothing is fused with an activation that learns, or that is written', () => {
  const layersOf = (activation: LayerSpec) => {
    const model: LayerSpec[] = [conv(8), activation, { layer: 'max-pool2d', size: 2 }]
    const blocks = reserveBlocks(new ArenaPlan(), model, [], compileWritten(model, parseActivation))
    return buildLayers({ model, inputShape: [6, 6, 3], blocks, fuse: true, rareLayers: RARE_LAYERS })
  }
  expect(layersOf({ layer: 'activation', name: 'prelu' })).toHaveLength(1)
  expect(layersOf(learnt('prelu'))).toHaveLength(3)
  expect(layersOf({ layer: 'activation', name: 'expression', expression: 'max(0, x)' })).toHaveLength(3)
})

test('the gradient of a slope is as exact as sums of float32 let it be: 2¹⁸ numbers of one sign', () => {
  const [height, width, channels] = [64, 64, 16]
  const size = 4 * height * width * channels
  const x = Float32Array.from({ length: size }, (_, i) => -(1 + (i % 1000) / 1000))
  const { gradients } = runChunk({
    backend: BACKENDS.kernels,
    model: [learnt('prelu')],
    inputShape: [height, width, channels],
    count: 4,
    x,
    weights: () => Float32Array.of(0.25),
    dy: (length) => new Float32Array(length).fill(0.1),
    fuse: true,
  })
  const exact = x.reduce((sum, value) => sum + value * Math.fround(0.1), 0)
  expect(Math.abs((gradients['0.slope']?.[0] ?? 0) / exact - 1)).toBeLessThan(1e-6)
})
