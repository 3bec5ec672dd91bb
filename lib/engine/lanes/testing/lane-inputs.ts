/** Float32 numbers to try lane code on. */

/** Where formulas change their branch, overflow, underflow or meet a kink, and what IEEE 754 has beside numbers. */
export const SPECIALS = Float32Array.of(
  ...[0, 1, 0.5, 3, 6, 1e4, 1e30, 3.4028234663852886e38, Number.POSITIVE_INFINITY, 1e-40, 1.1754943508222875e-38],
  ...[0.17328679, 0.9, 5.5, 8.7, 9.1, 10.01, 12.924, 12.95, 15, 20, 86.98, 86.99, 87, 87.6, 88.72283, 88.72284, 89],
  ...[0, 1, 0.5, 3, 6, 1e4, 1e30, 3.4028234663852886e38, Number.POSITIVE_INFINITY, 1e-40].map((x) => -x),
  ...[0.17328679, 0.9, 5.5, 8.7, 9.1, 10.01, 12.924, 12.95, 15, 20, 86.98, 86.99, 87, 87.6, 88.72283, 89].map(
    (x) => -x,
  ),
  Number.NaN,
)

/** 1/φ of 2³²: its multiples fill the 32 bits evenly. */
const GOLDEN = 0x9e3779b1

/**
 * `length` numbers (a power of two, at least 256): the special ones; then, of each four, one with any 32 bits and three
 * with an exponent between 2⁻³² and 2⁸, every sign and exponent equally often, and mantissas that fill their range.
 */
export function stratifiedFloats(length: number): Float32Array {
  const floats = new Float32Array(length)
  const words = new Uint32Array(floats.buffer)
  for (let i = 0; i < length; i++) {
    const spread = Math.imul(i, GOLDEN) >>> 0
    const exponent = i % 4 === 0 ? spread >>> 23 : 95 + (i % 40) + (((i / 40) & 1) << 8)
    words[i] = (exponent << 23) | (spread & 0x7fffff)
  }
  floats.set(SPECIALS)
  return floats
}

/** `length` of the numbers from low to high (of one sign), equally far apart in the order of all float32. */
export function floatsBetween(low: number, high: number, length: number): Float32Array {
  const floats = Float32Array.of(low, high)
  const [first, last] = new Uint32Array(floats.buffer) as unknown as [number, number]
  return new Float32Array(
    Uint32Array.from({ length }, (_, i) => first + Math.floor(((last - first) * i) / length)).buffer,
  )
}
