import { expect, test } from 'vitest'
import type { LayerSpec } from '@/lib/engine'
import { blockText, networkBlocks } from './network-words'

const linear = (units: number): LayerSpec => ({ layer: 'linear', units })
const tanh: LayerSpec = { layer: 'activation', name: 'tanh' }
const dropout: LayerSpec = { layer: 'dropout', rate: 0.1 }

const CASES: [string, LayerSpec[], string[]][] = [
  [
    'an activation stands with the layer before it',
    [linear(8), tanh, linear(2)],
    ['0–1 linear 8 → Tanh', '2–2 linear 2'],
  ],
  ['equal blocks are written once', [linear(8), tanh, linear(8), tanh], ['0–3 2 × (linear 8 → Tanh)']],
  ['nothing in between is left out', [linear(8), dropout, linear(8)], ['0–0 linear 8', '1–1 dropout', '2–2 linear 8']],
  ['a second activation stands alone', [linear(8), tanh, tanh], ['0–1 linear 8 → Tanh', '2–2 Tanh']],
  ['no layer is no block', [], []],
]

test.each(CASES)('%s', (_, model, expected) => {
  expect(networkBlocks(model).map((block) => `${block.first}–${block.last} ${blockText(block)}`)).toEqual(expected)
})
