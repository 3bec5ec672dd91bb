/** Expression → text in the learner's own notation, with no more parentheses than needed; parsing it gives it back. */
import type { BinaryOperator, Expression } from './expression'

/** How tightly each kind holds its parts together; a looser part inside a tighter one needs parentheses. */
const STRENGTH = { sum: 1, product: 2, signed: 3, power: 4, operand: 5 } as const

const SIGN: Record<BinaryOperator, string> = {
  add: ' + ',
  subtract: ' - ',
  multiply: ' * ',
  divide: ' / ',
  power: '^',
}

export function strengthOf(expression: Expression): number {
  switch (expression.kind) {
    case 'add':
    case 'subtract':
      return STRENGTH.sum
    case 'multiply':
    case 'divide':
      return STRENGTH.product
    case 'negate':
      return STRENGTH.signed
    case 'number':
      return expression.value < 0 ? STRENGTH.signed : STRENGTH.operand
    case 'power':
      return STRENGTH.power
    default:
      return STRENGTH.operand
  }
}

/** What the left and right side of an operator must hold at least; equal strength is read from the left, powers from the right. */
export function sideStrengths(operator: BinaryOperator): [number, number] {
  if (operator === 'power') return [STRENGTH.operand, STRENGTH.signed]
  return operator === 'add' || operator === 'subtract'
    ? [STRENGTH.sum, STRENGTH.product]
    : [STRENGTH.product, STRENGTH.signed]
}

export function printExpression(expression: Expression): string {
  switch (expression.kind) {
    case 'x':
      return 'x'
    case 'number':
      return String(expression.value)
    case 'constant':
      return expression.name
    case 'negate':
      return `-${signedPart(expression.of)}`
    case 'call':
      return `${expression.name}(${expression.of.map(printExpression).join(', ')})`
    case 'where': {
      const { relation, left, right } = expression.condition
      const condition = `${printExpression(left)} ${relation} ${printExpression(right)}`
      return `where(${condition}, ${printExpression(expression.met)}, ${printExpression(expression.otherwise)})`
    }
    default: {
      const [left, right] = sideStrengths(expression.kind)
      return part(expression.left, left) + SIGN[expression.kind] + part(expression.right, right)
    }
  }
}

function part(expression: Expression, strength: number): string {
  const text = printExpression(expression)
  return strengthOf(expression) < strength ? `(${text})` : text
}

/** After a minus sign a number would take the sign as its own: -(2) is a negation, -2 a number. */
function signedPart(of: Expression): string {
  return of.kind === 'number' ? `(${printExpression(of)})` : part(of, STRENGTH.signed)
}
