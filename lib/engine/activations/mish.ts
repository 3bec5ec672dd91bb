import { MISH } from '../lanes/activation-ids'
import type { Activation } from './activation'

const softplusOf = (x: number) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)))

/** x times tanh of softplus; smooth, not monotone. */
export const mish: Activation = {
  name: 'mish',
  title: 'Mish',
  symbol: 'Mish',
  formula: String.raw`x \tanh(\ln(1 + e^{x}))`,
  derivativeFormula: String.raw`\tanh(s) + x\,\sigma(x)\,(1 - \tanh^2(s)), \quad s = \ln(1 + e^{x})`,
  parameters: [],
  value: (x) => x * Math.tanh(softplusOf(x)),
  derivative: (x) => {
    const t = Math.tanh(softplusOf(x))
    return t + (x * (1 - t * t)) / (1 + Math.exp(-x))
  },
  range: { low: -0.3088434130172504, high: Number.POSITIVE_INFINITY, lowIncluded: true, highIncluded: false },
  facts: { min: -0.3088434130172504, argmin: -1.1924312145154952 },
  sources: ['Misra 2019, arXiv:1908.08681'],
  kernel: MISH,
}
