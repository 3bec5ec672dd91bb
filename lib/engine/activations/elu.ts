import { ELU } from '../lanes/activation-ids'
import type { Activation } from './activation'

/** Bends to −α on the left. Its slope is continuous at 0 only for α = 1. */
export const elu: Activation = {
  name: 'elu',
  title: 'ELU',
  symbol: 'ELU',
  formula: String.raw`\begin{cases} x & x > 0 \\ \alpha\,(e^{x} - 1) & x \le 0 \end{cases}`,
  derivativeFormula: String.raw`\begin{cases} 1 & x > 0 \\ \alpha e^{x} & x \le 0 \end{cases}`,
  parameters: [{ name: 'alpha', symbol: 'α', default: 1, min: 0, max: 5 }],
  value: (x, p) => (x > 0 ? x : (p?.alpha ?? 1) * Math.expm1(x)),
  derivative: (x, p) => (x > 0 ? 1 : (p?.alpha ?? 1) * Math.exp(x)),
  range: { low: -1, high: Number.POSITIVE_INFINITY, lowIncluded: false, highIncluded: false },
  facts: { infimum: -1, secondMomentUnderNormal: 0.6449454175 },
  sources: ['Clevert, Unterthiner & Hochreiter 2015, arXiv:1511.07289'],
  kernel: ELU,
}
