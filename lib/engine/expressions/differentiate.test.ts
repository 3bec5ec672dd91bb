/** Slopes against central differences and against the built-ins' own; rules of simplification keep values. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { activations } from '../activations/registry'
import { createRng } from '../random/rng'
import { breaksOf } from './description/breaks'
import { Differentiator } from './differentiate'
import { evaluator } from './evaluate'
import { Algebra, type Formula, inOrder } from './formula'
import { expressionOf } from './language/latex'
import { printExpression } from './language/print'
import { parseExpression } from './parse'
import { simplifyingAlgebra } from './simplify'
import { expressions } from './testing/random-expressions'
import { writeOut } from './write-out'

function formulaOf(source: string, algebra: Algebra): Formula {
  const parsed = parseExpression(source)
  if (!parsed.ok) throw new Error(parsed.problem.message)
  return writeOut(parsed.expression, algebra).formula
}

function pairOf(source: string) {
  const algebra = simplifyingAlgebra()
  const formula = formulaOf(source, algebra)
  const slope = new Differentiator(algebra).slope(formula)
  return { value: evaluator(formula), derivative: evaluator(slope), slope, breaks: breaksOf(formula, algebra).at }
}

/** Fourth order: the error is h⁴·f⁗′/30. */
function differences(f: (x: number) => number, x: number, h = 1e-3): number {
  return (8 * (f(x + h) - f(x - h)) - (f(x + 2 * h) - f(x - 2 * h))) / (12 * h)
}

/** Whether every part is a finite number at x: √ of exactly 0, say, has a value but no slope. */
const isFiniteThroughout = (formula: Formula, x: number) =>
  inOrder([formula]).every((part) => Number.isFinite(evaluator(part)(x)))

/** In general position: not where random expressions have their kinks and poles. */
const places = fc.integer({ min: -60_000, max: 60_000 }).map((n) => n / 9973 + 1e-5)

describe('the derivative is exact', () => {
  test.each([
    'x * sigmoid(1.702 * x)',
    'max(0, x) + 0.1 * sin(x)',
    '0.5 * x * (1 + erf(x / sqrt(2)))',
    'x * tanh(log(1 + exp(x)))',
    'where(x > 0, x, exp(x) - 1)',
    'clamp(x + 3, 0, 6) * x / 6',
    'x / (1 + abs(x))',
    'sqrt(x^2 + 1) - 1',
    'exp(-x^2) * cos(3 * x)',
    '2^(-x^2)',
    '(1 + abs(x))^1.5',
    '(1 + x^2)^(0.1 * x)',
    'log(1 + x^2) * sign(x)',
    'log1p(softplus(x))',
    'min(x, 2 - x, 0.5 * x^2)',
    '(x + x^3) / (1 + x^2 + x^4)',
    'gelu(x) - Phi(2 * x)',
    'mish(silu(x))',
    'expm1(-abs(x)) * x',
    '(-x)^3 / 100 + x^-0 * pi',
    'erf(sin(x)) / (2 + cos(x))',
  ])('%s agrees with central differences at 1,000 points', (source) => {
    const { value, derivative, breaks } = pairOf(source)
    const rng = createRng(7, 'data')
    let checked = 0
    while (checked < 1000) {
      const x = -8 + 16 * rng.uniform()
      if (breaks.some((kink) => Math.abs(kink - x) < 0.01)) continue
      const exact = derivative(x)
      const error = Math.abs(differences(value, x) - exact)
      expect(error, `at x = ${x}: ${exact}`).toBeLessThan(1e-6 * Math.max(Math.abs(exact), 1e-3))
      checked++
    }
  })

  test('for any expression, wherever it is smooth', () => {
    let checked = 0
    fc.assert(
      fc.property(expressions, places, (expression, x) => {
        const algebra = simplifyingAlgebra()
        const { formula } = writeOut(expression, algebra)
        // u^v with x in v has a slope only for u > 0, though a value also where v happens to be whole.
        fc.pre(!inOrder([formula]).some(({ operation, of }) => operation === 'power' && of[1]?.operation !== 'number'))
        const slope = new Differentiator(algebra).slope(formula)
        fc.pre(isFiniteThroughout(slope, x) && isFiniteThroughout(formula, x))
        const [value, derivative] = [evaluator(formula), evaluator(slope)]
        const [fine, coarse] = [differences(value, x, 2e-5), differences(value, x, 2e-4)]
        // Not smooth here, or too steep for differences: nothing to compare with.
        fc.pre(Number.isFinite(coarse) && Math.abs(coarse) < 1e6 && Math.abs(value(x)) < 1e6)
        fc.pre(Math.abs(fine - coarse) < 1e-6 * Math.max(1, Math.abs(coarse)))
        checked++
        expect(Math.abs(derivative(x) - fine)).toBeLessThan(1e-5 * Math.max(1, Math.abs(fine), Math.abs(value(x))))
      }),
      { numRuns: 1500 },
    )
    expect(checked).toBeGreaterThan(600)
  })
})

describe('kinks', () => {
  test.each([
    ['max(0, x)', 0, 0],
    ['max(x, 0)', 0, 0],
    ['relu(x)', 0, 0],
    ['relu(-x)', 0, 0],
    ['min(x, 6)', 6, 0],
    ['min(6, x)', 6, 0],
    ['clamp(x, 0, 6)', 6, 0],
    ['max(x, 0.1 * x)', 0, 1],
    ['max(0.1 * x, x)', 0, 0.1],
    ['min(x, 0.1 * x)', 0, 1],
    ['min(0.1 * x, x)', 0, 0.1],
    ['abs(x)', 0, 0],
    ['sign(x)', 0, 0],
    ['where(x > 0, x, 0.2 * x)', 0, 0.2],
    ['where(x >= 0, x, 0.2 * x)', 0, 1],
    ['where(0 < x, 3 * x, 2 * x)', 0, 2],
  ])('%s has slope … at %d: %d', (source, x, slope) => {
    expect(pairOf(source).derivative(x)).toBe(slope)
  })
})

describe('known activations, written as expressions', () => {
  test.each([
    ['max(0, x)', 'relu'],
    ['x * sigmoid(x)', 'swish'],
    ['x / (1 + exp(-x))', 'swish'],
    ['silu(x)', 'swish'],
    ['0.5 * x * (1 + erf(x / sqrt(2)))', 'gelu'],
    ['x * Phi(x)', 'gelu'],
    ['0.5 * x * (1 + tanh(sqrt(2 / pi) * (x + 0.044715 * x^3)))', 'gelu-tanh'],
    ['x * tanh(log(1 + exp(x)))', 'mish'],
    ['mish(x)', 'mish'],
    ['where(x > 0, x, exp(x) - 1)', 'elu'],
    ['log(1 + exp(x))', 'softplus'],
    ['(exp(x) - exp(-x)) / (exp(x) + exp(-x))', 'tanh'],
    ['1 / (1 + exp(-x))', 'sigmoid'],
    ['min(max(0, x), 6)', 'relu6'],
    ['x * clamp(x + 3, 0, 6) / 6', 'hard-swish'],
  ] as const)('%s is %s, in value and slope', (source, name) => {
    const { value, derivative } = pairOf(source)
    const builtIn = activations[name]
    for (let x = -18; x <= 18; x += 0.037) {
      const scale = Math.max(1, Math.abs(x))
      expect(Math.abs(value(x) - builtIn.value(x)), `value at ${x}`).toBeLessThan(1e-11 * scale)
      expect(Math.abs(derivative(x) - builtIn.derivative(x)), `slope at ${x}`).toBeLessThan(1e-11 * scale)
    }
  })
})

describe('simplification', () => {
  const simplified = (source: string) => printExpression(expressionOf(formulaOf(source, simplifyingAlgebra())))

  test.each([
    ['x + 0', 'x'],
    ['1 * x', 'x'],
    ['x - x', '0'],
    ['2 * (3 * x)', '6 * x'],
    ['x * x * x', 'x^3'],
    ['sqrt(4) * pi / pi', '2'],
    ['log(1 + exp(x))', 'softplus(x)'],
    ['log1p(exp(2 * x))', 'softplus(2 * x)'],
    ['1 / (1 + exp(-x))', 'sigmoid(x)'],
    ['exp(x) / (exp(x) + 1)', 'sigmoid(x)'],
    ['exp(x) - 1', 'expm1(x)'],
    ['log(x^2 + 1)', 'log1p(x^2)'],
    ['0.5 * x * (1 + erf(x / sqrt(2)))', 'x * Phi(x)'],
    ['x * where(x > 0, 1, 0)', 'where(x > 0, x, 0)'],
    ['where(x > 0, exp(x), 0) / x', 'where(x > 0, exp(x) / x, 0)'],
    ['e^x', 'exp(x)'],
    ['x^0.5', 'sqrt(x)'],
    ['where(1 > 2, x, -x)', '-x'],
    ['-(-x)', 'x'],
  ])('%s becomes %s', (source, short) => {
    expect(simplified(source)).toBe(short)
  })

  test.each([
    ['x * sigmoid(x)', 'sigmoid(x) + x * (sigmoid(x) * (1 - sigmoid(x)))'],
    ['max(0, x)', 'where(x > 0, 1, 0)'],
    ['x^3', '3 * x^2'],
    ['sqrt(x^2 + 1)', 'x / sqrt(x^2 + 1)'],
    ['tanh(x)', '1 - tanh(x)^2'],
  ])('the slope of %s is written %s', (source, slope) => {
    expect(printExpression(expressionOf(pairOf(source).slope))).toBe(slope)
  })

  test('keeps the value of any expression that has one', () => {
    fc.assert(
      fc.property(expressions, places, (expression, x) => {
        const long = writeOut(expression, new Algebra()).formula
        const asWritten = evaluator(long)(x)
        fc.pre(isFiniteThroughout(long, x) && Math.abs(asWritten) < 1e12)
        const short = evaluator(writeOut(expression, simplifyingAlgebra()).formula)
        // A condition may fall on either side of its border; then the neighbours differ as well.
        const near = [x, x * (1 + 1e-9), x * (1 - 1e-9)].map(evaluator(long))
        const spread = Math.max(...near) - Math.min(...near)
        fc.pre(Number.isFinite(spread))
        expect(Math.abs(short(x) - asWritten)).toBeLessThanOrEqual(1e-6 * (1 + Math.abs(asWritten)) + 10 * spread)
      }),
      { numRuns: 1500 },
    )
  })

  test('equal parts are one node, also of value and slope', () => {
    const algebra = simplifyingAlgebra()
    const value = formulaOf('x * tanh(2 * x) + exp(tanh(2 * x))', algebra)
    const nodes = inOrder([value, new Differentiator(algebra).slope(value)])
    expect(nodes.filter(({ operation }) => operation === 'tanh')).toHaveLength(1)
    expect(nodes.filter(({ operation }) => operation === 'exp')).toHaveLength(1)
  })
})
