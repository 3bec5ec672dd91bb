import { POWERS_OF_TWO, powerIndex } from './powers-of-two'

const LOG2_E = 1.4426950408889634
// ln 2 in two parts; the high one has 21 trailing zero bits, so k · LN2_HIGH is exact (fdlibm's e_exp.c).
const LN2_HIGH = 6.9314718036912381649e-1
const LN2_LOW = 1.90821492927058770002e-10

/**
 * e^x in double precision from + − × ÷ alone, the same bits on every host. Within 2 ulp of double for results above
 * 2^-1022, so within 0.5001 ulp once rounded to float32. exp(−∞) = 0, exp(∞) = ∞, NaN stays NaN.
 *
 * x = k·ln 2 + r, |r| ≤ ½ ln 2; e^r = 1 + 2r/(2 − c) with c = r − r·R(r²), the form of fdlibm's e_exp.c (Sun, 1993).
 */
export function exp(x: number): number {
  one[0] = x
  expEach(one, 1)
  return one[0] as number
}

const one = new Float64Array(1)

/**
 * e^x of the first `count` values, in their place. A host makes an object of each number that is handed to a function as
 * long as this one, or comes back from it; in a loop over a batch that is garbage.
 */
export function expEach(values: Float64Array, count: number): void {
  for (let i = 0; i < count; i++) {
    const x = values[i] as number
    if (!(x < 709.782712893384)) {
      values[i] = x > 0 ? Number.POSITIVE_INFINITY : x
      continue
    }
    if (x < -745.2) {
      values[i] = 0
      continue
    }
    const k = Math.floor(x * LOG2_E + 0.5)
    const high = x - k * LN2_HIGH
    const low = k * LN2_LOW
    const r = high - low
    const t = r * r
    const c =
      r -
      t *
        (1.66666666666666019037e-1 +
          t *
            (-2.77777777770155933842e-3 +
              t * (6.61375632143793436117e-5 + t * (-1.6533902205465251539e-6 + t * 4.13813679705723846039e-8))))
    const mantissa = 1 - (low - (r * c) / (2 - c) - high)
    // 2^1024 and what is below 2^-1022 are reached in two exact steps and one rounding.
    if (k > 1023) values[i] = mantissa * 2 * (POWERS_OF_TWO[powerIndex(1023)] as number)
    else if (k < -1022) {
      const nearly = mantissa * (POWERS_OF_TWO[powerIndex(k + 54)] as number)
      values[i] = nearly * (POWERS_OF_TWO[powerIndex(-54)] as number)
    } else values[i] = mantissa * (POWERS_OF_TWO[powerIndex(k)] as number)
  }
}
