/** What is refused for having no finite value or slope on [−20, 20], and that nothing else is. */
import { describe, expect, test } from 'vitest'
import { parseActivation } from '../written-activation'

function problemOf(source: string) {
  const parsed = parseActivation(source)
  if (parsed.ok) throw new Error(`${source} was accepted`)
  return parsed.problem
}

describe('no finite number on [−20, 20]: refused, with place and reason', () => {
  test.each([
    // source, blamed text, message, stretches
    ['log(x)', 'log(x)', 'takes the logarithm of a negative number for x from -20 to 0.', [[-20, 0]]],
    ['2 + log(1 - x)', 'log(1 - x)', 'takes the logarithm of a negative number for x from 1 to 20.', [[1, 20]]],
    ['log(x^2)', 'log(x^2)', 'takes the logarithm of 0 at x = 0.', [[0, 0]]],
    [
      'log((x - 0.1)^2 - 1e-6)',
      'log((x - 0.1)^2 - 1e-6)',
      'negative number for x from 0.099 to 0.101',
      [[0.099, 0.101]],
    ],
    ['log1p(x)', 'log1p(x)', 'Keep the argument of log1p above -1', [[-20, -1]]],
    ['sqrt(x + 4)', 'sqrt(x + 4)', 'takes the root of a negative number for x from -20 to -4.', [[-20, -4]]],
    ['x^0.3', 'x^0.3', 'raises a negative number to a power that is not whole for x from -20 to 0.', [[-20, 0]]],
    ['x^x', 'x^x', 'raises a negative number to a power', [[-20, 0]]],
    [
      'x^1e9',
      'x^1e9',
      'leaves the range of float32 (3.4e38) for x from -20 to -1 and for x from 1 to 20.',
      [
        [-20, -1],
        [1, 20],
      ],
    ],
    ['1 / x', '1 / x', 'divides by 0 at x = 0.', [[0, 0]]],
    ['x^-2', 'x^-2', 'divides by 0 at x = 0.', [[0, 0]]],
    ['3 * (1 / (x - 0.123456))', '1 / (x - 0.123456)', 'divides by 0 at x = 0.12346.', [[0.123456, 0.123456]]],
    ['1 / (x - 0.123)^2', '1 / (x - 0.123)^2', 'divides by 0 at x = 0.123.', [[0.123, 0.123]]],
    [
      '1 / (x^2 - 2)',
      '1 / (x^2 - 2)',
      'at x = -1.4142 and at x = 1.4142.',
      [
        [-1.41421356, -1.41421356],
        [1.41421356, 1.41421356],
      ],
    ],
    ['sin(x) / x', 'sin(x) / x', 'divides by 0 at x = 0.', [[0, 0]]],
    ['x / x', 'x / x', 'divides by 0 at x = 0.', [[0, 0]]],
    ['log(x) - log(x)', 'log(x)', 'takes the logarithm of a negative number', [[-20, 0]]],
    ['0 * log(x)', 'log(x)', 'takes the logarithm of a negative number', [[-20, 0]]],
    [
      'exp(x^2)',
      'exp(x^2)',
      'leaves the range of float32 (3.4e38)',
      [
        [-20, -9.26303],
        [9.26303, 20],
      ],
    ],
    ['tanh(x) + exp(exp(x))', 'exp(exp(x))', 'for x from 4.4342 to 20.', [[4.43425, 20]]],
    ['exp(5 * x) / (2 + exp(5 * x))', 'exp(5 * x)', 'leaves the range of float32', [[17.4227, 20]]],
    ['sqrt(abs(x))', 'sqrt(abs(x))', 'has no finite slope at x = 0.', [[0, 0]]],
    ['where(x > 0, sqrt(x), 0)', 'sqrt(x)', 'has no finite slope at x = 0.', [[0, 0]]],
    ['where(x > 5, 1 / (x - 5), 0)', '1 / (x - 5)', 'divides by 0 at x = 5.', [[5, 5]]],
    ['where(x < 0, 1 / 0, x)', '1 / 0', 'divides by 0 for x from -20 to 0.', [[-20, 0]]],
    ['log(-1)', 'log(-1)', 'for x from -20 to 20.', [[-20, 20]]],
  ])('%s', (source, blamed, message, stretches) => {
    const problem = problemOf(source)
    expect(problem.kind).toBe('domain')
    expect(problem.message).toContain(message)
    expect(source.slice(problem.column - 1, problem.column - 1 + problem.length)).toBe(blamed)
    expect(problem.where).toHaveLength(stretches.length)
    stretches.forEach(([from, to], i) => {
      // x·10⁻⁵ of overflow's place is due to rounding to float32.
      expect(Math.abs((problem.where?.[i]?.from ?? Number.NaN) - (from as number))).toBeLessThan(1e-4)
      expect(Math.abs((problem.where?.[i]?.to ?? Number.NaN) - (to as number))).toBeLessThan(1e-4)
    })
  })

  test('of several faults the widest is told, with its own places only', () => {
    const { message, where } = problemOf('1 / (x^2 - 2) + log(x + 15)')
    expect(message).toContain('log(x + 15) takes the logarithm of a negative number for x from -20 to -15.')
    expect(message).not.toContain('1.4142')
    expect(where).toHaveLength(3)
  })

  test('many places are counted', () => {
    expect(problemOf('1 / sin(x)').message).toContain('and at 10 more places.')
  })
})

describe('accepted: what only looks dangerous', () => {
  test.each([
    'where(x > 0, log(1 + x), -log(1 - x))',
    'where(x > -1, log1p(x + 0.5 + abs(x)), 0)',
    '1 / (1 + exp(-50 * x))',
    'exp(5 * x) / (1 + exp(5 * x))',
    'log(1 + exp(10 * x))',
    'x / sqrt(x^2 + 1e-6)',
    'x / (x^2 - x + 1)',
    '1 / where(x > 0, 1, -1)',
    'x^3 / (1 + x^2)',
    'abs(x)^1.5',
    'tanh(x)^40',
    '(1 + x^2)^(0.1 * x)',
    'exp(-x^2)',
    'sqrt(x^2 + 1)',
    '1e-30 * x',
    // Intervals cannot tell that the logarithm is fine, wherever they look; yet nobody divides by x − 5 at 5.
    'where(x < 0, x / (x - 5), x) + log(sin(40 * x)^2 + cos(40 * x)^2)',
  ])('%s', (source) => {
    expect(parseActivation(source)).toMatchObject({ ok: true })
  })
})
