/** From the spec's model to layers that can be compiled; where fusing is allowed, three of them become one. */
import { ActivationLayer } from '../nn/activation-layer'
import { Conv2d } from '../nn/conv2d'
import { paddedLanes } from '../nn/feature-map'
import { Flatten } from '../nn/flatten'
import type { Layer } from '../nn/layer'
import { Linear } from '../nn/linear'
import { MaxPool2d } from '../nn/max-pool2d'
import { canPool, PooledConv2d } from '../nn/pooled-conv2d'
import type { Conv2dSpec, LayerSpec } from '../spec/layer-spec'
import { isRareLayer } from '../spec/rare-layer'
import { outputShapeOf } from '../spec/shapes'
import type { LayerBlocks } from './layer-blocks'
import type { RareLayers } from './rare-layers'

export interface LayersOptions {
  model: LayerSpec[]
  inputShape: number[]
  blocks: LayerBlocks
  /** Convolution, activation and 2 × 2 max-pool as one layer where that is possible: then nothing lies between them. */
  fuse: boolean
  /** Null: the model has no layer that `isRareLayer`. */
  rareLayers: RareLayers | null
}

/** Numbers a place of the network's input: unpadded where the first layer can read it so. */
export function inputLanes(model: LayerSpec[], channels: number): number {
  const first = model[0]?.layer
  return first === 'conv2d' || first === 'linear' || first === 'flatten' ? channels : paddedLanes(channels)
}

export function buildLayers(options: LayersOptions): Layer[] {
  const { model, inputShape, blocks, fuse } = options
  const layers: Layer[] = []
  let shape = inputShape
  let learntBelow = false
  for (let index = 0; index < model.length; ) {
    const lanes =
      index === 0 ? inputLanes(model, inputShape[inputShape.length - 1] as number) : paddedLanes(shape[2] ?? 0)
    const previous = layers[layers.length - 1]
    const pooled: Layer | null = fuse && isPlain(previous) ? buildPooled(model, index, shape, lanes, blocks) : null
    const layer: Layer = pooled ?? buildLayer(options, index, shape, lanes, learntBelow)
    layers.push(layer)
    learntBelow ||= layer.parameters.length > 0
    shape = layer.outputShape
    index += pooled === null ? 1 : 3
  }
  return layers
}

/** Whether a layer leaves its output's gradient without a halo: the pooled layer above would write into it. */
function isPlain(layer: Layer | undefined): boolean {
  if (layer === undefined) return true
  const { top, right, bottom, left } = layer.gradientHalo
  return top + right + bottom + left === 0
}

function convolutionOptions({ channels, kernel, stride = 1, padding = 'same' }: Conv2dSpec) {
  return { channels, kernel, stride, padding }
}

function buildPooled(
  model: LayerSpec[],
  index: number,
  shape: number[],
  lanes: number,
  { settings }: LayerBlocks,
): Layer | null {
  const [convolution, activation, pool] = model.slice(index, index + 3)
  if (convolution?.layer !== 'conv2d' || activation?.layer !== 'activation' || pool?.layer !== 'max-pool2d') return null
  // Fused, there would be no number to learn by, no programs run, and no map for a residual layer to add.
  if (activation.name === 'expression' || activation.learnt === true) return null
  if (model.some((layer) => layer.layer === 'residual' && (layer.from === index || layer.from === index + 1)))
    return null
  if (!canPool(convolution.stride ?? 1, pool.size, pool.stride ?? pool.size)) return null
  const [height, width] = outputShapeOf(convolution, index, shape) as [number, number]
  if (height < 2 || width < 2) return null
  return new PooledConv2d(index, shape, lanes, convolutionOptions(convolution), settings.get(index + 1) as number)
}

function buildLayer(
  { model, blocks, rareLayers }: LayersOptions,
  index: number,
  shape: number[],
  lanes: number,
  learntBelow: boolean,
): Layer {
  const spec = model[index] as LayerSpec
  if (isRareLayer(spec)) return (rareLayers as RareLayers).create(spec, index, shape, blocks)
  if (spec.layer === 'linear') return new Linear(index, shape, spec.units)
  if (spec.layer === 'conv2d') return new Conv2d(index, shape, lanes, convolutionOptions(spec), learntBelow)
  if (spec.layer === 'max-pool2d') return new MaxPool2d(index, shape, spec.size, spec.stride ?? spec.size)
  if (spec.layer === 'flatten') return new Flatten(index, shape)
  return new ActivationLayer(index, shape, blocks.settings.get(index) as number)
}
