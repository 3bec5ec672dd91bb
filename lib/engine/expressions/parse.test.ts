/** What the grammar accepts and how, and for each kind of mistake the message and its place. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { printExpression } from './language/print'
import { MAX_DEPTH, MAX_LENGTH, MAX_NODES, parseExpression } from './parse'
import { expressions } from './testing/random-expressions'

function parsed(source: string) {
  const result = parseExpression(source)
  if (!result.ok) throw new Error(`${source}: ${result.problem.message}`)
  return result.expression
}

function problemOf(source: string) {
  const result = parseExpression(source)
  if (result.ok) throw new Error(`${source} was accepted as ${printExpression(result.expression)}`)
  return result.problem
}

describe('what is understood', () => {
  test.each([
    ['x*sigmoid(1.702*x)', 'x * sigmoid(1.702 * x)'],
    ['max(0,x)+0.1*sin(x)', 'max(0, x) + 0.1 * sin(x)'],
    ['  where( x>0 , x , exp(x)-1 ) ', 'where(x > 0, x, exp(x) - 1)'],
    ['x**2', 'x^2'],
    ['2^3^2', '2^3^2'],
    ['(2^3)^2', '(2^3)^2'],
    ['-x^2', '-x^2'],
    ['(-x)^2', '(-x)^2'],
    ['2^-x', '2^-x'],
    ['-2', '-2'],
    ['-(2)', '-(2)'],
    ['+x', 'x'],
    ['1-(2-3)', '1 - (2 - 3)'],
    ['(1-2)-3', '1 - 2 - 3'],
    ['1/(2/x)', '1 / (2 / x)'],
    ['x * -1', 'x * -1'],
    ['.5*x + 1.', '0.5 * x + 1'],
    ['1e-3*x', '0.001 * x'],
    ['x × π ÷ 2 − 1', 'x * pi / 2 - 1'],
    ['where(x ≥ 0, 1, e)', 'where(x >= 0, 1, e)'],
    ['max(1, x, x^2)', 'max(1, x, x^2)'],
  ])('%s is read as %s', (source, text) => {
    expect(printExpression(parsed(source))).toBe(text)
  })

  test('minus binds more loosely than a power, as on paper', () => {
    expect(parsed('-x^2')).toEqual({
      kind: 'negate',
      of: { kind: 'power', left: { kind: 'x' }, right: { kind: 'number', value: 2 } },
    })
  })

  test('any expression is read back from its text', () => {
    fc.assert(
      fc.property(expressions, (expression) => {
        const text = printExpression(expression)
        fc.pre(text.length <= MAX_LENGTH)
        const result = parseExpression(text)
        fc.pre(result.ok || result.problem.kind !== 'limit')
        expect(result).toMatchObject({ ok: true, expression })
      }),
      { numRuns: 2000 },
    )
  })

  test('every part knows its place in the text', () => {
    const source = 'x * (1 + tanh(x))'
    const result = parseExpression(source)
    if (!result.ok) throw new Error(result.problem.message)
    const texts = [...result.spans.values()].map(({ column, length }) => source.slice(column - 1, column - 1 + length))
    expect(texts).toEqual(['x', '1', 'x', 'tanh(x)', '1 + tanh(x)', source])
  })
})

describe('what is wrong is said, with its place', () => {
  test.each([
    // source, column, length, part of the message
    ['', 1, 0, 'The expression is empty.'],
    ['   ', 4, 0, 'The expression is empty.'],
    ['x +', 4, 0, 'The expression ends after “+”.'],
    ['x * * 2', 5, 1, '“*” cannot stand after “*”.'],
    ['* x', 1, 1, 'An expression cannot start with “*”.'],
    ['2x', 2, 1, 'A product is written with a star: 2 * x.'],
    ['2 (x + 1)', 3, 1, 'A product is written with a star'],
    ['(x + 1) x', 9, 1, 'A product is written with a star'],
    ['(x + 1', 1, 1, 'This “(” is not closed.'],
    ['sin(x', 4, 1, 'This “(” is not closed.'],
    ['x)', 2, 1, 'This “)” closes nothing.'],
    ['(x 2)', 4, 1, '“)” or a sign such as * is missing before “2”.'],
    ['()', 2, 1, '“)” cannot stand after “(”.'],
    ['0,5 * x', 2, 1, 'Write decimals with a point: 0.5.'],
    ['(0,5) * x', 3, 1, 'Write decimals with a point: 0.5.'],
    ['1.2.3 * x', 1, 5, '“1.2.3” is not a number: it has two decimal points.'],
    ['x * 1e5.5', 5, 5, '“1e5.5” is not a number: the power of ten behind its e is not whole.'],
    ['x @ 2', 3, 1, '“@” has no meaning here.'],
    ['x & 1', 3, 1, 'put a second where(…) inside the first.'],
    ['|x|', 1, 1, 'write abs(x)'],
    ['x²', 2, 1, 'Write ^2.'],
    ['f(x) = x', 6, 1, 'only the right-hand side'],
    ['2 * y', 5, 1, '“y” is not known.'],
    ['x = 2', 3, 1, 'only the right-hand side'],
    ['x ? 1 : 2', 3, 1, 'where(condition, a, b)'],
    ['🙂', 1, 2, '“🙂” has no meaning here.'],
    ['x > 0', 3, 1, 'only the first argument of where(condition, a, b) may do that.'],
    ['(x > 0) * x', 4, 1, 'A comparison stands only as the first argument of where'],
    ['where(x, 1, 2)', 8, 1, 'The first argument of where is a comparison'],
    ['where(x > 0, 1)', 15, 1, 'where takes three arguments, separated by commas'],
    ['where(x > 0, 1, 2, 3)', 18, 1, 'where takes three arguments: a condition and two values.'],
    ['where(0 < x < 1, 1, 2)', 13, 1, 'where(x > 0, where(x < 1, a, b), b)'],
    ['sin x', 1, 3, 'sin is a function: write its argument in parentheses, sin(…).'],
    ['x(2)', 1, 1, 'x is not a function.'],
    ['pi(2)', 1, 2, 'pi is not a function.'],
    ['max(x)', 1, 6, 'max takes 2 to 8 arguments, and here is 1.'],
    ['1 + tanh(x, 2)', 5, 10, 'tanh takes 1 argument, and here are 2.'],
    ['exp()', 1, 5, 'exp takes 1 argument, and here are 0.'],
    ['clamp(x, 1)', 1, 11, 'clamp takes 3 arguments, and here are 2.'],
  ])('%s', (source, column, length, message) => {
    const problem = problemOf(source)
    expect(problem).toMatchObject({ column, length })
    expect(problem.message).toContain(message)
  })

  test.each([
    ['sigmod(x)', 1, 6, 'sigmoid'],
    ['x * tahn(x)', 5, 4, 'tanh'],
    ['Sin(x)', 1, 3, 'sin'],
    ['X', 1, 1, 'x'],
    ['ln(x)', 1, 2, 'log'],
    ['swish(x)', 1, 5, 'silu'],
    ['Relu(x)', 1, 4, 'relu'],
    ['if(x > 0, 1, 2)', 1, 2, 'where'],
    ['gelo(x)', 1, 4, 'gelu'],
    ['pow(x, 2)', 1, 3, 'x^2'],
  ])('%s: an unknown name gets a suggestion', (source, column, length, meant) => {
    const problem = problemOf(source)
    expect(problem).toMatchObject({ kind: 'name', column, length })
    expect(problem.message).toContain(`Did you mean ${meant}?`)
  })

  test('a name that is like no other is answered with all there are', () => {
    for (const inherited of ['constructor(x)', '__proto__', 'toString', 'valueOf(x)']) {
      expect(problemOf(inherited).message).toMatch(/is not known\. Known are x, pi, e, where, /)
    }
    expect(problemOf('quux(x)').message).toMatch(/“quux” is not known\. Known are x, pi, e, where, .*sigmoid/)
  })

  test('a problem is one or two sentences, and no text throws', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 40, unit: fc.constantFrom(...'x12.e()+-*/^,<>=where sinmax π') }),
        (source) => {
          const result = parseExpression(source)
          if (result.ok) return
          expect(result.problem.message).toMatch(/[.?)]$/)
          expect(result.problem.column).toBeGreaterThanOrEqual(1)
          expect(result.problem.column + result.problem.length).toBeLessThanOrEqual(source.length + 1)
        },
      ),
      { numRuns: 2000 },
    )
  })
})

describe('limits', () => {
  const sum = (terms: number) => Array.from({ length: terms }, () => 'x').join('+')
  const nested = (depth: number, name = '') => `${`${name}(`.repeat(depth)}x${')'.repeat(depth)}`

  test('length', () => {
    expect(parseExpression(`x${' '.repeat(MAX_LENGTH - 1)}`).ok).toBe(true)
    const problem = problemOf(`x${' '.repeat(MAX_LENGTH)}`)
    expect(problem).toMatchObject({ kind: 'limit', column: MAX_LENGTH + 1 })
  })

  test('depth of parentheses, calls, signs and powers', () => {
    expect(parseExpression(nested(MAX_DEPTH)).ok).toBe(true)
    expect(problemOf(nested(MAX_DEPTH + 1))).toMatchObject({ kind: 'limit', column: MAX_DEPTH + 1 })
    expect(problemOf(`${'-'.repeat(MAX_DEPTH + 1)}x`)).toMatchObject({ kind: 'limit', column: MAX_DEPTH + 1 })
    expect(problemOf(`x${'^x'.repeat(MAX_DEPTH + 1)}`)).toMatchObject({ kind: 'limit' })
    expect(problemOf('('.repeat(MAX_LENGTH))).toMatchObject({ kind: 'limit' })
  })

  test('number of parts', () => {
    expect(parseExpression(sum(MAX_NODES / 2)).ok).toBe(true)
    expect(problemOf(sum(MAX_NODES / 2 + 1))).toMatchObject({ kind: 'limit' })
  })

  test('what a name stands for counts, so gelu(gelu(…)) cannot grow without bound', () => {
    expect(parseExpression(nested(4, 'gelu')).ok).toBe(true)
    expect(problemOf(nested(12, 'gelu'))).toMatchObject({ kind: 'limit' })
  })

  test('numbers that float32 cannot hold', () => {
    expect(problemOf('x * 1e39')).toMatchObject({ kind: 'limit', column: 5, length: 4 })
    expect(parseExpression('x * 3.4e38').ok).toBe(true)
  })
})
