import { SELU } from '../lanes/activation-ids'
import type { Activation } from './activation'

const ALPHA = 1.6732632423543772
const LAMBDA = 1.0507009873554805

/** Keeps activations near mean 0 and variance 1, given LeCun-normal weights and standardised inputs. */
export const selu: Activation = {
  name: 'selu',
  title: 'SELU',
  symbol: 'SELU',
  formula: String.raw`\lambda \begin{cases} x & x > 0 \\ \alpha\,(e^{x} - 1) & x \le 0 \end{cases}`,
  derivativeFormula: String.raw`\lambda \begin{cases} 1 & x > 0 \\ \alpha e^{x} & x \le 0 \end{cases}`,
  parameters: [],
  value: (x) => LAMBDA * (x > 0 ? x : ALPHA * Math.expm1(x)),
  derivative: (x) => LAMBDA * (x > 0 ? 1 : ALPHA * Math.exp(x)),
  range: { low: -LAMBDA * ALPHA, high: Number.POSITIVE_INFINITY, lowIncluded: false, highIncluded: false },
  facts: { alpha: ALPHA, lambda: LAMBDA, infimum: -LAMBDA * ALPHA, slopeMax: LAMBDA * ALPHA, slopeRightOfZero: LAMBDA },
  sources: ['Klambauer et al. 2017, Self-normalizing neural networks, arXiv:1706.02515'],
  kernel: SELU,
}
