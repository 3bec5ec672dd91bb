/**
 * A formula's value at one x, in double precision with our own `numerics/` (so a description reads the same on every
 * host), or with every intermediate result rounded to float32, which shows where training would overflow. For plots,
 * tables and tests; training runs block programs.
 */
import { erf, normalCdf } from '../numerics/erf'
import { exp } from '../numerics/exp'
import { expm1 } from '../numerics/expm1'
import { log, log1p } from '../numerics/log'
import { sigmoid } from '../numerics/sigmoid'
import { tanh } from '../numerics/tanh'
import { cos, sin } from '../numerics/trigonometry'
import { type Formula, inOrder, type Operation } from './formula'

/** Beyond it a whole exponent is one like any other. */
export const LARGEST_EXPONENT = 1024

export function softplus(u: number): number {
  return Math.max(u, 0) + log1p(exp(-Math.abs(u)))
}

/** u^n for a whole n ≥ 1, by squaring. */
export function wholePower(u: number, n: number): number {
  let result = 1
  let square = u
  for (let rest = n; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result *= square
    if (rest > 1) square *= square
  }
  return result
}

/** u^v as IEEE 754's pow: for u < 0 only where v is whole, 0^0 = 1. */
export function power(u: number, v: number): number {
  if (Number.isInteger(v) && Math.abs(v) <= LARGEST_EXPONENT) {
    return v < 0 ? 1 / wholePower(u, -v) : wholePower(u, v)
  }
  if (u < 0 && Number.isInteger(v)) return (v % 2 === 0 ? 1 : -1) * power(-u, v)
  if (u === 0) return v > 0 ? 0 : Number.POSITIVE_INFINITY
  return exp(v * log(u))
}

/** Beyond 10⁵ sin and cos lose their argument's place on the circle; here, as in training, they stay within ±1. */
function withinOne(v: number): number {
  return Math.min(Math.max(v, -1), 1)
}

/** Math.sign with +0 for both zeros. */
function sign(u: number): number {
  return u > 0 ? 1 : u < 0 ? -1 : u === 0 ? 0 : u
}

/** One operation on numbers; a, b, p, q are its operands in order. */
export function applyOperation(
  operation: Operation,
  value: number,
  a: number,
  b: number,
  p: number,
  q: number,
): number {
  switch (operation) {
    case 'x':
      return a
    case 'number':
      return value
    case 'negate':
      return -a
    case 'add':
      return a + b
    case 'subtract':
      return a - b
    case 'multiply':
      return a * b
    case 'divide':
      return a / b
    case 'whole-power':
      return wholePower(a, value)
    case 'power':
      return power(a, b)
    case 'min':
      return Math.min(a, b)
    case 'max':
      return Math.max(a, b)
    case 'less':
      return a < b ? p : q
    case 'at-most':
      return a <= b ? p : q
    case 'sqrt':
      return Math.sqrt(a)
    case 'abs':
      return Math.abs(a)
    case 'sign':
      return sign(a)
    case 'exp':
      return exp(a)
    case 'expm1':
      return expm1(a)
    case 'log':
      return log(a)
    case 'log1p':
      return log1p(a)
    case 'sin':
      return withinOne(sin(a))
    case 'cos':
      return withinOne(cos(a))
    case 'tanh':
      return tanh(a)
    case 'sigmoid':
      return sigmoid(a)
    case 'softplus':
      return softplus(a)
    case 'erf':
      return erf(a)
    case 'Phi':
      return normalCdf(a)
  }
  return operation satisfies never
}

const exact = (result: number) => result

/** x ↦ the formula's value. `round` is applied to x and to each operation's result. */
export function evaluator(formula: Formula, round: (result: number) => number = exact): (x: number) => number {
  const steps = inOrder([formula])
  const place = new Map(steps.map((step, i) => [step, i]))
  const operands = steps.map((step) => step.of.map((part) => place.get(part) as number))
  const results = new Float64Array(steps.length)
  return (x) => {
    for (let i = 0; i < steps.length; i++) {
      const { operation, value } = steps[i] as Formula
      const of = operands[i] as number[]
      const first = operation === 'x' ? x : (results[of[0] ?? 0] as number)
      results[i] = round(
        applyOperation(
          operation,
          value,
          first,
          results[of[1] ?? 0] as number,
          results[of[2] ?? 0] as number,
          results[of[3] ?? 0] as number,
        ),
      )
    }
    return results[steps.length - 1] as number
  }
}

/** As training would compute it, to within the last bits: every intermediate result is a float32. */
export function float32Evaluator(formula: Formula): (x: number) => number {
  return evaluator(formula, Math.fround)
}
