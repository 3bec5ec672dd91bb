import { describe, expect, test } from 'vitest'
import { parseExpression } from '../parse'
import { latexOf } from './latex'

describe('an expression in LaTeX', () => {
  test.each([
    ['x * sigmoid(1.702 * x)', String.raw`x\,\sigma\left(1.702\,x\right)`],
    ['2 * 3', String.raw`2 \cdot 3`],
    ['x * 2', String.raw`x \cdot 2`],
    ['(x + 1) * (x - 1)', String.raw`\left(x + 1\right)\,\left(x - 1\right)`],
    ['1 - (x - 2)', String.raw`1 - \left(x - 2\right)`],
    ['x - -2', String.raw`x - \left(-2\right)`],
    ['-x^2', '-x^{2}'],
    ['(-x)^2', String.raw`\left(-x\right)^{2}`],
    ['-(x + 1)', String.raw`-\left(x + 1\right)`],
    ['x / (1 + abs(x))', String.raw`\frac{x}{1 + \left|x\right|}`],
    ['(x / 2)^2', String.raw`\left(\frac{x}{2}\right)^{2}`],
    ['exp(-x)^2', String.raw`\left(e^{-x}\right)^{2}`],
    ['sqrt(2 / pi)', String.raw`\sqrt{\frac{2}{\pi}}`],
    ['log(x)', String.raw`\ln\left(x\right)`],
    ['1e-12 * x', String.raw`1 \cdot 10^{-12}\,x`],
    ['0.123456789', '0.123457'],
    ['max(0, x)', String.raw`\max\left(0, x\right)`],
    ['gelu(x)', String.raw`\operatorname{GELU}\left(x\right)`],
    ['where(x >= 0, x, 0)', String.raw`\begin{cases} x & x \ge 0 \\ 0 & \text{else} \end{cases}`],
    ['2 * where(x > 0, x, 0)', String.raw`2\,\left(\begin{cases} x & x > 0 \\ 0 & \text{else} \end{cases}\right)`],
  ])('%s', (source, latex) => {
    const parsed = parseExpression(source)
    expect(parsed.ok && latexOf(parsed.expression)).toBe(latex)
  })
})
