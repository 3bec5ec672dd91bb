import { expect, test } from 'vitest'
import { buildLayers } from '../network/build-layers'
import { reserveBlocks } from '../network/layer-blocks'
import { RARE_LAYERS } from '../network/rare-layers'
import { ArenaPlan } from '../program/arena'
import type { LayerSpec } from '../spec/layer-spec'
import { checkLayers } from '../testing/check-layers'

const linear = (units: number): LayerSpec => ({ layer: 'linear', units })
const conv = (channels: number, kernel = 3): LayerSpec => ({ layer: 'conv2d', channels, kernel })
/** 4 × 4 becomes 8 × 8: what a pool made small has the size of what went into it. */
const widen: LayerSpec = { layer: 'conv2d', channels: 4, kernel: 5, padding: 4 }
const act = (name: 'relu' | 'tanh' | 'swish'): LayerSpec => ({ layer: 'activation', name })
const from = (layer: number): LayerSpec => ({ layer: 'residual', from: layer })
const pool: LayerSpec = { layer: 'max-pool2d', size: 2 }
const flatten: LayerSpec = { layer: 'flatten' }

checkLayers([
  ['around a linear layer, last', [3], [linear(6), act('tanh'), linear(6), from(1)]],
  [
    'around two convolutions, halos of different widths',
    [6, 5, 3],
    [conv(5), conv(5, 5), act('relu'), conv(5), from(0), conv(4, 1)],
  ],
  [
    'two blocks in a row',
    [4],
    [linear(7), act('swish'), linear(7), from(0), act('tanh'), linear(7), from(3), linear(2)],
  ],
  [
    'two that add the same layer',
    [4],
    [linear(5), act('tanh'), linear(5), from(0), act('tanh'), linear(5), from(0), linear(2)],
  ],
  ['one inside another', [4], [linear(5), act('tanh'), act('swish'), linear(5), from(1), linear(5), from(0)]],
  [
    'one adds what another put out',
    [4],
    [linear(5), act('tanh'), linear(5), from(0), linear(5), act('tanh'), from(3), linear(3)],
  ],
  ['of what a fused layer puts out', [8, 8, 3], [conv(8), act('relu'), pool, conv(8), from(2), flatten, linear(3)]],
  ['of an activation that would be fused', [8, 8, 3], [conv(4), act('relu'), pool, widen, from(1), pool]],
  ['of a convolution that would be fused', [8, 8, 3], [conv(4), act('swish'), pool, widen, from(0), pool]],
  ['of a flattened image', [2, 2, 3], [conv(4), flatten, linear(16), from(1), linear(3)]],
  [
    'of an image whose flattening moves nothing',
    [2, 2, 3],
    [conv(4), act('tanh'), conv(4), from(0), flatten, linear(3)],
  ],
  ['of a layer that learns nothing and has none below', [4], [act('tanh'), act('swish'), from(0), linear(3)]],
  ['of a layer with no gradient, across one that learns', [4], [act('tanh'), linear(4), from(0), linear(3)]],
])

const fusible: LayerSpec[] = [conv(4), act('relu'), pool]
test.each([
  ['what the first of three puts out is added, so they stay three', [...fusible, widen, from(0)], 5],
  ['what the second puts out is added, likewise', [...fusible, widen, from(1)], 5],
  ['what the third puts out is added, so they may be one', [...fusible, conv(4), from(2)], 3],
])('%s', (_title, model, layers) => {
  const blocks = reserveBlocks(new ArenaPlan(), model, [], new Map())
  expect(buildLayers({ model, inputShape: [8, 8, 3], blocks, fuse: true, rareLayers: RARE_LAYERS })).toHaveLength(
    layers,
  )
})
