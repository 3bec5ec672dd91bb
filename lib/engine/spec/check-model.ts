/**
 * What must hold of `model`: every layer's own settings, then the shapes from input to loss. Not the rest of
 * the spec (check-spec.ts), and nothing is allocated.
 */
import {
  ACTIVATION_NAMES,
  ACTIVATION_PARAMETERS,
  type ActivationName,
  type ActivationParameters,
} from '../activations/activation'
import { activations } from '../activations/registry'
import { ShapeError } from '../errors'
import { INIT_NAMES } from '../init/init'
import { type Path, type ProblemList, shown } from './problem'
import { classCountOf, inputShapeOf, outputShapeOf } from './shapes'
import type { ExperimentSpec, LayerSpec } from './spec'

const LAYER_KINDS = ['linear', 'conv2d', 'max-pool2d', 'flatten', 'activation']

/** Rules for `model` and for the fit of its output to the loss. */
export function checkModel(spec: ExperimentSpec, list: ProblemList): void {
  if (spec.model.length === 0) {
    list.add(['model'], 'The model has no layer; give at least a linear one.')
    return
  }
  if (spec.model.length > 200) {
    list.add(['model'], `The model has ${spec.model.length} layers; use at most 200.`)
    return
  }
  const found = list.problems.length
  spec.model.forEach((layer, index) => {
    checkLayer(layer, ['model', index], `Layer ${index} (${layer.layer})`, list)
  })
  if (list.problems.length > found) return
  if (!spec.model.some((layer) => layer.layer === 'linear' || layer.layer === 'conv2d')) {
    list.add(['model'], 'The model has no layer with weights, so nothing can be learnt; add a linear layer.')
  }
  checkShapes(spec, list)
}

function checkLayer(layer: LayerSpec, path: Path, what: string, list: ProblemList): void {
  switch (layer.layer) {
    case 'linear':
      list.whole([...path, 'units'], `${what}: units`, layer.units, 1, 65_536)
      checkWeights(layer, path, what, list)
      return
    case 'conv2d':
      list.whole([...path, 'channels'], `${what}: channels`, layer.channels, 1, 1024)
      list.whole([...path, 'kernel'], `${what}: kernel`, layer.kernel, 1, 31)
      list.whole([...path, 'stride'], `${what}: stride`, layer.stride ?? 1, 1, layer.kernel)
      list.oneOf([...path, 'padding'], `${what}: padding`, layer.padding ?? 'same', ['same', 'valid'])
      checkWeights(layer, path, what, list)
      return
    case 'max-pool2d':
      list.whole([...path, 'size'], `${what}: size`, layer.size, 1, 32)
      return
    case 'activation':
      checkActivation(layer, path, what, list)
      return
    case 'flatten':
      return
    default:
      list.oneOf([...path, 'layer'], 'The kind of layer', (layer satisfies never as LayerSpec).layer, LAYER_KINDS)
  }
}

function checkWeights(
  layer: { init?: string; initialBias?: number },
  path: Path,
  what: string,
  list: ProblemList,
): void {
  if (layer.init !== undefined) list.oneOf([...path, 'init'], `${what}: init`, layer.init, INIT_NAMES)
  if (layer.initialBias !== undefined) {
    list.within([...path, 'initialBias'], `${what}: initialBias`, layer.initialBias, -1000, 1000)
  }
}

/** An activation by name, with parameters that it has and that lie in their range. */
export function checkActivation(
  { name, ...settings }: { name: ActivationName } & ActivationParameters,
  path: Path,
  what: string,
  list: ProblemList,
): void {
  list.oneOf([...path, 'name'], `${what}: the activation`, name, ACTIVATION_NAMES)
  if (!ACTIVATION_NAMES.includes(name)) return
  const { parameters } = activations[name]
  for (const key of ACTIVATION_PARAMETERS) {
    const value = settings[key]
    if (value === undefined) continue
    const parameter = parameters.find((candidate) => candidate.name === key)
    if (parameter !== undefined) list.within([...path, key], `${what}: ${key}`, value, parameter.min, parameter.max)
    else list.add([...path, key], `${what}: ${name} has no ${key}; leave it out.`)
  }
}

/** Walks the shapes; stops at the first layer that does not fit, since those behind it have no input. */
function checkShapes(spec: ExperimentSpec, list: ProblemList): void {
  let shape = inputShapeOf(spec.data)
  for (const [index, layer] of spec.model.entries()) {
    try {
      shape = outputShapeOf(layer, index, shape)
    } catch (error) {
      if (!(error instanceof ShapeError)) throw error
      list.add(['model', index], error.message)
      return
    }
    const elements = shape.reduce((product, side) => product * side, 1)
    if (elements > 10_000_000) {
      list.add(
        ['model', index],
        `Layer ${index} (${layer.layer}) puts out ${shown(elements)} numbers an example; keep it below 10,000,000.`,
      )
      return
    }
  }
  checkOutputs(spec, shape, list)
}

function checkOutputs(spec: ExperimentSpec, shape: number[], list: ProblemList): void {
  const path = ['model', spec.model.length - 1]
  const classes = classCountOf(spec.data)
  const shape1 = `[${shape.join(', ')}]`
  if (shape.length !== 1) {
    list.add(
      path,
      `The model puts out shape ${shape1}, but a loss needs one row of numbers; end it with flatten and linear.`,
    )
    return
  }
  const outputs = shape[0] as number
  const { kind } = spec.loss
  if (classes === null) {
    if (kind !== 'mse') list.add(['loss', 'kind'], `${kind} needs classes, but the data is a regression; use mse.`)
    else if (outputs !== 1)
      list.add(path, `The model puts out ${outputs} numbers, but the function has 1; end it with 1 unit.`)
    return
  }
  if (kind === 'softmax-cross-entropy' && outputs !== classes) {
    list.add(path, `The model puts out ${outputs} logits for ${classes} classes; end it with ${classes} units.`)
  }
  if (kind === 'bce-with-logits' && (classes !== 2 || outputs !== 1)) {
    list.add(
      ['loss', 'kind'],
      `bce-with-logits needs 2 classes and 1 output, here are ${classes} and ${outputs}; end the model with 1 unit or use softmax-cross-entropy.`,
    )
  }
  if (kind === 'mse' && outputs !== classes && !(outputs === 1 && classes === 2)) {
    list.add(
      path,
      `The model puts out ${outputs} numbers for ${classes} classes; end it with ${classes} units${classes === 2 ? ' or 1' : ''}.`,
    )
  }
}
