import { TANH } from '../lanes/activation-ids'
import type { Activation } from './activation'

/** Zero-centred, slope at most 1. What trains takes the slope from the rounded output, as most libraries do. */
export const tanh: Activation = {
  name: 'tanh',
  title: 'Tanh',
  symbol: 'tanh',
  formula: String.raw`\tanh(x) = 2\sigma(2x) - 1`,
  derivativeFormula: String.raw`1 - \tanh^2(x)`,
  parameters: [],
  value: (x) => Math.tanh(x),
  derivative: (x) => 1 / Math.cosh(x) ** 2,
  range: { low: -1, high: 1, lowIncluded: false, highIncluded: false },
  facts: { slopeMax: 1, slopeArgmax: 0, secondMomentUnderNormal: 0.3942944904 },
  sources: ['Glorot & Bengio 2010, Understanding the difficulty of training deep feedforward neural networks'],
  kernel: TANH,
}
