import { LINEAR } from '../lanes/activation-ids'
import type { Activation } from './activation'

/** f(x) = x. A stack of these is one affine map. */
export const linear: Activation = {
  name: 'linear',
  title: 'Linear',
  symbol: 'x',
  formula: String.raw`x`,
  derivativeFormula: String.raw`1`,
  parameters: [],
  value: (x) => x,
  derivative: (x) => 1,
  range: { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY, lowIncluded: false, highIncluded: false },
  facts: {},
  sources: ['Identity; the output of a regression.'],
  kernel: LINEAR,
}
