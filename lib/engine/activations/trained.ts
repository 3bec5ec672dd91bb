import {
  ELU,
  GELU,
  GELU_TANH,
  HARD_SWISH,
  LEAKY_RELU,
  LINEAR,
  MISH,
  PRELU,
  RELU,
  RELU6,
  SELU,
  SIGMOID,
  SOFTPLUS,
  SWISH,
  TANH,
} from '../lanes/activation-ids'
import type { ActivationName, ActivationParameterName } from './activation'

/** The kernels' number of an activation, and its parameters' values where a spec says nothing. */
export type Trained = { kernel: number } & { [name in ActivationParameterName]?: number }

/** What training must know of an activation: a page's trainer loads this, not the registry, which says the same. */
export const TRAINED: Record<ActivationName, Trained> = {
  linear: { kernel: LINEAR },
  sigmoid: { kernel: SIGMOID },
  tanh: { kernel: TANH },
  relu: { kernel: RELU },
  'leaky-relu': { kernel: LEAKY_RELU, alpha: 0.01 },
  prelu: { kernel: PRELU, alpha: 0.25 },
  elu: { kernel: ELU, alpha: 1 },
  selu: { kernel: SELU },
  softplus: { kernel: SOFTPLUS },
  swish: { kernel: SWISH, beta: 1 },
  gelu: { kernel: GELU },
  'gelu-tanh': { kernel: GELU_TANH },
  mish: { kernel: MISH },
  'hard-swish': { kernel: HARD_SWISH },
  relu6: { kernel: RELU6 },
}
