import { GELU } from '../lanes/activation-ids'
import { normalCdf, normalDensity } from '../numerics/erf'
import type { Activation } from './activation'

/**
 * The exact form, PyTorch’s default; the tanh form is `gelu-tanh`. The host has no erf, so Φ and φ are our own; their
 * tests compare them with values in high precision.
 */
export const gelu: Activation = {
  name: 'gelu',
  title: 'GELU',
  symbol: 'GELU',
  formula: String.raw`x\,\Phi(x)`,
  derivativeFormula: String.raw`\Phi(x) + x\,\varphi(x)`,
  parameters: [],
  value: (x) => x * normalCdf(x),
  derivative: (x) => normalCdf(x) + x * normalDensity(x),
  range: { low: -0.16997120747990369, high: Number.POSITIVE_INFINITY, lowIncluded: true, highIncluded: false },
  facts: {
    min: -0.16997120747990369,
    argmin: -0.75179152469356,
    slopeMin: -0.12890414518515478,
    slopeMax: 1.1289041451851548,
    slopeArgmax: Math.SQRT2,
    secondMomentUnderNormal: 0.4252214826,
  },
  sources: ['Hendrycks & Gimpel 2016, arXiv:1606.08415'],
  kernel: GELU,
}
