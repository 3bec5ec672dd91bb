import { SWISH } from '../lanes/activation-ids'
import type { Activation } from './activation'

/** β = 1 is SiLU; β → 0 is x/2, β → ∞ is ReLU. Not monotone; its minimum scales as 1/β. */
export const swish: Activation = {
  name: 'swish',
  title: 'Swish',
  symbol: 'Swish',
  formula: String.raw`x\,\sigma(\beta x)`,
  derivativeFormula: String.raw`\beta f(x) + \sigma(\beta x)\,(1 - \beta f(x))`,
  parameters: [{ name: 'beta', symbol: 'β', default: 1, min: 0, max: 20 }],
  value: (x, p) => x / (1 + Math.exp(-(p?.beta ?? 1) * x)),
  derivative: (x, p) => {
    const beta = p?.beta ?? 1
    const s = 1 / (1 + Math.exp(-beta * x))
    return s + beta * x * s * (1 - s)
  },
  range: { low: -0.2784645427610738, high: Number.POSITIVE_INFINITY, lowIncluded: true, highIncluded: false },
  facts: {
    min: -0.2784645427610738,
    argmin: -1.2784645427610738,
    slopeMin: -0.09983932012886692,
    slopeMax: 1.099839320128867,
    secondMomentUnderNormal: 0.3557755198,
  },
  sources: ['Ramachandran, Zoph & Le 2017, arXiv:1710.05941', 'Hendrycks & Gimpel 2016 (as SiLU), arXiv:1606.08415'],
  kernel: SWISH,
}
