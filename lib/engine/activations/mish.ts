import { exp } from '../numerics/exp'
import { flush } from '../numerics/flush'
import { sigmoid } from '../numerics/sigmoid'
import type { Activation } from './activation'

const softplusOf = (x: number) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)))

/** tanh(ln(1 + eˣ)) = n/(n + 2) with n = eˣ(eˣ + 2): one exponential and no log. */
function gate(x: number): number {
  if (x > 20) return 1
  const e = exp(x)
  const n = e * (e + 2)
  return n / (n + 2)
}

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
  forward(x, y, length) {
    for (let i = 0; i < length; i++) {
      const xi = x[i] as number
      y[i] = flush(xi * gate(xi))
    }
  },
  backward(x, y, dy, dx, length) {
    for (let i = 0; i < length; i++) {
      const xi = x[i] as number
      const t = gate(xi)
      dx[i] = flush((dy[i] as number) * (t + xi * (1 - t * t) * sigmoid(xi)))
    }
  },
}
