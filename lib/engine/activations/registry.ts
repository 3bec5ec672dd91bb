import type { Activation, ActivationName } from './activation'
import { elu } from './elu'
import { gelu } from './gelu'
import { geluTanh } from './gelu-tanh'
import { hardSwish } from './hard-swish'
import { leakyRelu } from './leaky-relu'
import { linear } from './linear'
import { mish } from './mish'
import { prelu } from './prelu'
import { relu } from './relu'
import { relu6 } from './relu6'
import { selu } from './selu'
import { sigmoid } from './sigmoid'
import { softplus } from './softplus'
import { swish } from './swish'
import { tanh } from './tanh'

/** Every activation by name: plots, cards, quizzes, tables and the trainer all read this one list. */
export const activations: Record<ActivationName, Activation> = {
  linear,
  sigmoid,
  tanh,
  relu,
  'leaky-relu': leakyRelu,
  prelu,
  elu,
  selu,
  softplus,
  swish,
  gelu,
  'gelu-tanh': geluTanh,
  mish,
  'hard-swish': hardSwish,
  relu6,
}
