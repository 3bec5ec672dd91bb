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
} from './activation-ids'

/**
 * Where in a pooling window f is largest: at the largest pre-activation (f never falls), at the largest or the smallest
 * (f falls, then rises: it is quasi-convex), or anywhere.
 */
export type PoolRule = 'largest' | 'ends' | 'all'

/** For parameters that stay as they are; one that is learnt may change its sign, and then only 'all' is right. */
export function poolRule(id: number, alpha: number, beta: number): PoolRule {
  switch (id) {
    case LINEAR:
    case SIGMOID:
    case TANH:
    case RELU:
    case SELU:
    case SOFTPLUS:
    case RELU6:
      return 'largest'
    case LEAKY_RELU:
    case PRELU:
    case ELU:
      // With α < 0 the left side falls towards 0.
      return alpha >= 0 ? 'largest' : alpha < 0 ? 'ends' : 'all'
    case SWISH:
      return beta > 0 ? 'ends' : 'all'
    case GELU:
    case GELU_TANH:
    case MISH:
    case HARD_SWISH:
      return 'ends'
    default:
      return 'all'
  }
}
