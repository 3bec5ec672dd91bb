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
  forward(x, y, length) {
    for (let i = 0; i < length; i++) {
      y[i] = x[i] as number
    }
  },
  backward(_x, y, dy, dx, length) {
    for (let i = 0; i < length; i++) {
      dx[i] = dy[i] as number
    }
  },
}
