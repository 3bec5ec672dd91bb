const word = new DataView(new ArrayBuffer(8))
const one = new Float64Array(1)
const sum = new Float64Array(1)
const LN2_HIGH = 6.9314718036912381649e-1
const LN2_LOW = 1.90821492927058770002e-10
const SQRT_HALF = 0.7071067811865476

/**
 * Natural logarithm in double precision from + − × ÷ alone; within 2 ulp of double. log(0) = −∞, log(x < 0) = NaN.
 *
 * x = 2^k·m with √½ ≤ m < √2; with s = (m − 1)/(m + 1), log m = 2s(1 + s²/3 + s⁴/5 + …), cut where s² ≤ 0.0295 leaves
 * nothing.
 */
export function log(x: number): number {
  one[0] = x
  logEach(one, 1)
  return one[0] as number
}

/** The logarithms of the first `count` values, in their place, for the reason that expEach gives. */
export function logEach(values: Float64Array, count: number): void {
  for (let i = 0; i < count; i++) {
    const x = values[i] as number
    if (!(x > 0)) {
      values[i] = x === 0 ? Number.NEGATIVE_INFINITY : Number.NaN
      continue
    }
    if (x === Number.POSITIVE_INFINITY) continue
    let k = 0
    let m = x
    if (m < 2.2250738585072014e-308) {
      m *= 18014398509481984
      k = -54
    }
    word.setFloat64(0, m)
    const high = word.getUint32(0)
    k += (high >>> 20) - 1022
    word.setUint32(0, (high & 0x000fffff) | 0x3fe00000)
    m = word.getFloat64(0)
    if (m < SQRT_HALF) {
      m *= 2
      k -= 1
    }
    const f = m - 1
    const s = f / (2 + f)
    const z = s * s
    const series =
      z *
      (1 / 3 +
        z *
          (1 / 5 +
            z *
              (1 / 7 +
                z * (1 / 9 + z * (1 / 11 + z * (1 / 13 + z * (1 / 15 + z * (1 / 17 + z * (1 / 19 + z * (1 / 21))))))))))
    values[i] = k * LN2_HIGH + (2 * s + (2 * s * series + k * LN2_LOW))
  }
}

/** log(1 + x), relative error below 1e-12 also near 0. */
export function log1p(x: number): number {
  one[0] = x
  log1pEach(one, 1)
  return one[0] as number
}

/** log(1 + x) of the first `count` values, in their place. */
export function log1pEach(values: Float64Array, count: number): void {
  for (let i = 0; i < count; i++) {
    const x = values[i] as number
    if (x > -0.001 && x < 0.001) {
      values[i] = x * (1 - x * (1 / 2 - x * (1 / 3 - x * (1 / 4 - x * (1 / 5)))))
      continue
    }
    sum[0] = 1 + x
    logEach(sum, 1)
    values[i] = sum[0] as number
  }
}
