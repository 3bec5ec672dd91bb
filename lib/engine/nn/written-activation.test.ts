import type { LayerSpec } from '../spec/layer-spec'
import { checkLayers } from '../testing/check-layers'

const written = (expression: string): LayerSpec => ({ layer: 'activation', name: 'expression', expression })
const linear = (units: number): LayerSpec => ({ layer: 'linear', units })
const conv = (channels: number): LayerSpec => ({ layer: 'conv2d', channels, kernel: 3 })

checkLayers([
  ['x·σ(1.702x) between linear layers', [3], [linear(7), written('x * sigmoid(1.702 * x)'), linear(2)]],
  [
    'with a kink, on 5 channels, halos on both sides',
    [5, 4, 3],
    [conv(5), written('max(0, x) + 0.1 * sin(x)'), conv(4)],
  ],
  ['not 0 at 0, before a pool', [6, 6, 3], [conv(5), written('exp(-x^2)'), { layer: 'max-pool2d', size: 2 }]],
  ['first of all', [5], [written('tanh(x) + 1'), linear(3)]],
  ['over several blocks of 256', [9, 9, 2], [conv(8), written('x / (1 + abs(x))'), { layer: 'flatten' }, linear(2)]],
  ['a constant', [3], [linear(6), written('2'), linear(2)]],
])
