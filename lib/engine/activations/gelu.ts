import { normalCdf, normalDensity } from '../numerics/erf'
import { flush } from '../numerics/flush'
import type { Activation } from './activation'

// The host has no erf, so the double-precision pair uses ours too; its tests compare it with a series in high precision.
const cumulative = normalCdf

/** The exact form, PyTorch’s default; the tanh form is `gelu-tanh`. */
export const gelu: Activation = {
  name: 'gelu',
  title: 'GELU',
  symbol: 'GELU',
  formula: String.raw`x\,\Phi(x)`,
  derivativeFormula: String.raw`\Phi(x) + x\,\varphi(x)`,
  parameters: [],
  value: (x) => x * cumulative(x),
  derivative: (x) => cumulative(x) + x * 0.3989422804014327 * Math.exp(-0.5 * x * x),
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
  forward(x, y, length) {
    for (let i = 0; i < length; i++) {
      const xi = x[i] as number
      y[i] = flush(xi * normalCdf(xi))
    }
  },
  backward(x, y, dy, dx, length) {
    for (let i = 0; i < length; i++) {
      const xi = x[i] as number
      dx[i] = flush((dy[i] as number) * (normalCdf(xi) + xi * normalDensity(xi)))
    }
  },
}
