/**
 * Counter-based random bits: bits(key, i) is a pure function, so the i-th number needs none before it, whatever the
 * order, the thread, or where a run was resumed. Only 32-bit xor, shift, addition and multiplication, which four SIMD
 * lanes can do at once. Not here: streams of numbers one after the other (rng.ts).
 */

/** Two 32-bit words that stand for one purpose, e.g. the dropout of layer 3 in step 17 of seed 0. */
export interface CounterKey {
  high: number
  low: number
}

/** What keys are for: two purposes never share numbers, whatever else they are made from. */
const COUNTER_PURPOSES = { augment: 1, dropout: 2 } as const
export type CounterPurpose = keyof typeof COUNTER_PURPOSES

/**
 * A bijection of 32-bit words in which each bit of x reaches each bit of the result: multiply–xorshift with the
 * constants that Wellons found by search (github.com/skeeto/hash-prospector, `lowbias32`, bias 0.17, public domain).
 */
export function mix(x: number): number {
  let z = x
  z = Math.imul(z ^ (z >>> 16), 0x7feb352d)
  z = Math.imul(z ^ (z >>> 15), 0x846ca68b)
  return z ^ (z >>> 16)
}

/**
 * The key of (seed, purpose, a, b), each a 32-bit integer, e.g. (seed, 'dropout', layer, step). The two words are two
 * chains with different beginnings, so keys agree by chance once in 2⁶⁴ pairs, not once in 2³².
 */
export function counterKey(seed: number, purpose: CounterPurpose, a: number, b: number): CounterKey {
  return { high: counterKeyHigh(seed, purpose, a, b), low: counterKeyLow(seed, purpose, a, b) }
}

/** The key's words one by one: every step asks for some, and makes no object for them. */
export function counterKeyHigh(seed: number, purpose: CounterPurpose, a: number, b: number): number {
  return high(high(high(high(0x243f6a88, COUNTER_PURPOSES[purpose]), seed), a), b)
}

export function counterKeyLow(seed: number, purpose: CounterPurpose, a: number, b: number): number {
  return low(low(low(low(0x85a308d3, COUNTER_PURPOSES[purpose]), seed), a), b)
}

function high(chain: number, part: number): number {
  return mix(((chain ^ part) + 0x9e3779b9) | 0)
}

function low(chain: number, part: number): number {
  return mix(((chain + part) ^ 0x7f4a7c15) | 0)
}

/** 32 random bits, an integer in [0, 2³²). */
export function counterBits(key: CounterKey, index: number): number {
  return mix((mix(index ^ key.high) + key.low) | 0) >>> 0
}
