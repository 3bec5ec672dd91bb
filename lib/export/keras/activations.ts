/** Activations as Keras 3 layers. */
import type { ActivationName, ActivationParameters } from '@/lib/engine'
import { float } from '@/lib/export/python/text'

/** A layer's constructor without its `name`, and the name of a piece of `DEFINITIONS` that it needs. */
export interface LayerCall {
  code: string
  options: string[]
  needs?: string
}

const NAMES = {
  linear: 'linear',
  sigmoid: 'sigmoid',
  tanh: 'tanh',
  relu: 'relu',
  selu: 'selu',
  softplus: 'softplus',
  // Keras's own default, exact.
  gelu: 'gelu',
  mish: 'mish',
  'hard-swish': 'hard_silu',
  relu6: 'relu6',
} as const satisfies Partial<Record<ActivationName, string>>

/** `axes`: of the layer's input beside the batch. */
export function activationLayer(
  spec: { name: ActivationName; learnt?: boolean } & ActivationParameters,
  axes: number,
): LayerCall {
  const { name, alpha, beta, learnt } = spec
  const all = Array.from({ length: axes }, (_, axis) => axis + 1).join(', ')
  switch (name) {
    case 'leaky-relu':
      return { code: 'layers.LeakyReLU', options: [`negative_slope=${float(alpha ?? 0.01)}`] }
    case 'prelu': {
      if (!learnt) return { code: 'layers.LeakyReLU', options: [`negative_slope=${float(alpha ?? 0.25)}`] }
      return { code: 'layers.PReLU', options: [`shared_axes=[${all}]`] }
    }
    case 'elu':
      return { code: 'layers.ELU', options: [`alpha=${float(alpha ?? 1)}`] }
    case 'gelu-tanh':
      return { code: 'layers.Activation', options: ['gelu_tanh'], needs: 'gelu_tanh' }
    case 'swish':
      if (learnt) return { code: 'LearntSwish', options: [], needs: 'LearntSwish' }
      if (beta === undefined || beta === 1) return { code: 'layers.Activation', options: ['"silu"'] }
      return { code: 'Swish', options: [`beta=${float(beta)}`], needs: 'Swish' }
    default:
      return { code: 'layers.Activation', options: [`"${NAMES[name]}"`] }
  }
}
