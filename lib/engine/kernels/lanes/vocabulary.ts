// The words that lane code is written in, for four float32 lanes of SIMD. What each means, and why, stands in
// lib/engine/lanes/vocabulary.ts, which has the same words for one number. `k(…)` is not here: the kernel build turns it
// into a load from one table of constants (scripts/kernels/lanes.mjs).

export type Lanes = v128
export type Mask = v128
export type Id = i32

// Sign, smallest normal number, √½, exponent with sign, all but the 12 last bits.
const WORDS: usize = memory.data<u32>([0x80000000, 0x00800000, 0x3f3504f3, 0xff800000, 0xfffff000], 16)

@inline
export function add(a: v128, b: v128): v128 { return f32x4.add(a, b) }
@inline
export function sub(a: v128, b: v128): v128 { return f32x4.sub(a, b) }
@inline
export function mul(a: v128, b: v128): v128 { return f32x4.mul(a, b) }
@inline
export function div(a: v128, b: v128): v128 { return f32x4.div(a, b) }
@inline
export function sqrt(a: v128): v128 { return f32x4.sqrt(a) }
@inline
export function neg(a: v128): v128 { return f32x4.neg(a) }
@inline
export function abs(a: v128): v128 { return f32x4.abs(a) }
@inline
export function mulAdd(a: v128, b: v128, c: v128): v128 { return f32x4.add(f32x4.mul(a, b), c) }

@inline
export function smaller(a: v128, b: v128): v128 { return f32x4.pmin(a, b) }
@inline
export function larger(a: v128, b: v128): v128 { return f32x4.pmax(a, b) }

@inline
export function lessThan(a: v128, b: v128): v128 { return f32x4.lt(a, b) }
@inline
export function atMost(a: v128, b: v128): v128 { return f32x4.le(a, b) }
@inline
export function equal(a: v128, b: v128): v128 { return f32x4.eq(a, b) }
@inline
export function not(m: v128): v128 { return v128.not(m) }
@inline
export function both(m: v128, n: v128): v128 { return v128.and(m, n) }
@inline
export function either(m: v128, n: v128): v128 { return v128.or(m, n) }
@inline
export function select(m: v128, then: v128, otherwise: v128): v128 { return v128.bitselect(then, otherwise, m) }
@inline
export function where(m: v128, a: v128): v128 { return v128.and(m, a) }

@inline
export function withSign(a: v128, s: v128): v128 { return v128.or(a, v128.and(s, v128.load_splat<u32>(WORDS))) }
@inline
export function flush(a: v128): v128 { return v128.andnot(a, f32x4.lt(f32x4.abs(a), v128.load_splat<u32>(WORDS, 4))) }

@inline
export function powerOfTwo(sum: v128): v128 { return i32x4.shl(sum, 23) }
@inline
export function exponent(a: v128): v128 { return f32x4.convert_i32x4_s(i32x4.shr_s(i32x4.sub(a, v128.load_splat<u32>(WORDS, 8)), 23)) }
@inline
export function mantissa(a: v128): v128 { return i32x4.sub(a, v128.and(i32x4.sub(a, v128.load_splat<u32>(WORDS, 8)), v128.load_splat<u32>(WORDS, 12))) }
@inline
export function leadingHalf(a: v128): v128 { return v128.and(a, v128.load_splat<u32>(WORDS, 16)) }
@inline
export function isOdd(a: v128): v128 { return i32x4.shr_s(i32x4.shl(a, 31), 31) }
@inline
export function turnedBySecondBit(a: v128, turn: v128): v128 { return v128.xor(a, v128.and(i32x4.shl(turn, 30), v128.load_splat<u32>(WORDS))) }
