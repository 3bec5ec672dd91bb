// Runs a written activation's program (lib/engine/expressions/block-program.ts has its form and the codes) over n
// numbers, a multiple of 4, a block at a time. The twin is lib/engine/twins/blocks.ts.

import { erf } from './build/lanes/erf'
import { exp, expm1 } from './build/lanes/exp'
import { log, log1p } from './build/lanes/log'
import { normalCdf } from './build/lanes/normal'
import { pow } from './build/lanes/pow'
import { sigmoid } from './build/lanes/sigmoid'
import { softplus } from './build/lanes/softplus'
import { tanh } from './build/lanes/tanh'
import { cos, sin } from './build/lanes/trigonometry'
import { abs, add, atMost, div, flush, larger, lessThan, mul, neg, select, smaller, sqrt, sub } from './lanes/vocabulary'

/** Bytes of a block, and of scratch before the registers. */
const BLOCK: usize = 1024
const HEAD: usize = 256
const FIRST_OPERATION: usize = 16
const OPERATION: usize = 24

const ADD = 0, SUBTRACT = 1, MULTIPLY = 2, DIVIDE = 3, MIN = 4, MAX = 5, LESS = 6, AT_MOST = 7
const FLUSH = 8, NEGATE = 9, SQRT = 10, ABS = 11, SIGN = 12, POWER = 13, EXP = 14, EXPM1 = 15, LOG = 16, LOG1P = 17
const SIN = 18, COS = 19, TANH = 20, SIGMOID = 21, SOFTPLUS = 22, ERF = 23, PHI = 24
/** Added to the code of one of the first eight: what it writes is flushed. */
const FLUSHED = 32

const X = -1, Y = -2, DY = -3
const FIRST_CONSTANT = -16

/** Where an operand's block begins. */
@inline
function place(operand: i32, constants: usize, scratch: usize, x: usize, y: usize, dy: usize, out: usize): usize {
  if (operand >= 0) return scratch + <usize>operand * BLOCK
  if (operand <= FIRST_CONSTANT) return constants + (<usize>(FIRST_CONSTANT - operand) << 6)
  return operand == X ? x : operand == Y ? y : operand == DY ? dy : out
}

/** All ones where an operand moves on with the block; 0 for a constant, which stays. */
@inline
function movement(operand: i32): usize {
  return operand <= FIRST_CONSTANT ? 0 : ~0
}

@inline
function sign(a: v128): v128 {
  const zero = f32x4.splat(0)
  const negative = select(lessThan(a, zero), f32x4.splat(-1), mul(a, zero))
  return select(lessThan(zero, a), f32x4.splat(1), negative)
}

// Quick operations are done four vectors at a time; constants are stored that long. Where `code` is a literal, as in all
// calls below, inlining leaves one loop without any choice in it.

@inline
function one(code: i32, a: v128): v128 {
  if (code == FLUSH) return flush(a)
  if (code == NEGATE) return neg(a)
  if (code == SQRT) return sqrt(a)
  return abs(a)
}

@inline
function two(code: i32, a: v128, b: v128): v128 {
  if (code == ADD) return add(a, b)
  if (code == SUBTRACT) return sub(a, b)
  if (code == MULTIPLY) return mul(a, b)
  if (code == DIVIDE) return div(a, b)
  if (code == MIN) return smaller(a, b)
  if (code == MAX) return larger(a, b)
  if (code == ADD + FLUSHED) return flush(add(a, b))
  if (code == SUBTRACT + FLUSHED) return flush(sub(a, b))
  if (code == MULTIPLY + FLUSHED) return flush(mul(a, b))
  if (code == DIVIDE + FLUSHED) return flush(div(a, b))
  if (code == MIN + FLUSHED) return flush(smaller(a, b))
  return flush(larger(a, b))
}

@inline
function choice(code: i32, a: v128, b: v128, c: v128, d: v128): v128 {
  if (code == LESS) return select(lessThan(a, b), c, d)
  if (code == AT_MOST) return select(atMost(a, b), c, d)
  if (code == LESS + FLUSHED) return flush(select(lessThan(a, b), c, d))
  return flush(select(atMost(a, b), c, d))
}

@inline
function ones(code: i32, to: usize, a: usize, am: usize, bytes: usize): void {
  for (let i: usize = 0; i < bytes; i += 64) {
    const u = a + (i & am), w = to + i
    v128.store(w, one(code, v128.load(u)))
    v128.store(w, one(code, v128.load(u, 16)), 16)
    v128.store(w, one(code, v128.load(u, 32)), 32)
    v128.store(w, one(code, v128.load(u, 48)), 48)
  }
}

@inline
function twos(code: i32, to: usize, a: usize, am: usize, b: usize, bm: usize, bytes: usize): void {
  for (let i: usize = 0; i < bytes; i += 64) {
    const u = a + (i & am), v = b + (i & bm), w = to + i
    v128.store(w, two(code, v128.load(u), v128.load(v)))
    v128.store(w, two(code, v128.load(u, 16), v128.load(v, 16)), 16)
    v128.store(w, two(code, v128.load(u, 32), v128.load(v, 32)), 32)
    v128.store(w, two(code, v128.load(u, 48), v128.load(v, 48)), 48)
  }
}

@inline
function choices(code: i32, to: usize, a: usize, am: usize, b: usize, bm: usize, c: usize, cm: usize, d: usize, dm: usize, bytes: usize): void {
  for (let i: usize = 0; i < bytes; i += 64) {
    const u = a + (i & am), v = b + (i & bm), p = c + (i & cm), q = d + (i & dm), w = to + i
    v128.store(w, choice(code, v128.load(u), v128.load(v), v128.load(p), v128.load(q)))
    v128.store(w, choice(code, v128.load(u, 16), v128.load(v, 16), v128.load(p, 16), v128.load(q, 16)), 16)
    v128.store(w, choice(code, v128.load(u, 32), v128.load(v, 32), v128.load(p, 32), v128.load(q, 32)), 32)
    v128.store(w, choice(code, v128.load(u, 48), v128.load(v, 48), v128.load(p, 48), v128.load(q, 48)), 48)
  }
}

/** One block of `bytes`, a multiple of 64. */
function runBlock(program: usize, scratch: usize, x: usize, y: usize, dy: usize, out: usize, bytes: usize): void {
  const operations = load<u32>(program)
  const constants = program + <usize>load<u32>(program, 4)
  const end = program + FIRST_OPERATION + <usize>operations * OPERATION
  for (let pc = program + FIRST_OPERATION; pc < end; pc += OPERATION) {
    const code = load<i32>(pc)
    const to = place(load<i32>(pc, 4), constants, scratch, x, y, dy, out)
    const ca = load<i32>(pc, 8), cb = load<i32>(pc, 12), cc = load<i32>(pc, 16), cd = load<i32>(pc, 20)
    const a = place(ca, constants, scratch, x, y, dy, out), am = movement(ca)
    const b = place(cb, constants, scratch, x, y, dy, out), bm = movement(cb)
    const c = place(cc, constants, scratch, x, y, dy, out), cm = movement(cc)
    const d = place(cd, constants, scratch, x, y, dy, out), dm = movement(cd)
    let i: usize = 0
    switch (code) {
      case ADD: twos(ADD, to, a, am, b, bm, bytes); break
      case ADD + FLUSHED: twos(ADD + FLUSHED, to, a, am, b, bm, bytes); break
      case SUBTRACT: twos(SUBTRACT, to, a, am, b, bm, bytes); break
      case SUBTRACT + FLUSHED: twos(SUBTRACT + FLUSHED, to, a, am, b, bm, bytes); break
      case MULTIPLY: twos(MULTIPLY, to, a, am, b, bm, bytes); break
      case MULTIPLY + FLUSHED: twos(MULTIPLY + FLUSHED, to, a, am, b, bm, bytes); break
      case DIVIDE: twos(DIVIDE, to, a, am, b, bm, bytes); break
      case DIVIDE + FLUSHED: twos(DIVIDE + FLUSHED, to, a, am, b, bm, bytes); break
      case MIN: twos(MIN, to, a, am, b, bm, bytes); break
      case MIN + FLUSHED: twos(MIN + FLUSHED, to, a, am, b, bm, bytes); break
      case MAX: twos(MAX, to, a, am, b, bm, bytes); break
      case MAX + FLUSHED: twos(MAX + FLUSHED, to, a, am, b, bm, bytes); break
      case LESS: choices(LESS, to, a, am, b, bm, c, cm, d, dm, bytes); break
      case LESS + FLUSHED: choices(LESS + FLUSHED, to, a, am, b, bm, c, cm, d, dm, bytes); break
      case AT_MOST: choices(AT_MOST, to, a, am, b, bm, c, cm, d, dm, bytes); break
      case AT_MOST + FLUSHED: choices(AT_MOST + FLUSHED, to, a, am, b, bm, c, cm, d, dm, bytes); break
      case FLUSH: ones(FLUSH, to, a, am, bytes); break
      case NEGATE: ones(NEGATE, to, a, am, bytes); break
      case SQRT: ones(SQRT, to, a, am, bytes); break
      case ABS: ones(ABS, to, a, am, bytes); break
      case SIGN: for (; i < bytes; i += 16) v128.store(to + i, sign(v128.load(a + (i & am)))); break
      case POWER: for (; i < bytes; i += 16) v128.store(to + i, pow(v128.load(a + (i & am)), v128.load(b + (i & bm)))); break
      case EXP: for (; i < bytes; i += 16) v128.store(to + i, exp(v128.load(a + (i & am)))); break
      case EXPM1: for (; i < bytes; i += 16) v128.store(to + i, expm1(v128.load(a + (i & am)))); break
      case LOG: for (; i < bytes; i += 16) v128.store(to + i, log(v128.load(a + (i & am)))); break
      case LOG1P: for (; i < bytes; i += 16) v128.store(to + i, log1p(v128.load(a + (i & am)))); break
      case SIN: for (; i < bytes; i += 16) v128.store(to + i, sin(v128.load(a + (i & am)))); break
      case COS: for (; i < bytes; i += 16) v128.store(to + i, cos(v128.load(a + (i & am)))); break
      case TANH: for (; i < bytes; i += 16) v128.store(to + i, tanh(v128.load(a + (i & am)))); break
      case SIGMOID: for (; i < bytes; i += 16) v128.store(to + i, sigmoid(v128.load(a + (i & am)))); break
      case SOFTPLUS: for (; i < bytes; i += 16) v128.store(to + i, softplus(v128.load(a + (i & am)))); break
      case ERF: for (; i < bytes; i += 16) v128.store(to + i, erf(v128.load(a + (i & am)))); break
      case PHI: for (; i < bytes; i += 16) v128.store(to + i, normalCdf(v128.load(a + (i & am)))); break
      default: unreachable()
    }
  }
}

/**
 * Over n numbers, a multiple of 4. x, y, dy and out are what the operands of these names stand for. out may be one of
 * the others: it is written last. scratch has room for the last few numbers and the registers, and is this thread's alone.
 */
export function runBlocks(program: usize, scratch: usize, x: usize, y: usize, dy: usize, out: usize, n: i32): void {
  const registers = scratch + HEAD
  let left: usize = <usize>n << 2
  while (left >= 64) {
    const bytes = left < BLOCK ? left & ~63 : BLOCK
    runBlock(program, registers, x, y, dy, out, bytes)
    x += bytes
    y += bytes
    dy += bytes
    out += bytes
    left -= bytes
  }
  if (left == 0) return
  memory.copy(scratch, x, left)
  memory.copy(scratch + 64, y, left)
  memory.copy(scratch + 128, dy, left)
  runBlock(program, registers, scratch, scratch + 64, scratch + 128, scratch + 192, 64)
  memory.copy(out, scratch + 192, left)
}
