/**
 * The words that lane code is written in: here each works on one float32 number (a JavaScript number that float32 can
 * hold), rounding after every operation. `kernels/lanes/vocabulary.ts` has the same words for four lanes of SIMD, and
 * the kernel build compiles the same lane code with those, so both give the same bits (NaN's payload apart).
 *
 * Lane code is the common part of TypeScript and AssemblyScript: functions, const, let, calls, `k(…)` for constants.
 * It is not the place for arrays, objects, closures, or an `if` on a lane: a lane's choice is `select` or `where`.
 */

/** One float32 here, four of them in the kernels. */
export type Lanes = number
/** Which lanes: the result of a comparison. */
export type Mask = boolean
/** A whole number that is the same for all lanes: an activation's id. */
export type Id = number

const round = Math.fround

/** A constant, rounded to float32. In the kernels it is read from a table: V8 would rebuild it at each use. */
export function k(value: number): Lanes {
  return round(value)
}

export function add(a: Lanes, b: Lanes): Lanes {
  return round(a + b)
}
export function sub(a: Lanes, b: Lanes): Lanes {
  return round(a - b)
}
export function mul(a: Lanes, b: Lanes): Lanes {
  return round(a * b)
}
export function div(a: Lanes, b: Lanes): Lanes {
  return round(a / b)
}
export function sqrt(a: Lanes): Lanes {
  return round(Math.sqrt(a))
}
export function neg(a: Lanes): Lanes {
  return -a
}
export function abs(a: Lanes): Lanes {
  return Math.abs(a)
}
/** a · b + c, rounded twice. */
export function mulAdd(a: Lanes, b: Lanes, c: Lanes): Lanes {
  return round(round(a * b) + c)
}

/** `b < a ? b : a`: of equals, and where one of them is NaN, it is a. So with a constant as b, NaN passes. */
export function smaller(a: Lanes, b: Lanes): Lanes {
  return b < a ? b : a
}
/** `a < b ? b : a`: of equals, and where one of them is NaN, it is a. */
export function larger(a: Lanes, b: Lanes): Lanes {
  return a < b ? b : a
}

export function lessThan(a: Lanes, b: Lanes): Mask {
  return a < b
}
export function atMost(a: Lanes, b: Lanes): Mask {
  return a <= b
}
export function equal(a: Lanes, b: Lanes): Mask {
  return a === b
}
export function not(m: Mask): Mask {
  return !m
}
export function both(m: Mask, n: Mask): Mask {
  return m && n
}
export function either(m: Mask, n: Mask): Mask {
  return m || n
}
/** Costs three instructions; `where` costs one. */
export function select(m: Mask, then: Lanes, otherwise: Lanes): Lanes {
  return m ? then : otherwise
}
/** a where m, else +0. */
export function where(m: Mask, a: Lanes): Lanes {
  return m ? a : 0
}

/** a, which is not negative, with the sign of s. */
export function withSign(a: Lanes, s: Lanes): Lanes {
  return s < 0 || Object.is(s, -0) ? -a : a
}

/** The smallest normal float32, 2⁻¹²⁶. */
const SMALLEST_NORMAL = 1.1754943508222875e-38

/** Subnormals become +0; they cost some 20 times the time of others. */
export function flush(a: Lanes): Lanes {
  return Math.abs(a) < SMALLEST_NORMAL ? 0 : a
}

/**
 * Adding this rounds to the nearest whole number (of two, the even one): the sum is ROUNDER + n, whose last bits are n
 * (+ 127, float32's exponent of 1). For |a| < 2²²; `sub(sum, k(ROUNDER))` is n as a number, `powerOfTwo(sum)` is 2ⁿ.
 */
export const ROUNDER = 12583039 // 1.5 · 2²³ + 127

const POWERS_OF_TWO = new Float32Array(Int32Array.from({ length: 256 }, (_, i) => i << 23).buffer)

/** 2ⁿ of ROUNDER + n, for −127 ≤ n ≤ 128; the ends give 0 and ∞. */
export function powerOfTwo(sum: Lanes): Lanes {
  return POWERS_OF_TWO[sum - 12582912] as number
}

/** float32 has no such number: `k(INFINITY)` is ∞. */
export const INFINITY = 1e39

const float = new Float32Array(1)
const bits = new Int32Array(float.buffer)

/** n of a = 2ⁿ · m with √½ ≤ m < √2, for normal a > 0. (0x3f3504f3 is √½.) */
export function exponent(a: Lanes): Lanes {
  float[0] = a
  return ((bits[0] as number) - 0x3f3504f3) >> 23
}
/** m of a = 2ⁿ · m, n being `exponent(a)`. */
export function mantissa(a: Lanes): Lanes {
  float[0] = a
  const word = bits[0] as number
  bits[0] = word - ((word - 0x3f3504f3) & 0xff800000)
  return float[0] as number
}
/** The first 12 of a's 24 significant bits, towards 0: its square, and its product with another such, are exact. */
export function leadingHalf(a: Lanes): Lanes {
  float[0] = a
  bits[0] = (bits[0] as number) & 0xfffff000
  return float[0] as number
}

/** Whether the last bit is set: of 1.5 · 2²³ + n, with |n| < 2²², whether n is odd. */
export function isOdd(a: Lanes): Mask {
  float[0] = a
  return ((bits[0] as number) & 1) === 1
}
/** a, with the other sign if the last bit but one of `turn` is set. */
export function turnedBySecondBit(a: Lanes, turn: Lanes): Lanes {
  float[0] = turn
  return ((bits[0] as number) & 2) === 2 ? -a : a
}
