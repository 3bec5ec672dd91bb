/** Twin of lib/engine/kernels/blocks.ts: runs a block program (expressions/block-program.ts), operation by operation. */
import {
  BLOCK,
  BLOCK_OPERATIONS,
  type BlockOperation,
  CONSTANT_COPIES,
  DY,
  FIRST_CONSTANT,
  FIRST_OPERATION,
  FLUSHED,
  OPERATION_WORDS,
  SCRATCH_HEAD,
  X,
  Y,
} from '../expressions/block-program'
import { erf } from '../lanes/erf'
import { exp, expm1 } from '../lanes/exp'
import { log, log1p } from '../lanes/log'
import { normalCdf } from '../lanes/normal'
import { pow } from '../lanes/pow'
import { sigmoid } from '../lanes/sigmoid'
import { softplus } from '../lanes/softplus'
import { tanh } from '../lanes/tanh'
import { cos, sin } from '../lanes/trigonometry'
import {
  abs,
  add,
  atMost,
  div,
  flush,
  k,
  larger,
  lessThan,
  mul,
  neg,
  select,
  smaller,
  sqrt,
  sub,
} from '../lanes/vocabulary'
import type { Memory } from './memory'

/** What each operation does to one number of each operand. */
export const ELEMENT_OPERATIONS: Record<BlockOperation, (a: number, b: number, c: number, d: number) => number> = {
  flush,
  add,
  subtract: sub,
  multiply: mul,
  divide: div,
  power: pow,
  min: smaller,
  max: larger,
  less: (a, b, c, d) => select(lessThan(a, b), c, d),
  'at-most': (a, b, c, d) => select(atMost(a, b), c, d),
  negate: neg,
  sqrt,
  abs,
  // a · 0 keeps NaN.
  sign: (a) => select(lessThan(k(0), a), k(1), select(lessThan(a, k(0)), k(-1), mul(a, k(0)))),
  exp,
  expm1,
  log,
  log1p,
  sin,
  cos,
  tanh,
  sigmoid,
  softplus,
  erf,
  Phi: normalCdf,
}

/**
 * Runs a program over n numbers. x, y, dy and out are what its operands of these names stand for; y and dy may be
 * anything where it has none. out may be any of them: it is written last. scratch is this thread's alone.
 */
export function runBlocks(
  { f32, i32 }: Memory,
  program: number,
  scratch: number,
  x: number,
  y: number,
  dy: number,
  out: number,
  n: number,
): void {
  const start = program >> 2
  const operations = i32[start] as number
  const constants = (program + (i32[start + 1] as number)) >> 2

  for (let done = 0; done < n; done += BLOCK) {
    const length = Math.min(BLOCK, n - done)
    for (let i = 0; i < operations; i++) {
      const at = start + FIRST_OPERATION + i * OPERATION_WORDS
      const code = i32[at] as number
      const apply = ELEMENT_OPERATIONS[BLOCK_OPERATIONS[code % FLUSHED] as BlockOperation]
      const finish = code < FLUSHED ? (result: number) => result : flush
      const to = place(1)
      const [a, b, c, d] = [place(2), place(3), place(4), place(5)]
      const [aStep, bStep, cStep, dStep] = [step(2), step(3), step(4), step(5)]
      for (let j = 0; j < length; j++) {
        const result = apply(
          f32[a + j * aStep] as number,
          f32[b + j * bStep] as number,
          f32[c + j * cStep] as number,
          f32[d + j * dStep] as number,
        )
        f32[to + j] = finish(result)
      }

      function place(word: number): number {
        const operand = i32[at + word] as number
        if (operand >= 0) return (scratch >> 2) + SCRATCH_HEAD + operand * BLOCK
        if (operand <= FIRST_CONSTANT) return constants + (FIRST_CONSTANT - operand) * CONSTANT_COPIES
        return ((operand === X ? x : operand === Y ? y : operand === DY ? dy : out) >> 2) + done
      }

      /** A constant stays where it is. */
      function step(word: number): number {
        return (i32[at + word] as number) <= FIRST_CONSTANT ? 0 : 1
      }
    }
  }
}
