import { expect, test } from 'vitest'
import { slopeText } from './slope-text'
import { parseActivation } from './written-activation'

const parsed = (source: string) => {
  const result = parseActivation(source)
  if (!result.ok) throw new Error(result.problem.message)
  return result.activation
}

test.each(['x * tanh(softplus(x))', 'where(x > 0, x, 0.1 * (exp(x) - 1))', 'x^3 - 2*x', 'max(0, x)', 'gelu(x)'])(
  'the slope of %s, typed back in, is its slope',
  (source) => {
    const activation = parsed(source)
    const slope = parsed(slopeText(activation) ?? 'no text')
    for (const x of [-7.3, -1.1, -0.2, 0.3, 1.7, 6.4]) expect(slope.value(x)).toBeCloseTo(activation.derivative(x), 10)
  },
)

test('one that nobody could read is left out', () => {
  expect(slopeText(parsed('sin(sin(sin(sin(sin(sin(sin(sin(mish(gelu(x))))))))))'))).toBeNull()
})
