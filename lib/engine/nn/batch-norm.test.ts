import { describe } from 'vitest'
import type { LayerSpec } from '../spec/layer-spec'
import { checkLayers, type ModelCase } from '../testing/check-layers'

const norm: LayerSpec = { layer: 'batch-norm' }
const conv = (channels: number, kernel = 3): LayerSpec => ({ layer: 'conv2d', channels, kernel })
const linear = (units: number): LayerSpec => ({ layer: 'linear', units })
const act = (name: 'relu' | 'gelu' | 'swish'): LayerSpec => ({ layer: 'activation', name })
const pool: LayerSpec = { layer: 'max-pool2d', size: 2 }
const flatten: LayerSpec = { layer: 'flatten' }
const add = (from: number): LayerSpec => ({ layer: 'residual', from })

const FEATURES: ModelCase[] = [
  ['first of all, on 6 features', [6], [norm, linear(3)]],
  ['last of all, on 8 features', [3], [linear(8), norm]],
  ['37 features between linear layers', [5], [linear(37), norm, act('gelu'), linear(4)]],
  ['two of them', [5], [linear(9), norm, act('relu'), linear(7), norm, act('swish'), linear(4)]],
  ['its output added', [4], [linear(6), norm, act('relu'), linear(6), add(1), linear(2)]],
  ['an epsilon as large as the variance', [6], [linear(9), { layer: 'batch-norm', epsilon: 0.5 }, linear(2)]],
]
const IMAGES: ModelCase[] = [
  ['5 channels, halos on both sides', [5, 4, 3], [conv(5), norm, conv(6)]],
  ['of the picture itself', [4, 5, 3], [norm, conv(4), norm, flatten, linear(3)]],
  ['before an activation and a pool', [8, 8, 3], [conv(8), norm, act('relu'), pool, flatten, linear(3)]],
  ['behind a fused layer', [8, 8, 3], [conv(8), act('relu'), pool, norm, conv(4), flatten, linear(3)]],
  ['before a fused layer', [8, 8, 3], [conv(4), norm, conv(8), act('swish'), pool, flatten, linear(3)]],
  ['a residual block', [6, 6, 2], [conv(5), norm, act('relu'), conv(5), norm, add(2), act('relu'), flatten, linear(3)]],
]
const inBatch = { seed: 1, step: 0, first: 0 }

describe('outside training, by running statistics', () => {
  checkLayers(FEATURES, { counts: [1, 6] })
  checkLayers(IMAGES, { counts: [1, 3] })
})

// Of two or three numbers a mean and a variance leave little, and that little is rounding.
describe('in training, by those of the batch', () => {
  checkLayers(FEATURES, { counts: [6, 13], inBatch })
  checkLayers(IMAGES, { counts: [2, 5], inBatch })
})
