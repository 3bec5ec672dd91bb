/**
 * Rules that make formulas shorter, or kinder to float32: ln(1 + eᵘ) becomes softplus(u), which does not overflow. They
 * keep the value wherever the formula as written has one. This is no computer algebra: sums are not collected or sorted.
 */
import { applyOperation, LARGEST_EXPONENT } from './evaluate'
import { Algebra, type Formula, type Operation, type Rule, type Rules, UNARY_OPERATIONS } from './formula'

export function simplifyingAlgebra(): Algebra {
  return new Algebra(RULES)
}

const isNumber = (u: Formula, value?: number): boolean =>
  u.operation === 'number' && (value === undefined || u.value === value)

/** The formula below `operation`, or undefined where it is another. */
const below = (operation: Operation, u: Formula): Formula | undefined =>
  u.operation === operation ? u.of[0] : undefined

function fold(operation: Operation, of: readonly Formula[], value: number): number | undefined {
  if (!of.every((part) => isNumber(part))) return undefined
  const [a, b, p, q] = of.map((part) => part.value)
  return applyOperation(operation, value, a ?? 0, b ?? 0, p ?? 0, q ?? 0)
}

type Pair = (algebra: Algebra, a: Formula, b: Formula) => Formula | undefined

function folding(operation: Operation, rule?: Rule): Rule {
  return (algebra, of, value) => {
    const number = fold(operation, of, value)
    return number === undefined ? rule?.(algebra, of, value) : algebra.number(number)
  }
}

function pair(operation: Operation, rule: Pair): Rule {
  return folding(operation, (algebra, [a, b]) => (a && b ? rule(algebra, a, b) : undefined))
}

const add: Pair = (algebra, a, b) => {
  if (isNumber(a, 0)) return b
  if (isNumber(b, 0)) return a
  if (a === b) return algebra.binary('multiply', algebra.number(2), a)
  const [minusA, minusB] = [below('negate', a), below('negate', b)]
  if (minusB) return algebra.binary('subtract', a, minusB)
  if (minusA) return algebra.binary('subtract', b, minusA)
  if (isNumber(a, 1)) return onePlus(algebra, b)
  return isNumber(b, 1) ? onePlus(algebra, a) : undefined
}

/** 1 + erf(u) = 2Φ(√2·u) keeps its digits where erf nears −1. */
function onePlus(algebra: Algebra, u: Formula): Formula | undefined {
  const argument = below('erf', u)
  if (!argument) return undefined
  const scaled = algebra.binary('multiply', algebra.number(Math.SQRT2), argument)
  return algebra.binary('multiply', algebra.number(2), algebra.unary('Phi', scaled))
}

const subtract: Pair = (algebra, a, b) => {
  if (isNumber(b, 0)) return a
  if (isNumber(a, 0)) return algebra.unary('negate', b)
  if (a === b) return algebra.number(0)
  const minusB = below('negate', b)
  if (minusB) return algebra.binary('add', a, minusB)
  const u = below('exp', a)
  return u && isNumber(b, 1) ? algebra.unary('expm1', u) : undefined
}

const multiply: Pair = (algebra, a, b) => {
  if (isNumber(b) && !isNumber(a)) return algebra.binary('multiply', b, a)
  if (isNumber(a)) return scale(algebra, a, b)
  const [minusA, minusB] = [below('negate', a), below('negate', b)]
  if (minusA) return algebra.unary('negate', algebra.binary('multiply', minusA, b))
  if (minusB) return algebra.unary('negate', algebra.binary('multiply', a, minusB))
  // Numbers come to the front, so that they meet and become one.
  const [factorA, restA] = factor(a)
  const [factorB, restB] = factor(b)
  if (factorA || factorB) {
    const number = algebra.number((factorA?.value ?? 1) * (factorB?.value ?? 1))
    return algebra.binary('multiply', number, algebra.binary('multiply', restA, restB))
  }
  const [baseA, baseB] = [below('whole-power', a) ?? a, below('whole-power', b) ?? b]
  if (baseA === baseB) return algebra.wholePower(baseA, exponent(a) + exponent(b))
  if (a.operation === 'divide' && isNumber(a.of[0] as Formula, 1))
    return algebra.binary('divide', b, a.of[1] as Formula)
  if (b.operation === 'divide' && isNumber(b.of[0] as Formula, 1))
    return algebra.binary('divide', a, b.of[1] as Formula)
  return intoChoice(algebra, a, b) ?? intoChoice(algebra, b, a)
}

const exponent = (u: Formula): number => (u.operation === 'whole-power' ? u.value : 1)

function factor(u: Formula): [Formula | undefined, Formula] {
  const [first, second] = u.of
  return u.operation === 'multiply' && first && second && isNumber(first) ? [first, second] : [undefined, u]
}

function scale(algebra: Algebra, number: Formula, u: Formula): Formula | undefined {
  if (isNumber(number, 0)) return algebra.number(0)
  if (isNumber(number, 1)) return u
  if (isNumber(number, -1)) return algebra.unary('negate', u)
  const minus = below('negate', u)
  if (minus) return algebra.binary('multiply', algebra.number(-number.value), minus)
  const [first, second] = u.of
  if (u.operation === 'multiply' && first && second && isNumber(first)) {
    return algebra.binary('multiply', algebra.number(number.value * first.value), second)
  }
  if (u.operation === 'divide' && first && second) {
    if (isNumber(first)) return algebra.binary('divide', algebra.number(number.value * first.value), second)
    if (isNumber(second)) return algebra.binary('multiply', algebra.number(number.value / second.value), first)
  }
  return intoChoice(algebra, u, number)
}

/**
 * A choice times or over u becomes a choice of products or quotients where one branch is 0, or both are 0 and ±1: the
 * slope 0 of a branch then stays 0 whatever u is, also where u is ∞.
 */
function intoChoice(
  algebra: Algebra,
  choice: Formula,
  u: Formula,
  operation: 'multiply' | 'divide' = 'multiply',
): Formula | undefined {
  const [a, b, met, otherwise] = choice.of
  if (choice.operation !== 'less' && choice.operation !== 'at-most') return undefined
  if (!a || !b || !met || !otherwise) return undefined
  const branches = [met, otherwise]
  const plain = branches.every((part) => isNumber(part, 0) || isNumber(part, 1) || isNumber(part, -1))
  const numbers = isNumber(u) && branches.every((part) => isNumber(part))
  if (!plain && !numbers && !branches.some((part) => isNumber(part, 0))) return undefined
  return algebra.choose(
    choice.operation,
    a,
    b,
    algebra.binary(operation, met, u),
    algebra.binary(operation, otherwise, u),
  )
}

const divide: Pair = (algebra, a, b) => {
  if (isNumber(b, 1)) return a
  if (isNumber(b, -1)) return algebra.unary('negate', a)
  if (isNumber(a, 0) && !isNumber(b)) return a
  if (a === b) return algebra.number(1)
  const [minusA, minusB] = [below('negate', a), below('negate', b)]
  if (minusA) return algebra.unary('negate', algebra.binary('divide', minusA, b))
  if (minusB) return algebra.unary('negate', algebra.binary('divide', a, minusB))
  const [factorA, restA] = factor(a)
  const [factorB, restB] = factor(b)
  if (factorA && isNumber(b)) return algebra.binary('multiply', algebra.number(factorA.value / b.value), restA)
  if (factorB) {
    const ratio = isNumber(a) ? a.value : (factorA?.value ?? 1)
    const over = algebra.binary('divide', isNumber(a) ? algebra.number(1) : restA, restB)
    return algebra.binary('multiply', algebra.number(ratio / factorB.value), over)
  }
  return logistic(algebra, a, b) ?? intoChoice(algebra, a, b, 'divide')
}

/** 1/(1 + eᵘ) = σ(−u) and eᵘ/(1 + eᵘ) = σ(u): no overflow on the way. */
function logistic(algebra: Algebra, a: Formula, b: Formula): Formula | undefined {
  const grown = addedToOne(b)
  const u = grown && below('exp', grown)
  if (!u) return undefined
  if (grown === a) return algebra.unary('sigmoid', u)
  return algebra.binary('multiply', a, algebra.unary('sigmoid', algebra.unary('negate', u)))
}

function addedToOne(u: Formula): Formula | undefined {
  const [a, b] = u.of
  if (u.operation !== 'add' || !a || !b) return undefined
  if (isNumber(a, 1)) return b
  return isNumber(b, 1) ? a : undefined
}

const log: Rule = (algebra, [u]) => {
  const rest = u && addedToOne(u)
  return rest && algebra.unary('log1p', rest)
}

const log1p: Rule = (algebra, [u]) => {
  const argument = u && below('exp', u)
  return argument && algebra.unary('softplus', argument)
}

const power: Pair = (algebra, a, b) => {
  if (isNumber(a, 1)) return a
  if (isNumber(a) && a.value > 0) {
    const logarithm = a.value === Math.E ? 1 : applyOperation('log', 0, a.value, 0, 0, 0)
    return algebra.unary('exp', algebra.binary('multiply', algebra.number(logarithm), b))
  }
  if (!isNumber(b)) return undefined
  const n = b.value
  if (n === 0) return algebra.number(1)
  if (Math.abs(n) === 0.5) {
    const root = algebra.unary('sqrt', a)
    return n > 0 ? root : algebra.binary('divide', algebra.number(1), root)
  }
  if (!Number.isInteger(n) || Math.abs(n) > LARGEST_EXPONENT) return undefined
  return n > 0 ? algebra.wholePower(a, n) : algebra.binary('divide', algebra.number(1), algebra.wholePower(a, -n))
}

const wholePower: Rule = (algebra, [u], n) => {
  if (!u || n === 1) return u
  const base = below('whole-power', u)
  if (base && u.value * n <= LARGEST_EXPONENT) return algebra.wholePower(base, u.value * n)
  const positive = n % 2 === 0 ? (below('negate', u) ?? below('abs', u)) : undefined
  return positive && algebra.wholePower(positive, n)
}

const negate: Rule = (algebra, [u]) => {
  if (!u) return undefined
  const inner = below('negate', u)
  if (inner) return inner
  const [a, b] = u.of
  if (!a || !b) return undefined
  if (u.operation === 'subtract') return algebra.binary('subtract', b, a)
  if (u.operation === 'multiply' && isNumber(a)) return algebra.binary('multiply', algebra.number(-a.value), b)
  return undefined
}

const abs: Rule = (algebra, [u]) => {
  if (!u) return undefined
  const minus = below('negate', u)
  if (minus) return algebra.unary('abs', minus)
  return u.operation === 'abs' || (u.operation === 'whole-power' && u.value % 2 === 0) ? u : undefined
}

const same: Pair = (_, a, b) => (a === b ? a : undefined)

const choice =
  (holds: (a: number, b: number) => boolean): Rule =>
  (_, [a, b, met, otherwise]) => {
    if (met === otherwise) return met
    if (!a || !b || !isNumber(a) || !isNumber(b)) return undefined
    return holds(a.value, b.value) ? met : otherwise
  }

const RULES: Rules = {
  ...Object.fromEntries(UNARY_OPERATIONS.map((operation) => [operation, folding(operation)])),
  add: pair('add', add),
  subtract: pair('subtract', subtract),
  multiply: pair('multiply', multiply),
  divide: pair('divide', divide),
  power: pair('power', power),
  'whole-power': folding('whole-power', wholePower),
  min: pair('min', same),
  max: pair('max', same),
  less: folding(
    'less',
    choice((a, b) => a < b),
  ),
  'at-most': folding(
    'at-most',
    choice((a, b) => a <= b),
  ),
  negate: folding('negate', negate),
  abs: folding('abs', abs),
  log: folding('log', log),
  log1p: folding('log1p', log1p),
}
