/** Parts of recipes that several widgets set alike: a hidden layer with its first weights, an optimizer, seeds. Pure. */
import {
  type ActivationName,
  type ActivationParameterName,
  activations,
  type InitName,
  type InitOptions,
  type LayerSpec,
  type OptimizerSpec,
} from '@/lib/engine'
import { fittingInit } from './fitting-init'

export type InitChoice = 'fitting' | InitName
export type NormChoice = 'none' | 'batch' | 'layer'

interface HiddenLayer {
  units: number
  name: ActivationName
  /** α or β; its default unless given. */
  parameter?: number
  init: InitChoice
  /** The first weights are multiplied by it. */
  gain: number
  norm: NormChoice
}

/** Units, their normalisation, and behind it the activation. */
export function hiddenLayer({ units, name, parameter, init, gain, norm }: HiddenLayer): LayerSpec[] {
  return [
    { layer: 'linear', units, init: initOf(name, init, gain) },
    ...(norm === 'none' ? [] : [{ layer: norm === 'batch' ? 'batch-norm' : 'layer-norm' } as const]),
    { layer: 'activation', name, ...parameterOf(name, parameter) },
  ]
}

/** First weights of a layer whose units have this activation; null: of the output. */
export function initOf(name: ActivationName | null, init: InitChoice, gain: number): InitOptions {
  const chosen = init === 'fitting' ? fittingInit(name) : init
  return { name: chosen, ...(gain === 1 || chosen === 'zeros' ? {} : { gain }) }
}

function parameterOf(name: ActivationName, value: number | undefined) {
  const [parameter] = activations[name].parameters
  if (parameter === undefined) return {}
  const within = Math.min(parameter.max, Math.max(parameter.min, value ?? parameter.default))
  const known: { [key in ActivationParameterName]?: number } & { learnt?: boolean } = { [parameter.name]: within }
  // A PReLU whose slope is not learnt is a leaky ReLU.
  return name === 'prelu' ? { ...known, learnt: true } : known
}

interface OptimizerChoice {
  opt: OptimizerSpec['kind']
  lr: number
  mom: number
  decay?: number
  /** Largest norm of the gradient; 0: as it comes. */
  clip: number
}

export function optimizerOf({ opt, lr, mom, decay = 0, clip }: OptimizerChoice): OptimizerSpec {
  const common = { learningRate: lr, weightDecay: decay, ...(clip > 0 ? { clipNorm: clip } : {}) }
  if (opt === 'sgd' || opt === 'rmsprop') return { kind: opt, ...common, momentum: mom }
  return { kind: opt, ...common }
}

export function seedsOf({ seed, seeds }: { seed: number; seeds: number }): number[] {
  return Array.from({ length: seeds }, (_, index) => seed + index)
}
