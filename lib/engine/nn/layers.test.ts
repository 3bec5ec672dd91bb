/**
 * Convolution, linear layers and pooling by the contract of all layers (testing/check-layers.ts). Shapes are chosen to
 * reach every tile, tail, halo and padding lane.
 */
import type { LayerSpec } from '../spec/layer-spec'
import { checkLayers, type ModelCase } from '../testing/check-layers'

const conv = (channels: number, kernel = 3, stride = 1, padding: 'same' | 'valid' | number = 'same'): LayerSpec => {
  return { layer: 'conv2d', channels, kernel, stride, padding }
}
const act = (name: 'relu' | 'swish' | 'gelu' | 'sigmoid' | 'tanh' | 'elu'): LayerSpec => ({ layer: 'activation', name })
const pool = (size = 2, stride = size): LayerSpec => ({ layer: 'max-pool2d', size, stride })

const MODELS: ModelCase[] = [
  ...[
    [1, 1],
    [2, 8],
    [5, 3],
    [7, 12],
    [33, 10],
    [64, 20],
  ].map(
    ([inFeatures, units]) =>
      [`linear ${inFeatures} → ${units}`, [inFeatures ?? 0], [{ layer: 'linear', units: units ?? 0 }]] as ModelCase,
  ),
  [
    'linear · tanh · linear · sigmoid · linear',
    [3],
    [
      { layer: 'linear', units: 6 },
      act('tanh'),
      { layer: 'linear', units: 9 },
      act('sigmoid'),
      { layer: 'linear', units: 2 },
    ],
  ],
  ['3 × 3 same on 3 channels', [6, 6, 3], [conv(4)]],
  ['3 × 3 same, by Winograd going back', [8, 8, 3], [conv(8), act('relu'), conv(12), act('gelu'), conv(5)]],
  ['3 × 3 same on odd sides', [7, 5, 2], [conv(5), act('elu'), conv(6)]],
  ['3 × 3 stride 2 twice', [8, 8, 3], [conv(6, 3, 2), act('swish'), conv(8, 3, 2)]],
  ['5 × 5 stride 3, valid', [11, 9, 2], [conv(4, 1), conv(7, 5, 3, 'valid')]],
  ['2 × 2 stride 2 and 1 × 1', [6, 6, 2], [conv(3, 2, 2, 'valid'), conv(9, 1)]],
  ['1 × 1 stride 2: most inputs get no gradient', [5, 5, 4], [conv(4, 1), conv(4, 1, 2)]],
  ['the same on eight channels, then on thirteen', [5, 6, 4], [conv(8, 1), conv(13, 1, 2), conv(5, 1, 2)]],
  ['2 × 2 stride 3 on nine channels: some columns no tap reaches', [7, 8, 3], [conv(9, 1), conv(6, 2, 3)]],
  ['4 × 4 same, zeros shared out unevenly', [6, 5, 3], [conv(4), conv(4, 4)]],
  ['3 × 3 with two zeros around', [5, 5, 3], [conv(4), conv(4, 3, 1, 2)]],
  ['convolution, ReLU, pool in one, by tiles', [8, 8, 3], [conv(8), act('relu'), pool()]],
  [
    'two in a row, the second by Winograd',
    [16, 16, 3],
    [conv(16), act('relu'), pool(), conv(12), act('swish'), pool()],
  ],
  [
    'the same with GELU on 20 channels of odd sides',
    [9, 10, 3],
    [conv(8), act('gelu'), pool(), conv(20), act('gelu'), pool()],
  ],
  [
    'pooled with sigmoid on 5 channels, then a linear layer',
    [8, 8, 1],
    [conv(5), act('sigmoid'), pool(), { layer: 'flatten' }, { layer: 'linear', units: 3 }],
  ],
  [
    'the same, then a convolution: what lies beside the channels would be learnt from',
    [8, 8, 1],
    [conv(5), act('sigmoid'), pool(), conv(3)],
  ],
  ['max-pool 3 × 3 with steps of 2', [9, 9, 3], [conv(5), pool(3, 2)]],
  ['pool before anything is learnt', [8, 8, 3], [pool(), conv(4)]],
  [
    'mean pool, then global mean',
    [9, 8, 3],
    [
      conv(6),
      { layer: 'avg-pool2d', size: 3, stride: 2 },
      conv(5),
      { layer: 'global-average-pool' },
      { layer: 'linear', units: 4 },
    ],
  ],
  [
    'flatten of five channels with an activation between',
    [4, 4, 2],
    [conv(5), act('tanh'), { layer: 'flatten' }, { layer: 'linear', units: 7 }],
  ],
  ['convolution straight into flatten', [4, 4, 3], [conv(4), { layer: 'flatten' }, { layer: 'linear', units: 2 }]],
  ['activation on the input itself', [5], [act('swish'), { layer: 'linear', units: 4 }]],
]

checkLayers(MODELS)
