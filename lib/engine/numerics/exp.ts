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
  if (!(x < 709.782712893384)) return x > 0 ? Number.POSITIVE_INFINITY : x
  if (x < -745.2) return 0
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
  if (k > 1023) return mantissa * 2 * (POWERS_OF_TWO[powerIndex(1023)] as number)
  if (k < -1022)
    return mantissa * (POWERS_OF_TWO[powerIndex(k + 54)] as number) * (POWERS_OF_TWO[powerIndex(-54)] as number)
  return mantissa * (POWERS_OF_TWO[powerIndex(k)] as number)
}
