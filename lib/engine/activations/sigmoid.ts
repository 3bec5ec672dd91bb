import { SIGMOID } from '../lanes/activation-ids'
import type { Activation } from './activation'

const sigma = (x: number) => 1 / (1 + Math.exp(-x))

/** The logistic function. Its slope is at most ¼, so it shrinks every gradient that passes. */
export const sigmoid: Activation = {
  name: 'sigmoid',
  title: 'Sigmoid',
  symbol: 'σ',
  formula: String.raw`\sigma(x) = \frac{1}{1 + e^{-x}}`,
  derivativeFormula: String.raw`\sigma(x)\,(1 - \sigma(x))`,
  parameters: [],
  value: (x) => sigma(x),
  derivative: (x) => sigma(x) * sigma(-x),
  range: { low: 0, high: 1, lowIncluded: false, highIncluded: false },
  facts: { slopeMax: 0.25, slopeArgmax: 0, slopeMaxToTheTenth: 0.25 ** 10, secondMomentUnderNormal: 0.2933790359 },
  sources: ['Glorot & Bengio 2010, Understanding the difficulty of training deep feedforward neural networks'],
  kernel: SIGMOID,
}
