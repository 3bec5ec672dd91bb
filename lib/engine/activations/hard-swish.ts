import { HARD_SWISH } from '../lanes/activation-ids'
import type { Activation } from './activation'

/** Swish from a parabola: no exponential. The slope jumps at −3 and 3; there we take the outer side’s. */
export const hardSwish: Activation = {
  name: 'hard-swish',
  title: 'Hard swish',
  symbol: 'h-swish',
  formula: String.raw`x\,\frac{\min(\max(x + 3, 0), 6)}{6}`,
  derivativeFormula: String.raw`\begin{cases} 0 & x \le -3 \\ (2x + 3)/6 & -3 < x < 3 \\ 1 & x \ge 3 \end{cases}`,
  parameters: [],
  value: (x) => (x <= -3 ? 0 : x >= 3 ? x : (x * (x + 3)) / 6),
  derivative: (x) => (x <= -3 ? 0 : x >= 3 ? 1 : (2 * x + 3) / 6),
  range: { low: -0.375, high: Number.POSITIVE_INFINITY, lowIncluded: true, highIncluded: false },
  facts: { min: -0.375, argmin: -1.5 },
  sources: ['Howard et al. 2019, Searching for MobileNetV3, arXiv:1905.02244'],
  kernel: HARD_SWISH,
}
