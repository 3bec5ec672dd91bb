/** Activations as PyTorch modules. Defaults of ours that are PyTorch's too are left out, as one would write it by hand. */
import type { ActivationName, ActivationParameters } from '@/lib/engine'
import { float } from '@/lib/export/python/text'

/** A module's constructor call, and the name of a class of `classes.ts` that it needs. */
export interface ModuleCall {
  code: string
  needs?: string
}

const PLAIN = {
  linear: 'nn.Identity()',
  sigmoid: 'nn.Sigmoid()',
  tanh: 'nn.Tanh()',
  relu: 'nn.ReLU()',
  selu: 'nn.SELU()',
  softplus: 'nn.Softplus()',
  gelu: 'nn.GELU()',
  'gelu-tanh': 'nn.GELU(approximate="tanh")',
  mish: 'nn.Mish()',
  'hard-swish': 'nn.Hardswish()',
  relu6: 'nn.ReLU6()',
} as const satisfies Partial<Record<ActivationName, string>>

interface Setting {
  learnt?: boolean
  /** Numbers that are exactly 0 come here: kinks.ts. */
  meetsZeros: boolean
}

export function activationModule(
  name: ActivationName,
  { alpha, beta }: ActivationParameters,
  { learnt = false, meetsZeros }: Setting,
): ModuleCall {
  const leaky = (slope: number): ModuleCall => {
    const given = `(negative_slope=${float(slope)})`
    return meetsZeros ? { code: `LeakyReLU${given}`, needs: 'LeakyReLU' } : { code: `nn.LeakyReLU${given}` }
  }
  switch (name) {
    case 'leaky-relu':
      return leaky(alpha ?? 0.01)
    case 'prelu': {
      // A slope that is not learnt is a leaky ReLU's.
      if (!learnt) return leaky(alpha ?? 0.25)
      const given = `(init=${float(alpha ?? 0.25)})`
      return meetsZeros ? { code: `PReLU${given}`, needs: 'PReLU' } : { code: `nn.PReLU${given}` }
    }
    case 'elu':
      return { code: `nn.ELU(alpha=${float(alpha ?? 1)})` }
    case 'swish':
      if (learnt) return { code: `LearntSwish(beta=${float(beta ?? 1)})`, needs: 'LearntSwish' }
      if (beta === undefined || beta === 1) return { code: 'nn.SiLU()' }
      return { code: `Swish(beta=${float(beta)})`, needs: 'Swish' }
    default:
      return { code: PLAIN[name] }
  }
}
