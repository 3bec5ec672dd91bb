import { RELU } from '../lanes/activation-ids'
import type { Activation } from './activation'

/** The slope at 0 is undefined; PyTorch and JAX use 0 there and so do we. */
export const relu: Activation = {
  name: 'relu',
  title: 'ReLU',
  symbol: 'ReLU',
  formula: String.raw`\max(0, x)`,
  derivativeFormula: String.raw`\begin{cases} 1 & x > 0 \\ 0 & x \le 0 \end{cases}`,
  parameters: [],
  value: (x) => (x > 0 ? x : 0),
  derivative: (x) => (x > 0 ? 1 : 0),
  range: { low: 0, high: Number.POSITIVE_INFINITY, lowIncluded: true, highIncluded: false },
  facts: { min: 0, kink: 0, secondMomentUnderNormal: 0.5 },
  sources: [
    'Fukushima 1969, Visual feature extraction by a multilayered network of analog threshold elements',
    'Nair & Hinton 2010, Rectified linear units improve restricted Boltzmann machines',
    'He et al. 2015, arXiv:1502.01852',
  ],
  kernel: RELU,
}
