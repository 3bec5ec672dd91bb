/**
 * An activation that a learner wrote, as a Python expression of `x`. What does not depend on x stays a number; what does
 * is a tensor, and where a library wants tensors on both sides a number is made one. Not here: which library
 * (`Dialect`: pytorch/written.ts, keras/written.ts), nor its slope.
 */
import { type Expression, sideStrengths, strengthOf } from '@/lib/engine'
import { float } from './text'

export type CallName = Extract<Expression, { kind: 'call' }>['name']

export interface Dialect {
  /** A number as a tensor that goes with x. */
  tensor(number: string): string
  /** A function of tensors; arguments that are numbers have been made tensors. */
  call(name: CallName, args: readonly string[]): string
  /** `clamp` between two numbers. */
  clamp(of: string, low: string, high: string): string
  where(condition: string, met: string, otherwise: string): string
}

/** `isTensor`: whether it depends on x. */
export interface Written {
  text: string
  isTensor: boolean
}

const SIGNS = { add: ' + ', subtract: ' - ', multiply: ' * ', divide: ' / ', power: ' ** ' } as const
/** Functions that Python's math has under the same name. */
const OF_MATH: readonly string[] = ['exp', 'expm1', 'log', 'log1p', 'sqrt', 'sin', 'cos', 'tanh', 'erf']

export function writeExpression(expression: Expression, dialect: Dialect): Written {
  switch (expression.kind) {
    case 'x':
      return { text: 'x', isTensor: true }
    case 'number':
      return { text: numberText(expression.value), isTensor: false }
    case 'constant':
      return { text: `math.${expression.name}`, isTensor: false }
    case 'negate': {
      const of = part(expression.of, 3, dialect)
      return { text: expression.of.kind === 'number' ? `-(${of.text})` : `-${of.text}`, isTensor: of.isTensor }
    }
    case 'call':
      return writeCall(expression.name, expression.of, dialect)
    case 'where': {
      const { relation, left, right } = expression.condition
      const [met, otherwise] = [expression.met, expression.otherwise].map((side) => tensorOf(side, dialect))
      const compared = writeExpression(right, dialect)
      const first = writeExpression(left, dialect)
      const from = first.isTensor || compared.isTensor ? first.text : dialect.tensor(first.text)
      return { text: dialect.where(`${from} ${relation} ${compared.text}`, met ?? '', otherwise ?? ''), isTensor: true }
    }
    default: {
      const [least, most] = sideStrengths(expression.kind)
      const left = part(expression.left, least, dialect)
      const right = part(expression.right, most, dialect)
      return { text: left.text + SIGNS[expression.kind] + right.text, isTensor: left.isTensor || right.isTensor }
    }
  }
}

/** The same, in any case a tensor. */
export function tensorOf(expression: Expression, dialect: Dialect): string {
  const { text, isTensor } = writeExpression(expression, dialect)
  return isTensor ? text : dialect.tensor(text)
}

function writeCall(name: CallName, of: readonly Expression[], dialect: Dialect): Written {
  const parts = of.map((one) => writeExpression(one, dialect))
  const isTensor = parts.some((one) => one.isTensor)
  if (!isTensor && OF_MATH.includes(name)) return { text: `math.${name}(${parts[0]?.text})`, isTensor }
  const [first, low, high] = parts
  if (name === 'clamp' && first?.isTensor && low && high && !low.isTensor && !high.isTensor) {
    return { text: dialect.clamp(first.text, low.text, high.text), isTensor }
  }
  const tensors = parts.map((one) => (one.isTensor ? one.text : dialect.tensor(one.text)))
  return { text: dialect.call(name, tensors), isTensor: true }
}

function part(expression: Expression, strength: number, dialect: Dialect): Written {
  const { text, isTensor } = writeExpression(expression, dialect)
  return { text: strengthOf(expression) < strength ? `(${text})` : text, isTensor }
}

/** Whole numbers as they were written, but for those that no integer of a library holds. */
function numberText(value: number): string {
  return Number.isInteger(value) && Math.abs(value) < 2 ** 31 ? String(value) : float(value)
}
