/** What a learner writes, as a tree: the parser makes it, `formula.ts` turns it into what is computed. */
import type { FunctionName } from './functions'

export const CONSTANTS = { pi: Math.PI, e: Math.E } as const
export type ConstantName = keyof typeof CONSTANTS

export const BINARY_OPERATORS = ['add', 'subtract', 'multiply', 'divide', 'power'] as const
export type BinaryOperator = (typeof BINARY_OPERATORS)[number]

export const RELATIONS = ['<', '<=', '>', '>='] as const
export type Relation = (typeof RELATIONS)[number]

export interface Condition {
  relation: Relation
  left: Expression
  right: Expression
}

/** A number is finite; the parser writes `-2` as one number and `-x` as `negate`. */
export type Expression =
  | { kind: 'x' }
  | { kind: 'number'; value: number }
  | { kind: 'constant'; name: ConstantName }
  | { kind: 'negate'; of: Expression }
  | { kind: BinaryOperator; left: Expression; right: Expression }
  | { kind: 'call'; name: FunctionName; of: readonly Expression[] }
  | { kind: 'where'; condition: Condition; met: Expression; otherwise: Expression }

/** The parts in the order in which they are written. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'x':
    case 'number':
    case 'constant':
      return []
    case 'negate':
      return [expression.of]
    case 'call':
      return expression.of
    case 'where':
      return [expression.condition.left, expression.condition.right, expression.met, expression.otherwise]
    default:
      return [expression.left, expression.right]
  }
}
