import { SOFTPLUS } from '../lanes/activation-ids'
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
  kernel: SOFTPLUS,
}
