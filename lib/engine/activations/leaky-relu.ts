import { LEAKY_RELU } from '../lanes/activation-ids'
import type { Activation } from './activation'

/**
 * No region without a gradient. α = 0.01 as in PyTorch and JAX. The slope at 0 is undefined: here it is 1, as in JAX,
 * which asks x ≥ 0; PyTorch's backward asks x > 0 and so uses α there.
 */
export const leakyRelu: Activation = {
  name: 'leaky-relu',
  title: 'Leaky ReLU',
  symbol: 'LReLU',
  formula: String.raw`\begin{cases} x & x \ge 0 \\ \alpha x & x < 0 \end{cases}`,
  derivativeFormula: String.raw`\begin{cases} 1 & x \ge 0 \\ \alpha & x < 0 \end{cases}`,
  parameters: [{ name: 'alpha', symbol: 'α', default: 0.01, min: 0, max: 1 }],
  value: (x, p) => (x >= 0 ? x : (p?.alpha ?? 0.01) * x),
  derivative: (x, p) => (x >= 0 ? 1 : (p?.alpha ?? 0.01)),
  range: { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY, lowIncluded: false, highIncluded: false },
  facts: { kink: 0, alpha: 0.01, alphaOfKerasLayer: 0.3, alphaOfKerasFunction: 0.2 },
  sources: ['Maas, Hannun & Ng 2013, Rectifier nonlinearities improve neural network acoustic models'],
  kernel: LEAKY_RELU,
}
