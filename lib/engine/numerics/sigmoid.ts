import { POWERS_OF_TWO, powerIndex } from './powers-of-two'

const LOG2_E = 1.4426950408889634
const LN2_HIGH = 6.9314718036912381649e-1
const LN2_LOW = 1.90821492927058770002e-10

/**
 * 1/(1 + e⁻ˣ), relative error below 1e-15 on both sides; 0 below x = −708, where the exact value is below 10⁻³⁰⁷.
 *
 * The same reduction as in exp.ts for e⁻ˣ = 2^k·(d + 2r)/d, put into the formula before dividing: d/(d + 2^k(d + 2r))
 * needs one division instead of two, and the division is what takes the time.
 */
export function sigmoid(x: number): number {
  if (x > 40) return 1
  if (!(x > -708)) return x < 0 ? 0 : x
  const k = Math.floor(x * -LOG2_E + 0.5)
  const r = -x - k * LN2_HIGH - k * LN2_LOW
  const t = r * r
  const c =
    r -
    t *
      (1.66666666666666019037e-1 +
        t *
          (-2.77777777770155933842e-3 +
            t * (6.61375632143793436117e-5 + t * (-1.6533902205465251539e-6 + t * 4.13813679705723846039e-8))))
  const d = 2 - c
  return d / (d + (POWERS_OF_TWO[powerIndex(k)] as number) * (d + 2 * r))
}
