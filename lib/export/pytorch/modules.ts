/**
 * The spec's layers as PyTorch modules, each with the arrays of its `state_dict`. Not here: how they are strung together
 * (model-class.ts), and which order images have where (python/layout.ts).
 */

import type { Opening } from '@/lib/engine'
import { describeShapes, type LayerSpec, type NamedNumbers, windowsAlong } from '@/lib/engine'
import type { NumpyArray } from '@/lib/export/archive/npz'
import { channelsFirst, type Layout } from '@/lib/export/python/layout'
import { call, float, keywords } from '@/lib/export/python/text'
import { activationModule } from './activations'
import { meetsZeros } from './kinks'
import { parseWritten, writtenClass } from './written'

export interface TorchModule {
  /** Index of the layer in the spec's model that it belongs to. */
  layer: number
  /** What an attribute would be called, e.g. `conv`. */
  name: string
  code: string
  state: Record<string, NumpyArray>
}

export interface TorchModules {
  modules: TorchModule[]
  /** Names of `CLASSES` that are needed. */
  needs: Set<string>
  /** Classes of activations that learners wrote. */
  written: string[][]
}

type Arrays = ReadonlyMap<string, NamedNumbers>

export function torchModules({ spec, data, weights }: Opening, layout: Layout): TorchModules {
  const shapes = describeShapes(spec).map(({ outputShape }) => outputShape)
  const arrays: Arrays = new Map(weights.map((array) => [array.name, array]))
  const found: TorchModules = { modules: [], needs: new Set(), written: [] }
  for (const [index, layer] of spec.model.entries()) {
    const input = shapes[index - 1] ?? data.inputShape
    const build = { layer, index, input, arrays, layout, meetsZeros: meetsZeros(spec, index) }
    for (const { needs, state = {}, ...module } of modulesOf(build, found)) {
      if (needs !== undefined) found.needs.add(needs)
      found.modules.push({ ...module, layer: index, state })
    }
  }
  return found
}

interface Building {
  layer: LayerSpec
  index: number
  input: readonly number[]
  arrays: Arrays
  layout: Layout
  meetsZeros: boolean
}

interface Built {
  name: string
  code: string
  needs?: string
  state?: Record<string, NumpyArray>
}

function modulesOf(building: Building, found: TorchModules): Built[] {
  const { layer, index, input } = building
  const isImage = input.length === 3
  const channels = input.at(-1) as number
  switch (layer.layer) {
    case 'linear':
      return [{ name: 'linear', code: `nn.Linear(${channels}, ${layer.units})`, state: linearState(building) }]
    case 'conv2d':
      return convolution(building, layer)
    case 'max-pool2d':
    case 'avg-pool2d': {
      const { size, stride = size } = layer
      const name = layer.layer === 'max-pool2d' ? 'nn.MaxPool2d' : 'nn.AvgPool2d'
      return [{ name: 'pool', code: call(name, String(size), stride === size ? '' : `stride=${stride}`) }]
    }
    case 'global-average-pool':
      return [
        { name: 'pool', code: 'nn.AdaptiveAvgPool2d(1)' },
        { name: 'flatten', code: 'nn.Flatten()' },
      ]
    case 'flatten': {
      if (building.layout.flatten === 'channels-first' || !isImage) return [{ name: 'flatten', code: 'nn.Flatten()' }]
      return [{ name: 'flatten', code: 'FlattenPlaces()', needs: 'FlattenPlaces' }]
    }
    case 'batch-norm': {
      const { epsilon = 1e-5, momentum = 0.1 } = layer
      const options = keywords({
        eps: epsilon === 1e-5 ? undefined : float(epsilon),
        momentum: momentum === 0.1 ? undefined : float(momentum),
      })
      const code = call(isImage ? 'nn.BatchNorm2d' : 'nn.BatchNorm1d', String(channels), options)
      return [{ name: 'norm', code, state: normState(building, true) }]
    }
    case 'layer-norm': {
      const { epsilon = 1e-5 } = layer
      const options = epsilon === 1e-5 ? '' : `eps=${float(epsilon)}`
      const kind = isImage ? { name: 'LayerNorm2d', needs: 'LayerNorm2d' } : { name: 'nn.LayerNorm' }
      const code = call(kind.name, String(channels), options)
      return [{ ...kind, name: 'norm', code, state: normState(building, false) }]
    }
    case 'dropout':
      return [{ name: 'dropout', code: `nn.Dropout(p=${float(layer.rate)})` }]
    case 'alpha-dropout':
      return [{ name: 'dropout', code: `nn.AlphaDropout(p=${float(layer.rate)})` }]
    case 'softmax': {
      const { temperature = 1 } = layer
      if (temperature === 1) return [{ name: 'softmax', code: 'nn.Softmax(dim=1)' }]
      return [{ name: 'softmax', code: `SoftmaxAt(temperature=${float(temperature)})`, needs: 'SoftmaxAt' }]
    }
    case 'activation': {
      if (layer.name === 'expression') {
        const name = `Written${index}`
        found.written.push(writtenClass(name, parseWritten(layer.expression, index), building.meetsZeros))
        return [{ name: 'written', code: `${name}()` }]
      }
      const state = layer.learnt ? { [layer.name === 'swish' ? 'beta' : 'weight']: numbers(building, 'slope') } : {}
      const setting = { learnt: layer.learnt, meetsZeros: building.meetsZeros }
      return [{ name: layer.name.replaceAll('-', '_'), ...activationModule(layer.name, layer, setting), state }]
    }
    case 'residual':
      return []
    default:
      return layer satisfies never
  }
}

/** PyTorch's own padding is the same on opposite sides; TensorFlow's `same` may be not. */
function convolution(building: Building, spec: Extract<LayerSpec, { layer: 'conv2d' }>): Built[] {
  const { channels, kernel, stride = 1, padding = 'same' } = spec
  const [height, width, inChannels] = building.input as [number, number, number]
  const [top, bottom, left, right] = [height, width].flatMap((side) => {
    const { before, padded } = windowsAlong(side, { size: kernel, stride, padding })
    return [before, padded - side - before]
  }) as [number, number, number, number]
  const isEven = top === bottom && left === right && top === left
  const options = keywords({
    stride: stride === 1 ? undefined : String(stride),
    padding: isEven && top > 0 ? String(top) : undefined,
  })
  const code = call('nn.Conv2d', String(inChannels), String(channels), String(kernel), options)
  const state = { weight: convolutionWeight(building, kernel), bias: numbers(building, 'bias') }
  const pad = { name: 'pad', code: `nn.ZeroPad2d((${left}, ${right}, ${top}, ${bottom}))` }
  return [...(isEven ? [] : [pad]), { name: 'conv', code, state }]
}

function arrayOf({ arrays, index }: Building, kind: string): NamedNumbers {
  return arrays.get(`${index}.${kind}`) as NamedNumbers
}

function numbers(building: Building, kind: string): NumpyArray {
  const { shape, values } = arrayOf(building, kind)
  return { type: 'float32', shape, values }
}

/** [out, kernel, kernel, in] → [out, in, kernel, kernel]. */
function convolutionWeight(building: Building, kernel: number): NumpyArray {
  const { shape, values } = arrayOf(building, 'weight')
  const [out = 0, , , channels = 0] = shape
  const moved = channelsFirst(values, { height: kernel, width: kernel, channels })
  return { type: 'float32', shape: [out, channels, kernel, kernel], values: moved }
}

/** Columns go where the layout has their numbers. */
function linearState(building: Building): Record<string, NumpyArray> {
  const { shape, values } = arrayOf(building, 'weight')
  const order = building.layout.before[building.index] ?? null
  const weight = { type: 'float32' as const, shape, values: order === null ? values : channelsFirst(values, order) }
  return { weight, bias: numbers(building, 'bias') }
}

function normState(building: Building, isRunning: boolean): Record<string, NumpyArray> {
  const order = building.layout.before[building.index] ?? null
  const read = (kind: string): NumpyArray => {
    const { shape, values } = arrayOf(building, kind)
    return { type: 'float32', shape, values: order === null ? values : channelsFirst(values, order) }
  }
  const state = { weight: read('scale'), bias: read('bias') }
  if (!isRunning) return state
  const counted = { type: 'int64' as const, shape: [], values: [0] }
  return {
    ...state,
    running_mean: read('runningMean'),
    running_var: read('runningVariance'),
    num_batches_tracked: counted,
  }
}
