/** The layers of a network in words, as a lesson lists them and as a panel shows them before anything was run. */
import { formatNumber } from '@/components/plot/format-number'
import { activations, type LayerSpec } from '@/lib/engine'

/** A layer, with the activation behind it where there is one; runs of equal ones are written once. */
export interface NetworkBlock {
  text: string
  times: number
  /** Indices into the model. */
  first: number
  last: number
}

export function networkBlocks(model: readonly LayerSpec[]): NetworkBlock[] {
  const blocks: NetworkBlock[] = []
  for (let index = 0; index < model.length; index++) {
    const first = index
    const layer = model[index]
    const following = model[index + 1]
    if (layer === undefined) continue
    let text = describeLayer(layer)
    if (layer.layer !== 'activation' && following?.layer === 'activation') {
      text += ` → ${describeLayer(following)}`
      index++
    }
    const before = blocks.at(-1)
    if (before?.text !== text) blocks.push({ text, times: 1, first, last: index })
    else {
      before.times++
      before.last = index
    }
  }
  return blocks
}

/** `10 × (linear 16 → Sigmoid)` */
export const blockText = ({ text, times }: NetworkBlock) => (times === 1 ? text : `${times} × (${text})`)

function describeLayer(layer: LayerSpec): string {
  switch (layer.layer) {
    case 'linear': {
      const bias = layer.initialBias === undefined ? '' : `, biases from ${formatNumber(layer.initialBias)}`
      return `linear ${layer.units}${layer.init === undefined ? '' : ` (${typeof layer.init === 'string' ? layer.init : layer.init.name}${bias})`}`
    }
    case 'conv2d':
      return `convolution ${layer.kernel}×${layer.kernel}, ${layer.channels} channels`
    case 'max-pool2d':
      return `max-pool ${layer.size}×${layer.size}`
    case 'activation':
      return layer.name === 'expression' ? layer.expression : activations[layer.name].title
    default:
      return layer.layer
  }
}
