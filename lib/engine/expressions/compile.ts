/**
 * Formula → block program: one operation for each distinct part, a constant for each number, and as few registers as
 * last uses allow (linear scan). A slope's program reads f(x), which the value's program wrote, instead of computing it
 * again, and ends with g = dy · f′(x). Results are flushed; parts are not.
 */
import {
  BLOCK,
  BLOCK_OPERATIONS,
  type BlockOperation,
  type BlockProgram,
  CONSTANT_COPIES,
  DY,
  FIRST_CONSTANT,
  FIRST_OPERATION,
  FLUSHED,
  FLUSHING_OPERATIONS,
  OPERATION_WORDS,
  OUT,
  SCRATCH_HEAD,
  X,
  Y,
} from './block-program'
import type { Formula } from './formula'

/** y = f(x), subnormals as 0. */
export function compileValue(value: Formula): BlockProgram {
  const writer = new Writer()
  return writer.finish(writer.place(value))
}

/** g = dy · f′(x), subnormals as 0; where f′ contains f itself, that is read from y. */
export function compileSlope(slope: Formula, value: Formula): BlockProgram {
  const writer = new Writer()
  if (value.operation !== 'number') writer.know(value, value.operation === 'x' ? X : Y)
  return writer.finish(writer.operation('multiply', [writer.place(slope), DY]))
}

/** An operand before registers are given out: a result of an operation is its index, the rest as in block programs. */
type Place = number

interface Step {
  code: BlockOperation
  of: Place[]
}

class Writer {
  private readonly steps: Step[] = []
  private readonly places = new Map<Formula, Place>()
  private readonly powers = new Map<string, Place>()
  private readonly constants: number[] = []
  private readonly needs = new Map<Formula, number>()

  know(formula: Formula, place: Place): void {
    this.places.set(formula, place)
  }

  place(formula: Formula): Place {
    const known = this.places.get(formula)
    if (known !== undefined) return known
    const place = this.write(formula)
    this.places.set(formula, place)
    return place
  }

  operation(code: BlockOperation, of: Place[]): Place {
    return this.steps.push({ code, of }) - 1
  }

  /**
   * Registers by linear scan: one is free again from the operation on that uses its number last. The last operation
   * flushes, and writes the result.
   */
  finish(result: Place): BlockProgram {
    const last = this.steps[result]
    const flushes = last !== undefined && BLOCK_OPERATIONS.indexOf(last.code) < FLUSHING_OPERATIONS
    if (!flushes || result !== this.steps.length - 1) this.operation('flush', [result])
    const lastUse = new Map<Place, number>()
    this.steps.forEach(({ of }, i) => {
      for (const place of of) lastUse.set(place, i)
    })
    const registers: number[] = []
    const free: number[] = []
    let count = 0
    const words: number[] = [this.steps.length, 0, 0, 0]
    this.steps.forEach(({ code, of }, i) => {
      const operands = of.map((place) => (place < 0 ? place : (registers[place] as number)))
      // An operation may write where it reads: each number is read before it is written.
      for (const place of new Set(of)) if (place >= 0 && lastUse.get(place) === i) free.push(registers[place] as number)
      const isLast = i === this.steps.length - 1
      const out = isLast ? OUT : (free.pop() ?? count++)
      registers.push(out)
      const [a = X, b = X, c = X, d = X] = operands
      words.push(BLOCK_OPERATIONS.indexOf(code) + (isLast && code !== 'flush' ? FLUSHED : 0), out, a, b, c, d)
    })
    const start = Math.ceil((FIRST_OPERATION + this.steps.length * OPERATION_WORDS) / 4) * 4
    words[1] = start * 4
    const block = new Int32Array(start + this.constants.length * CONSTANT_COPIES)
    block.set(words)
    this.constants.forEach((value, i) => {
      const at = (start + CONSTANT_COPIES * i) * 4
      new Float32Array(block.buffer, at, CONSTANT_COPIES).fill(value)
    })
    return { words: block, operations: this.steps.length, scratchBytes: (SCRATCH_HEAD + count * BLOCK) * 4 }
  }

  private write(formula: Formula): Place {
    const { operation, of, value } = formula
    if (operation === 'x') return X
    if (operation === 'number') return this.constant(value)
    // The part that needs most registers first: its own are free again before the others begin.
    const order = [...of].sort((a, b) => this.need(b) - this.need(a))
    for (const part of order) this.place(part)
    const places = of.map((part) => this.place(part))
    const [a = X, b = X] = places
    if (operation === 'whole-power') return this.raise(a, value)
    // NaN passes `max` and `min` as the first operand only.
    if ((operation === 'max' || operation === 'min') && of[0]?.operation === 'number') {
      return this.operation(operation, [b, a])
    }
    return this.operation(operation, places)
  }

  /** By squaring; x³ uses the x² that is there. */
  private raise(base: Place, exponent: number): Place {
    if (exponent === 1) return base
    const key = `${base} ${exponent}`
    const known = this.powers.get(key)
    if (known !== undefined) return known
    const factors =
      exponent % 2 === 0
        ? [this.raise(base, exponent / 2), this.raise(base, exponent / 2)]
        : [this.raise(base, exponent - 1), base]
    const place = this.operation('multiply', factors)
    this.powers.set(key, place)
    return place
  }

  private constant(value: number): Place {
    const rounded = Math.fround(value)
    const at = this.constants.findIndex((other) => Object.is(other, rounded))
    return FIRST_CONSTANT - (at >= 0 ? at : this.constants.push(rounded) - 1)
  }

  /** How many registers a part needs while it is computed (Sethi and Ullman 1970; as if nothing were shared). */
  private need(formula: Formula): number {
    const known = this.needs.get(formula)
    if (known !== undefined) return known
    const needs = formula.of.map((part) => this.need(part)).sort((a, b) => b - a)
    const need = formula.of.length === 0 ? 0 : Math.max(1, ...needs.map((n, i) => n + i))
    this.needs.set(formula, need)
    return need
  }
}
