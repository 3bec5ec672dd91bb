import { exp } from '../numerics/exp'
import { flush } from '../numerics/flush'
import { log1p } from '../numerics/log'
import { sigmoid } from '../numerics/sigmoid'
import type { Activation } from './activation'

/** A smooth ReLU, positive everywhere; the log is taken where it cannot overflow. */
export const softplus: Activation = {
  name: 'softplus',
  title: 'Softplus',
  symbol: 'softplus',
  formula: String.raw`\ln(1 + e^{x})`,
  derivativeFormula: String.raw`\sigma(x)`,
  parameters: [],
  value: (x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))),
  derivative: (x) => 1 / (1 + Math.exp(-x)),
  range: { low: 0, high: Number.POSITIVE_INFINITY, lowIncluded: false, highIncluded: false },
  facts: { atZero: Math.LN2, slopeAtZero: 0.5 },
  sources: ['Dugas et al. 2001, Incorporating second-order functional knowledge for better option pricing'],
  forward(x, y, length) {
    for (let i = 0; i < length; i++) {
      const xi = x[i] as number
      y[i] = flush((xi > 0 ? xi : 0) + log1p(exp(-Math.abs(xi))))
    }
  },
  backward(x, y, dy, dx, length) {
    for (let i = 0; i < length; i++) {
      dx[i] = flush((dy[i] as number) * sigmoid(x[i] as number))
    }
  },
}
