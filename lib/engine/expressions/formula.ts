/**
 * What is computed: a graph of operations in which equal parts are one node, so a part that value and slope share is
 * computed once and nothing that walks the graph can take exponential time. Sugar (`relu`, `>=`) is gone here.
 */
export const UNARY_OPERATIONS = [
  'negate',
  'sqrt',
  'abs',
  'sign',
  'exp',
  'expm1',
  'log',
  'log1p',
  'sin',
  'cos',
  'tanh',
  'sigmoid',
  'softplus',
  'erf',
  'Phi',
] as const
export type UnaryOperation = (typeof UNARY_OPERATIONS)[number]

export type BinaryOperation = 'add' | 'subtract' | 'multiply' | 'divide' | 'power' | 'min' | 'max'

/** `less` of (a, b, p, q) is p where a < b, else q; `at-most` has a ≤ b. False for NaN. */
export type ChoiceOperation = 'less' | 'at-most'

/** `whole-power` is u^n for the whole number n ≥ 2 in `value`; `power` is u^v as IEEE 754 has it, NaN
 * for u < 0 unless v is whole. */
export type Operation = 'x' | 'number' | 'whole-power' | UnaryOperation | BinaryOperation | ChoiceOperation

export interface Formula {
  readonly id: number
  readonly operation: Operation
  readonly of: readonly Formula[]
  /** The number of `number`, the exponent of `whole-power`, else 0. */
  readonly value: number
}

/** A rule may return an equal, simpler formula; undefined leaves the formula as it is. */
export type Rule = (algebra: Algebra, of: readonly Formula[], value: number) => Formula | undefined
export type Rules = { readonly [operation in Operation]?: Rule }

const COMMUTATIVE: ReadonlySet<Operation> = new Set(['add', 'multiply'])

/** Makes formulas; each distinct one once. Without rules it only shares equal parts. */
export class Algebra {
  private readonly known = new Map<string, Formula>()
  readonly x: Formula = this.intern('x', [], 0)

  constructor(private readonly rules: Rules = {}) {}

  number(value: number): Formula {
    return this.intern('number', [], value)
  }

  make(operation: Operation, of: readonly Formula[], value = 0): Formula {
    return this.rules[operation]?.(this, of, value) ?? this.intern(operation, of, value)
  }

  unary(operation: UnaryOperation, u: Formula): Formula {
    return this.make(operation, [u])
  }

  binary(operation: BinaryOperation, a: Formula, b: Formula): Formula {
    return this.make(operation, [a, b])
  }

  choose(operation: ChoiceOperation, a: Formula, b: Formula, met: Formula, otherwise: Formula): Formula {
    return this.make(operation, [a, b, met, otherwise])
  }

  wholePower(u: Formula, exponent: number): Formula {
    return this.make('whole-power', [u], exponent)
  }

  private intern(operation: Operation, of: readonly Formula[], value: number): Formula {
    const ids = of.map((part) => part.id)
    if (COMMUTATIVE.has(operation)) ids.sort((a, b) => a - b)
    // −0 and 0 differ: 1/−0 is −∞.
    const key = `${operation} ${Object.is(value, -0) ? '-0' : value} ${ids.join(' ')}`
    const found = this.known.get(key)
    if (found) return found
    const made: Formula = { id: this.known.size, operation, of, value }
    this.known.set(key, made)
    return made
  }
}

/** All nodes below the roots, each once, parts before wholes. */
export function inOrder(roots: readonly Formula[]): Formula[] {
  const order: Formula[] = []
  const seen = new Set<Formula>()
  const visit = (formula: Formula) => {
    if (seen.has(formula)) return
    seen.add(formula)
    for (const part of formula.of) visit(part)
    order.push(formula)
  }
  for (const root of roots) visit(root)
  return order
}
