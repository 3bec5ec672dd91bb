import { RELU6 } from '../lanes/activation-ids'
import type { Activation } from './activation'

/** ReLU with a ceiling, made for low-precision hardware; slope 0 at both kinks. */
export const relu6: Activation = {
  name: 'relu6',
  title: 'ReLU6',
  symbol: 'ReLU6',
  formula: String.raw`\min(\max(0, x), 6)`,
  derivativeFormula: String.raw`\begin{cases} 1 & 0 < x < 6 \\ 0 & \text{otherwise} \end{cases}`,
  parameters: [],
  value: (x) => (x <= 0 ? 0 : x >= 6 ? 6 : x),
  derivative: (x) => (x > 0 && x < 6 ? 1 : 0),
  range: { low: 0, high: 6, lowIncluded: true, highIncluded: true },
  facts: { min: 0, max: 6 },
  sources: ['Krizhevsky 2010, Convolutional deep belief networks on CIFAR-10'],
  kernel: RELU6,
}
