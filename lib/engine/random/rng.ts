/** Random numbers that are drawn one after the other. Not here: numbers found by a position (counter.ts). */
import { log } from '../numerics/log'

/** A seeded stream of numbers. The same seed and path give the same numbers on every machine. */
export interface Rng {
  /** The next 32 bits, as an integer in [0, 2³²). */
  next(): number
  /** Uniform in [0, 1), 53 bits. */
  uniform(): number
  /** An integer in [0, bound), without bias; 1 ≤ bound ≤ 2³². */
  below(bound: number): number
  /** Standard normal. */
  normal(): number
}

const EXACT_BOUND = 2_097_152

/** xoshiro128** 1.1 (Blackman & Vigna 2018, prng.di.unimi.it, public domain): period 2¹²⁸ − 1, integers only. */
export class Xoshiro128 implements Rng {
  private spare = 0
  private hasSpare = false

  constructor(
    private a: number,
    private b: number,
    private c: number,
    private d: number,
  ) {}

  next(): number {
    const product = Math.imul(this.b, 5)
    const result = Math.imul((product << 7) | (product >>> 25), 9) >>> 0
    const shifted = this.b << 9
    this.c ^= this.a
    this.d ^= this.b
    this.b ^= this.c
    this.a ^= this.d
    this.c ^= shifted
    this.d = (this.d << 11) | (this.d >>> 21)
    return result
  }

  uniform(): number {
    const high = this.next() >>> 5
    const low = this.next() >>> 6
    return (high * 67108864 + low) / 9007199254740992
  }

  below(bound: number): number {
    // Lemire 2019, arXiv:1805.10941: the upper half of a product. Too small a lower half is drawn again, so every result
    // is equally likely; the slow remainder is needed only then. A double holds the product exactly up to EXACT_BOUND.
    for (;;) {
      const value = this.next()
      if (bound > EXACT_BOUND) {
        if (value < 4294967296 - (4294967296 % bound)) return value % bound
        continue
      }
      const product = value * bound
      const high = Math.floor(product / 4294967296)
      const low = product - high * 4294967296
      if (low >= bound || low >= 4294967296 % bound) return high
    }
  }

  /** Marsaglia's polar method: + − × ÷ √ and our own log, so the bits do not depend on the host. */
  normal(): number {
    if (this.hasSpare) {
      this.hasSpare = false
      return this.spare
    }
    for (;;) {
      const u = 2 * this.uniform() - 1
      const v = 2 * this.uniform() - 1
      const s = u * u + v * v
      if (s >= 1 || s === 0) continue
      const scale = Math.sqrt((-2 * log(s)) / s)
      this.spare = v * scale
      this.hasSpare = true
      return u * scale
    }
  }
}

/** SplitMix32: one multiply-xorshift mix (MurmurHash3's finaliser) of a counter that advances by the golden ratio. */
function splitMix(state: number): number {
  let z = (state + 0x9e3779b9) | 0
  z = Math.imul(z ^ (z >>> 16), 0x85ebca6b)
  z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35)
  return (z ^ (z >>> 16)) | 0
}

/** What a stream is for: two purposes never share numbers, whatever the seed. */
export const STREAMS = { weights: 1, shuffle: 2, data: 3, split: 4, drawing: 5 } as const
export type StreamName = keyof typeof STREAMS

/** A stream keyed by (seed, purpose, index), e.g. (7, 'shuffle', epoch): no state has to be kept to find it again. */
export function createRng(seed: number, stream: StreamName, index = 0): Rng {
  let key = splitMix(seed | 0)
  key = splitMix(key ^ Math.imul(STREAMS[stream], 0x632be5ab))
  key = splitMix(key ^ Math.imul(index + 1, 0x7feb352d))
  const a = splitMix(key)
  const b = splitMix(a)
  const c = splitMix(b)
  const d = splitMix(c)
  // All-zero is the one state xoshiro cannot leave.
  return new Xoshiro128(a, b, c, d === 0 && (a | b | c) === 0 ? 1 : d)
}
