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
  forward(x, y, length) {
    for (let i = 0; i < length; i++) {
      const xi = x[i] as number
      y[i] = xi <= 0 ? 0 : xi >= 6 ? 6 : xi
    }
  },
  backward(x, y, dy, dx, length) {
    for (let i = 0; i < length; i++) {
      const xi = x[i] as number
      dx[i] = xi <= 0 || xi >= 6 ? 0 : (dy[i] as number)
    }
  },
}
