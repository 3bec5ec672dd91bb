/** Expression → Formula: names become operations, `relu` and its like are written out, `>` becomes `<` turned round. */

import type { Algebra, Formula } from './formula'
import { CONSTANTS, type Expression } from './language/expression'
import type { FunctionName } from './language/functions'

/** The formula of an expression and, for messages about its parts, of each part. */
export interface WrittenOut {
  formula: Formula
  formulaOf: ReadonlyMap<Expression, Formula>
}

export function writeOut(expression: Expression, algebra: Algebra): WrittenOut {
  const formulaOf = new Map<Expression, Formula>()
  const visit = (part: Expression): Formula => {
    const formula = writeOne(part, algebra, visit)
    formulaOf.set(part, formula)
    return formula
  }
  return { formula: visit(expression), formulaOf }
}

function writeOne(expression: Expression, algebra: Algebra, visit: (part: Expression) => Formula): Formula {
  switch (expression.kind) {
    case 'x':
      return algebra.x
    case 'number':
      return algebra.number(expression.value)
    case 'constant':
      return algebra.number(CONSTANTS[expression.name])
    case 'negate':
      return algebra.unary('negate', visit(expression.of))
    case 'call':
      return writeCall(expression.name, expression.of.map(visit), algebra)
    case 'where': {
      const { relation } = expression.condition
      const [left, right] = [visit(expression.condition.left), visit(expression.condition.right)]
      const [met, otherwise] = [visit(expression.met), visit(expression.otherwise)]
      const operation = relation === '<' || relation === '>' ? 'less' : 'at-most'
      return relation === '<' || relation === '<='
        ? algebra.choose(operation, left, right, met, otherwise)
        : algebra.choose(operation, right, left, met, otherwise)
    }
    case 'power': {
      const [base, exponent] = [visit(expression.left), visit(expression.right)]
      return algebra.binary('power', base, exponent)
    }
    default:
      return algebra.binary(expression.kind, visit(expression.left), visit(expression.right))
  }
}

function writeCall(name: FunctionName, of: readonly Formula[], algebra: Algebra): Formula {
  const [u = algebra.x, low = u, high = u] = of
  const gated = (gate: Formula) => algebra.binary('multiply', u, gate)
  switch (name) {
    case 'min':
    case 'max':
      return of.reduce((a, b) => algebra.binary(name, a, b))
    case 'relu':
      return algebra.binary('max', u, algebra.number(0))
    case 'clamp':
      return algebra.binary('min', algebra.binary('max', u, low), high)
    case 'silu':
      return gated(algebra.unary('sigmoid', u))
    case 'gelu':
      return gated(algebra.unary('Phi', u))
    case 'mish':
      return gated(algebra.unary('tanh', algebra.unary('softplus', u)))
    default:
      return algebra.unary(name, u)
  }
}
