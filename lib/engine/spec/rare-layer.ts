import type { LayerSpec } from './layer-spec'

/** Of which most networks here are made: a page's trainer brings them along. */
const CORE: readonly LayerSpec['layer'][] = ['linear', 'conv2d', 'max-pool2d', 'flatten', 'activation']

/** Whether training the layer takes what only some runs need: another kind of layer, a written or a learnt activation. */
export function isRareLayer(layer: LayerSpec): boolean {
  if (layer.layer !== 'activation') return !CORE.includes(layer.layer)
  return layer.name === 'expression' || layer.learnt === true
}
