/**
 * The spec's layers as Keras 3 layers, each with the arrays that `set_weights` takes, in Keras's order. Images are
 * [height, width, channels] in Keras as here; kernels lie [rows, columns, in, out] and [in, out].
 */
import { describeShapes, type LayerSpec, type NamedNumbers, type Opening } from '@/lib/engine'
import type { NumpyArray } from '@/lib/export/archive/npz'
import { float, keywords } from '@/lib/export/python/text'
import { parseWritten } from '@/lib/export/pytorch/written'
import { activationLayer } from './activations'
import { writtenFunction } from './written'

export interface KerasLayer {
  layer: number
  /** Also its attribute in a functional model, e.g. `conv2d_0`. */
  name: string
  code: string
  weights: NumpyArray[]
}

export interface KerasLayers {
  layers: KerasLayer[]
  /** Names of `DEFINITIONS` that are needed. */
  needs: Set<string>
  written: string[][]
}

export function kerasLayers({ spec, data, weights }: Opening): KerasLayers {
  const shapes = describeShapes(spec).map(({ outputShape }) => outputShape)
  const arrays = new Map(weights.map((array) => [array.name, array]))
  const found: KerasLayers = { layers: [], needs: new Set(), written: [] }
  for (const [index, layer] of spec.model.entries()) {
    if (layer.layer === 'residual') continue
    const axes = (shapes[index - 1] ?? data.inputShape).length
    for (const { code, options, needs, prefix } of layersOf(layer, index, axes, found)) {
      const kind = layer.layer === 'activation' ? layer.name : layer.layer
      const name = `${(prefix ?? kind).replaceAll('-', '_')}_${index}`
      if (needs !== undefined) found.needs.add(needs)
      const own =
        prefix === undefined ? weightsOf(layer, (kind) => arrays.get(`${index}.${kind}`) as NamedNumbers, axes) : []
      found.layers.push({
        layer: index,
        name,
        code: `${code}(${[...options, `name="${name}"`].join(', ')})`,
        weights: own,
      })
    }
  }
  return found
}

interface Built {
  code: string
  options: string[]
  needs?: string
  /** Of a layer that stands before the one the spec names. */
  prefix?: string
}

function layersOf(layer: LayerSpec, index: number, axes: number, found: KerasLayers): Built[] {
  switch (layer.layer) {
    case 'linear':
      return [{ code: 'layers.Dense', options: [String(layer.units)] }]
    case 'conv2d': {
      const { channels, kernel, stride = 1, padding = 'same' } = layer
      const options = keywords({
        strides: stride === 1 ? undefined : String(stride),
        padding: padding === 'same' ? '"same"' : undefined,
      })
      const isPadded = typeof padding === 'number' && padding > 0
      return [
        ...(isPadded ? [{ code: 'layers.ZeroPadding2D', options: [String(padding)], prefix: 'pad' }] : []),
        { code: 'layers.Conv2D', options: [String(channels), String(kernel), ...(options === '' ? [] : [options])] },
      ]
    }
    case 'max-pool2d':
    case 'avg-pool2d': {
      const { size, stride = size } = layer
      const code = layer.layer === 'max-pool2d' ? 'layers.MaxPooling2D' : 'layers.AveragePooling2D'
      return [{ code, options: [String(size), ...(stride === size ? [] : [`strides=${stride}`])] }]
    }
    case 'global-average-pool':
      return [{ code: 'layers.GlobalAveragePooling2D', options: [] }]
    case 'flatten':
      return [{ code: 'layers.Flatten', options: [] }]
    case 'batch-norm': {
      const { momentum = 0.1, epsilon = 1e-5 } = layer
      // Keras names the part that is kept, not the part that is replaced.
      const kept = float(Number((1 - momentum).toPrecision(12)))
      return [{ code: 'layers.BatchNormalization', options: [`momentum=${kept}`, `epsilon=${float(epsilon)}`] }]
    }
    case 'layer-norm':
      return [{ code: 'layers.LayerNormalization', options: [`epsilon=${float(layer.epsilon ?? 1e-5)}`] }]
    case 'dropout':
      return [{ code: 'layers.Dropout', options: [float(layer.rate)] }]
    case 'alpha-dropout':
      return [{ code: 'layers.AlphaDropout', options: [float(layer.rate)] }]
    case 'softmax': {
      const { temperature = 1 } = layer
      const cooled = { code: 'layers.Rescaling', options: [`1 / ${float(temperature)}`], prefix: 'temperature' }
      return [...(temperature === 1 ? [] : [cooled]), { code: 'layers.Softmax', options: [] }]
    }
    case 'activation': {
      if (layer.name !== 'expression') return [activationLayer(layer, axes)]
      const name = `written_${index}`
      found.written.push(writtenFunction(name, parseWritten(layer.expression, index), index))
      return [{ code: 'layers.Activation', options: [name] }]
    }
    case 'residual':
      return []
    default:
      return layer satisfies never
  }
}

function weightsOf(layer: LayerSpec, read: (kind: string) => NamedNumbers, axes: number): NumpyArray[] {
  const plain = (kind: string): NumpyArray => ({ type: 'float32', shape: read(kind).shape, values: read(kind).values })
  switch (layer.layer) {
    case 'linear':
    case 'conv2d':
      return [outputsLast(read('weight')), plain('bias')]
    case 'batch-norm':
      return ['scale', 'bias', 'runningMean', 'runningVariance'].map(plain)
    case 'layer-norm':
      return ['scale', 'bias'].map(plain)
    case 'activation': {
      if (layer.name === 'expression' || !layer.learnt) return []
      const { values } = read('slope')
      return [{ type: 'float32', shape: layer.name === 'prelu' ? Array(axes).fill(1) : [1], values }]
    }
    default:
      return []
  }
}

/** [out, …] → […, out]. */
function outputsLast({ shape, values }: NamedNumbers): NumpyArray {
  const [outputs = 0, ...rest] = shape
  const inputs = values.length / outputs
  const moved = new Float32Array(values.length)
  for (let o = 0; o < outputs; o++) {
    for (let i = 0; i < inputs; i++) moved[i * outputs + o] = values[o * inputs + i] as number
  }
  return { type: 'float32', shape: [...rest, outputs], values: moved }
}
