/** Finds the part of an expression because of which its value or slope is no finite number at some x. */
import { evaluator, float32Evaluator } from '../evaluate'
import type { Formula } from '../formula'
import { type Expression, partsOf } from '../language/expression'

export interface Blame {
  part: Expression
  fails: 'value' | 'slope'
  /** What its own parts are there, so that a message can say what it was given. */
  operands: number[]
}

/** The formulas of each part: as it is written, as it is computed, and the slope of that. */
export interface PartFormulas {
  asWritten(part: Expression): Formula
  computed(part: Expression): Formula
  slope(part: Expression): Formula
}

type Real = (x: number) => number

export class Blamer {
  constructor(private readonly formulas: PartFormulas) {}

  /** As written in double precision, or as computed with float32 for every intermediate result. */
  valueFails(part: Expression): (x: number) => boolean {
    return failing([evaluator(this.formulas.asWritten(part)), float32Evaluator(this.formulas.computed(part))])
  }

  slopeFails(part: Expression): (x: number) => boolean {
    return failing([float32Evaluator(this.formulas.slope(part))])
  }

  /** The innermost part whose value fails at x, or else whose slope does, or else that has a pole there. */
  at(x: number, part: Expression): Blame {
    const parts = this.takenParts(part, x)
    const operands = partsOf(part).map((inner) => evaluator(this.formulas.asWritten(inner))(x))
    const failed = parts.find((inner) => this.valueFails(inner)(x))
    if (failed) return this.at(x, failed)
    if (this.valueFails(part)(x)) return { part, fails: 'value', operands }
    const steep = parts.find((inner) => this.slopeFails(inner)(x))
    if (steep) return this.at(x, steep)
    if (this.slopeFails(part)(x)) return { part, fails: 'slope', operands }
    // No float32 hits the pole itself.
    if (part.kind === 'divide' && isAlmostZero(operands[1])) return { part, fails: 'value', operands }
    const singular = partsOf(part).find(holdsSingularity)
    return singular ? this.at(x, singular) : { part, fails: 'slope', operands }
  }

  /** Of a condition's branches only the one that is taken. */
  private takenParts(part: Expression, x: number): readonly Expression[] {
    if (part.kind !== 'where') return partsOf(part)
    const { left, right, relation } = part.condition
    const [a, b] = [left, right].map((side) => float32Evaluator(this.formulas.computed(side))(x)) as [number, number]
    const met = { '<': a < b, '<=': a <= b, '>': a > b, '>=': a >= b }[relation]
    return [left, right, met ? part.met : part.otherwise]
  }
}

export const isAlmostZero = (v = Number.NaN) => Math.abs(v) < 1e-6

/** The function's name, or the operator's. */
export const nameOf = (part: Expression) => (part.kind === 'call' ? part.name : part.kind)

function failing(functions: readonly Real[]): (x: number) => boolean {
  return (x) => functions.some((f) => !Number.isFinite(f(x)))
}

const SINGULAR: ReadonlySet<string> = new Set(['divide', 'power', 'log', 'log1p', 'sqrt'])

/** Whether a part could go to infinity at a single x. */
function holdsSingularity(part: Expression): boolean {
  if (part.kind === 'power' && part.right.kind === 'number') {
    return !Number.isInteger(part.right.value) || part.right.value < 0 || holdsSingularity(part.left)
  }
  return SINGULAR.has(nameOf(part)) || partsOf(part).some(holdsSingularity)
}
