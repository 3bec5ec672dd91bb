import { PRELU } from '../lanes/activation-ids'
import type { Activation } from './activation'

/**
 * Leaky ReLU whose α is learnt, from 0.25 on. One α for the whole layer here; PyTorch's default is the same, the paper
 * also has one for each channel. ∂f/∂α = min(0, x). The slope at 0 is 1, as for leaky ReLU.
 */
export const prelu: Activation = {
  name: 'prelu',
  title: 'PReLU',
  symbol: 'PReLU',
  formula: String.raw`\begin{cases} x & x \ge 0 \\ \alpha x & x < 0 \end{cases}`,
  derivativeFormula: String.raw`\begin{cases} 1 & x \ge 0 \\ \alpha & x < 0 \end{cases}`,
  parameters: [{ name: 'alpha', symbol: 'α', default: 0.25, min: 0, max: 1 }],
  value: (x, p) => (x >= 0 ? x : (p?.alpha ?? 0.25) * x),
  derivative: (x, p) => (x >= 0 ? 1 : (p?.alpha ?? 0.25)),
  range: { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY, lowIncluded: false, highIncluded: false },
  facts: { kink: 0, alpha: 0.25 },
  sources: ['He et al. 2015, Delving deep into rectifiers, arXiv:1502.01852'],
  kernel: PRELU,
}
