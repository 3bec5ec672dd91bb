/**
 * Every activation by id: what the loops over arrays and the pooling kernels call. An
 * activation ignores the parameters it does not have.
 * Not here: the functions themselves (one file each in activations/), names and formulas (../activations).
 */
import {
  ELU,
  GELU,
  GELU_TANH,
  HARD_SWISH,
  LEAKY_RELU,
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
import { eluSlope, eluValue } from './activations/elu'
import { geluSlope, geluValue } from './activations/gelu'
import { geluTanhSlope, geluTanhValue } from './activations/gelu-tanh'
import { hardSwishSlope, hardSwishValue } from './activations/hard-swish'
import { leakyReluSlope, leakyReluValue } from './activations/leaky-relu'
import { linearSlope, linearValue } from './activations/linear'
import { mishSlope, mishValue } from './activations/mish'
import { preluAlphaSlope, preluSlope, preluValue } from './activations/prelu'
import { reluSlope, reluValue } from './activations/relu'
import { relu6Slope, relu6Value } from './activations/relu6'
import { seluSlope, seluValue } from './activations/selu'
import { sigmoidSlope, sigmoidValue } from './activations/sigmoid'
import { softplusSlope, softplusValue } from './activations/softplus'
import { swishBetaSlope, swishSlope, swishValue } from './activations/swish'
import { tanhSlope, tanhValue } from './activations/tanh'
import { type Id, k, type Lanes } from './vocabulary'

/** f(x). */
export function activationValue(id: Id, x: Lanes, alpha: Lanes, beta: Lanes): Lanes {
  if (id === RELU) return reluValue(x)
  if (id === SIGMOID) return sigmoidValue(x)
  if (id === TANH) return tanhValue(x)
  if (id === LEAKY_RELU) return leakyReluValue(x, alpha)
  if (id === PRELU) return preluValue(x, alpha)
  if (id === ELU) return eluValue(x, alpha)
  if (id === SELU) return seluValue(x)
  if (id === SOFTPLUS) return softplusValue(x)
  if (id === SWISH) return swishValue(x, beta)
  if (id === GELU) return geluValue(x)
  if (id === GELU_TANH) return geluTanhValue(x)
  if (id === MISH) return mishValue(x)
  if (id === HARD_SWISH) return hardSwishValue(x)
  if (id === RELU6) return relu6Value(x)
  return linearValue(x)
}

/** f′(x); y is f(x) as `activationValue` gave it, from which some slopes come without a second transcendental. */
export function activationSlope(id: Id, x: Lanes, y: Lanes, alpha: Lanes, beta: Lanes): Lanes {
  if (id === RELU) return reluSlope(x)
  if (id === SIGMOID) return sigmoidSlope(y)
  if (id === TANH) return tanhSlope(y)
  if (id === LEAKY_RELU) return leakyReluSlope(x, alpha)
  if (id === PRELU) return preluSlope(x, alpha)
  if (id === ELU) return eluSlope(x, y, alpha)
  if (id === SELU) return seluSlope(x, y)
  if (id === SOFTPLUS) return softplusSlope(x)
  if (id === SWISH) return swishSlope(x, beta)
  if (id === GELU) return geluSlope(x)
  if (id === GELU_TANH) return geluTanhSlope(x)
  if (id === MISH) return mishSlope(x)
  if (id === HARD_SWISH) return hardSwishSlope(x)
  if (id === RELU6) return relu6Slope(x)
  return linearSlope()
}

/** The derivative with respect to the parameter that can be learnt: PReLU's α, swish's β. 0 for the others. */
export function activationParameterSlope(id: Id, x: Lanes, y: Lanes, alpha: Lanes, beta: Lanes): Lanes {
  if (id === PRELU) return preluAlphaSlope(x)
  if (id === SWISH) return swishBetaSlope(x, beta)
  return k(0)
}

export { type PoolRule, poolRule } from './pool-rule'
