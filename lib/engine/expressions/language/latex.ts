/** Expression → LaTeX for display; numbers to six digits. Formulas (slopes) are read back into expressions first. */

import type { ChoiceOperation, Formula } from '../formula'
import type { Condition, Expression } from './expression'
import { functionEntry } from './functions'
import { sideStrengths, strengthOf } from './print'

/** A slope with more parts than this is no longer read by anyone. */
const MOST_PARTS = 150

const RELATION_SIGNS = { '<': '<', '<=': String.raw`\le`, '>': '>', '>=': String.raw`\ge` } as const

export function latexOf(expression: Expression): string {
  switch (expression.kind) {
    case 'x':
      return 'x'
    case 'number':
      return latexNumber(expression.value)
    case 'constant':
      return expression.name === 'pi' ? String.raw`\pi` : 'e'
    case 'negate':
      return `-${sided(expression.of, 2)}`
    case 'divide':
      return String.raw`\frac{${latexOf(expression.left)}}{${latexOf(expression.right)}}`
    case 'power':
      return `${base(expression.left)}^{${latexOf(expression.right)}}`
    case 'multiply':
      return product(expression.left, expression.right)
    case 'add':
    case 'subtract': {
      const [left, right] = sideStrengths(expression.kind)
      const sign = expression.kind === 'add' ? '+' : '-'
      return `${sided(expression.left, left)} ${sign} ${termAfterSign(expression.right, right)}`
    }
    case 'call':
      return call(expression.name, expression.of)
    case 'where': {
      const { relation, left, right } = expression.condition
      const condition = `${latexOf(left)} ${RELATION_SIGNS[relation]} ${latexOf(right)}`
      const [met, otherwise] = [latexOf(expression.met), latexOf(expression.otherwise)]
      return String.raw`\begin{cases} ${met} & ${condition} \\ ${otherwise} & \text{else} \end{cases}`
    }
  }
}

/** LaTeX of a formula, or null where it is too long to be read. */
export function latexOfFormula(formula: Formula): string | null {
  const sizes = new Map<Formula, number>()
  const sizeOf = (part: Formula): number => {
    const known = sizes.get(part)
    if (known !== undefined) return known
    const size = part.of.reduce((sum, inner) => sum + sizeOf(inner), 1)
    sizes.set(part, size)
    return size
  }
  return sizeOf(formula) > MOST_PARTS ? null : latexOf(expressionOf(formula))
}

/** A formula as an expression. Parts that were shared are written again at each place. */
export function expressionOf(formula: Formula): Expression {
  const [a, b, met, otherwise] = formula.of.map(expressionOf)
  const first = a ?? { kind: 'x' }
  const second = b ?? first
  switch (formula.operation) {
    case 'x':
      return { kind: 'x' }
    case 'number':
      return { kind: 'number', value: formula.value }
    case 'negate':
      return { kind: 'negate', of: first }
    case 'whole-power':
      return { kind: 'power', left: first, right: { kind: 'number', value: formula.value } }
    case 'less':
    case 'at-most': {
      return {
        kind: 'where',
        condition: comparison(formula.operation, first, second),
        met: met ?? first,
        otherwise: otherwise ?? first,
      }
    }
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'divide':
    case 'power':
      return { kind: formula.operation, left: first, right: second }
    case 'min':
    case 'max':
      return { kind: 'call', name: formula.operation, of: [first, second] }
    default:
      return { kind: 'call', name: formula.operation, of: [first] }
  }
}

/** 0 < u is read more easily as u > 0. */
function comparison(operation: ChoiceOperation, left: Expression, right: Expression): Condition {
  const turned = left.kind === 'number' && right.kind !== 'number'
  if (operation === 'less') return turned ? { relation: '>', left: right, right: left } : { relation: '<', left, right }
  return turned ? { relation: '>=', left: right, right: left } : { relation: '<=', left, right }
}

function latexNumber(value: number): string {
  const text = String(Number(value.toPrecision(6)))
  const [mantissa, exponent] = text.split('e')
  return exponent ? String.raw`${mantissa} \cdot 10^{${Number(exponent)}}` : text
}

function call(name: Parameters<typeof functionEntry>[0], of: readonly Expression[]): string {
  const inside = of.map(latexOf).join(', ')
  if (name === 'exp') return `e^{${inside}}`
  if (name === 'sqrt') return String.raw`\sqrt{${inside}}`
  if (name === 'abs') return String.raw`\left|${inside}\right|`
  return String.raw`${functionEntry(name).symbol ?? name}\left(${inside}\right)`
}

function parenthesised(text: string): string {
  return String.raw`\left(${text}\right)`
}

function sided(expression: Expression, strength: number): string {
  const text = latexOf(expression)
  // A fraction's bar and the braces of cases hold together by themselves.
  if (expression.kind === 'divide') return text
  return strengthOf(expression) < strength || expression.kind === 'where' ? parenthesised(text) : text
}

function termAfterSign(expression: Expression, strength: number): string {
  const text = sided(expression, strength)
  return text.startsWith('-') ? parenthesised(text) : text
}

function base(expression: Expression): string {
  const own = expression.kind === 'x' || expression.kind === 'constant' || strengthOf(expression) >= 5
  return own && !(expression.kind === 'call' && expression.name === 'exp')
    ? sided(expression, 5)
    : parenthesised(latexOf(expression))
}

/** Before a digit stands a dot, so that x · 2 is not read as an index; else writing side by side is enough. */
function product(left: Expression, right: Expression): string {
  // Products of products need no parentheses: for display, order does not matter.
  const second = right.kind === 'multiply' ? latexOf(right) : termAfterSign(right, 3)
  const sign = /^\d/.test(second) ? String.raw` \cdot ` : String.raw`\,`
  return sided(left, 2) + sign + second
}
