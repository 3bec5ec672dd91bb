import { GELU_TANH } from '../lanes/activation-ids'
import type { Activation } from './activation'

const ROOT = 0.7978845608028654 // √(2/π)
const CUBIC = 0.044715

const sigma = (x: number) => 1 / (1 + Math.exp(-x))

/** JAX’s default and what GPT-2 was trained with: an approximation of x·Φ(x). */
export const geluTanh: Activation = {
  name: 'gelu-tanh',
  title: 'GELU (tanh form)',
  symbol: 'GELUₜ',
  formula: String.raw`\tfrac{1}{2}x\left(1 + \tanh\left(\sqrt{2/\pi}\,(x + 0.044715\,x^3)\right)\right)`,
  derivativeFormula: String.raw`\tfrac{1}{2}(1 + t) + \tfrac{1}{2}x\,(1 - t^2)\sqrt{2/\pi}\,(1 + 0.134145\,x^2), \quad t = \tanh(\cdots)`,
  parameters: [],
  // ½(1 + tanh u) = σ(2u): the same function, without the cancellation in the left tail.
  value: (x) => x * sigma(2 * ROOT * (x + CUBIC * x * x * x)),
  derivative: (x) => {
    const u = ROOT * (x + CUBIC * x * x * x)
    return sigma(2 * u) * (1 + x * sigma(-2 * u) * 2 * ROOT * (1 + 3 * CUBIC * x * x))
  },
  range: { low: -0.17004075057125405, high: Number.POSITIVE_INFINITY, lowIncluded: true, highIncluded: false },
  facts: { min: -0.17004075057125405, argmin: -0.7524614220710163, maxErrorAgainstExact: 4.7323552069e-4 },
  sources: ['Hendrycks & Gimpel 2016, arXiv:1606.08415'],
  kernel: GELU_TANH,
}
