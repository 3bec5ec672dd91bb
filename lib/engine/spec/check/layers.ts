/** Rules for one layer's own settings. Not here: whether layers fit one another (model.ts). */
import {
  ACTIVATION_NAMES,
  ACTIVATION_PARAMETERS,
  type ActivationName,
  type ActivationParameters,
} from '../../activations/activation'
import { activations } from '../../activations/registry'
import { MAX_LENGTH } from '../../expressions/parse'
import { parseActivation } from '../../expressions/written-activation'
import { INIT_NAMES, type InitSpec, initOptionsOf } from '../../init/init'
import {
  type ActivationSpec,
  type Conv2dSpec,
  LAYER_KINDS,
  type LayerSpec,
  type LinearSpec,
  type NamedActivationSpec,
} from '../layer-spec'
import { type Path, type ProblemList, printed } from '../problem'
import { isRecord } from './form'

/** The parameter that `learnt` is about, of the activations that have one worth learning. */
const LEARNT_PARAMETER: Record<string, string> = { prelu: 'alpha', swish: 'beta' }

export function checkLayer(layer: LayerSpec, index: number, list: ProblemList): void {
  const path = ['model', index]
  if (!list.oneOf([...path, 'layer'], `The kind of layer ${index}`, layer.layer, LAYER_KINDS)) return
  const what = `Layer ${index} (${layer.layer})`
  switch (layer.layer) {
    case 'linear':
      list.whole([...path, 'units'], `${what}: units`, layer.units, 1, 65_536)
      checkWeights(layer, path, what, list)
      return
    case 'conv2d':
      checkConvolution(layer, path, what, list)
      return
    case 'max-pool2d':
    case 'avg-pool2d': {
      const { size, stride = 1 } = layer
      list.whole([...path, 'size'], `${what}: size`, size, 1, 32)
      list.whole([...path, 'stride'], `${what}: stride`, stride, 1, 32)
      return
    }
    case 'batch-norm': {
      const { momentum = 0.1, epsilon = 1e-5 } = layer
      list.within([...path, 'momentum'], `${what}: momentum`, momentum, 0, 1)
      list.within([...path, 'epsilon'], `${what}: epsilon`, epsilon, 1e-12, 1)
      return
    }
    case 'layer-norm': {
      const { epsilon = 1e-5 } = layer
      list.within([...path, 'epsilon'], `${what}: epsilon`, epsilon, 1e-12, 1)
      return
    }
    case 'dropout':
    case 'alpha-dropout':
      list.within([...path, 'rate'], `${what}: rate`, layer.rate, 0, 0.99)
      return
    case 'residual':
      checkResidual(layer.from, index, what, list)
      return
    case 'softmax': {
      const { temperature = 1 } = layer
      list.within([...path, 'temperature'], `${what}: temperature`, temperature, 0.001, 1000)
      return
    }
    case 'activation':
      checkActivationLayer(layer, path, what, list)
      return
    case 'flatten':
    case 'global-average-pool':
      return
    default:
      layer satisfies never
  }
}

function checkConvolution(layer: Conv2dSpec, path: Path, what: string, list: ProblemList): void {
  const { channels, kernel, stride = 1, padding = 'same' } = layer
  list.whole([...path, 'channels'], `${what}: channels`, channels, 1, 1024)
  list.whole([...path, 'stride'], `${what}: stride`, stride, 1, 32)
  const hasKernel = list.whole([...path, 'kernel'], `${what}: kernel`, kernel, 1, 31)
  if (typeof padding !== 'number') list.oneOf([...path, 'padding'], `${what}: padding`, padding, ['same', 'valid'])
  else if (hasKernel) list.whole([...path, 'padding'], `${what}: padding`, padding, 0, kernel - 1)
  checkWeights(layer, path, what, list)
}

function checkResidual(from: unknown, index: number, what: string, list: ProblemList): void {
  const path = ['model', index, 'from']
  if (index < 2) {
    list.add(
      path.slice(0, 2),
      `${what} comes too early: it adds the output of a layer before the last one; move it back.`,
    )
  } else list.whole(path, `${what}: from`, from, 0, index - 2)
}

function checkWeights(layer: LinearSpec | Conv2dSpec, path: Path, what: string, list: ProblemList): void {
  const { init = 'zeros', initialBias = 0 } = layer
  checkInit(init, [...path, 'init'], `${what}: init`, list)
  list.within([...path, 'initialBias'], `${what}: initialBias`, initialBias, -1000, 1000)
}

function checkInit(init: InitSpec, path: Path, what: string, list: ProblemList): void {
  if (typeof init !== 'string' && !isRecord(init)) {
    list.add(path, `${what} is ${printed(init)}; write a name, or an object with name, gain or value.`)
    return
  }
  const options = initOptionsOf(init)
  const { name, gain = 1, value = 0 } = options
  const namePath = typeof init === 'string' ? path : [...path, 'name']
  if (!list.oneOf(namePath, what, name, INIT_NAMES)) return
  if (options.gain !== undefined && (name === 'zeros' || name === 'constant')) {
    list.add([...path, 'gain'], `${what}: ${name} has no gain; leave it out.`)
  } else list.positive([...path, 'gain'], `${what}: gain`, gain, 100, '1')
  if (options.value !== undefined && name !== 'constant') {
    list.add([...path, 'value'], `${what}: ${name} has no value; leave it out, or use constant.`)
  } else list.within([...path, 'value'], `${what}: value`, value, -1000, 1000)
}

function checkActivationLayer(layer: ActivationSpec, path: Path, what: string, list: ProblemList): void {
  if (layer.name === 'expression') {
    if (!list.text([...path, 'expression'], `${what}: the expression`, layer.expression, MAX_LENGTH)) return
    const parsed = parseActivation(layer.expression)
    if (!parsed.ok) {
      const { column, message } = parsed.problem
      list.add([...path, 'expression'], `${what}: the expression, column ${column}: ${message}`)
    }
    return
  }
  if (checkActivation(layer, path, what, [...ACTIVATION_NAMES, 'expression'], list))
    checkLearnt(layer, path, what, list)
}

function checkLearnt({ name, learnt = false }: NamedActivationSpec, path: Path, what: string, list: ProblemList): void {
  if (!list.flag([...path, 'learnt'], `${what}: learnt`, learnt)) return
  if (learnt && !Object.hasOwn(LEARNT_PARAMETER, name)) {
    const able = Object.keys(LEARNT_PARAMETER).join(' or ')
    list.add([...path, 'learnt'], `${what}: ${name} has nothing to learn; leave learnt out, or use ${able}.`)
  }
}

/** An activation by name, with parameters that it has and that lie in their range; whether the name is known. */
export function checkActivation(
  { name, ...settings }: { name: ActivationName } & ActivationParameters,
  path: Path,
  what: string,
  names: readonly string[],
  list: ProblemList,
): boolean {
  if (!list.oneOf([...path, 'name'], `${what}: the activation`, name, names)) return false
  const { parameters } = activations[name]
  for (const key of ACTIVATION_PARAMETERS) {
    const value = settings[key]
    if (value === undefined) continue
    const parameter = parameters.find((candidate) => candidate.name === key)
    if (parameter !== undefined) list.within([...path, key], `${what}: ${key}`, value, parameter.min, parameter.max)
    else list.add([...path, key], `${what}: ${name} has no ${key}; leave it out.`)
  }
  return true
}
