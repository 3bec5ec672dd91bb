/**
 * The error function, its complement and the normal distribution, from + − × ÷ and our own exp.
 * The coefficients were interpolated at Chebyshev nodes in 40 digits: erf(z)/z as a polynomial in z² on |z| ≤ 1
 * (relative error 4e-17), and e^{z²}·erfc(z)·(z + 2) as a polynomial in 1/(z + 2) on z ≥ 1 (2e-13).
 */
import { exp } from './exp'

/** erf(z)/z for z² = s ≤ 1. */
function erfSeries(s: number): number {
  return (
    1.1283791670955126 +
    s *
      (-0.37612638903183543 +
        s *
          (0.11283791670945006 +
            s *
              (-0.02686617064323777 +
                s *
                  (0.0052239776071164225 +
                    s *
                      (-0.0008548325975389692 +
                        s *
                          (0.00012055294904839707 +
                            s *
                              (-1.492473690741966e-5 +
                                s *
                                  (1.6447424703317362e-6 +
                                    s *
                                      (-1.6208483801871705e-7 +
                                        s * (1.3720064546777686e-8 + s * -7.795898827002142e-10))))))))))
  )
}

/** erfc(z) for z ≥ 1; the relative error stays below 1e-12 down to where the result is no longer normal. */
function erfcTail(z: number): number {
  const u = 1 / (z + 2)
  const q =
    0.5641895851027111 +
    u *
      (1.1283789458622764 +
        u *
          (1.9746775227287845 +
            u *
              (2.820426908815311 +
                u *
                  (2.6927243089482777 +
                    u *
                      (-0.5032400884338034 +
                        u *
                          (-4.5006407201424095 +
                            u *
                              (-39.15830065338371 +
                                u *
                                  (172.41970777729725 +
                                    u *
                                      (-829.3103013938016 +
                                        u *
                                          (3312.39776236501 +
                                            u *
                                              (-7997.093892102715 +
                                                u *
                                                  (11326.667006218979 +
                                                    u * (-8879.286710742557 + u * 3014.5181574550725)))))))))))))
  return exp(-z * z) * q * u
}

export function erf(z: number): number {
  if (z >= -1 && z <= 1) return z * erfSeries(z * z)
  return z > 0 ? 1 - erfcTail(z) : erfcTail(-z) - 1
}

export function erfc(z: number): number {
  if (z >= -1 && z <= 1) return 1 - z * erfSeries(z * z)
  return z > 0 ? erfcTail(z) : 2 - erfcTail(-z)
}

/** Φ(x), the standard normal distribution; keeps its relative accuracy in the left tail, where GELU needs it. */
export function normalCdf(x: number): number {
  return 0.5 * erfc(-0.7071067811865476 * x)
}

/** φ(x), the standard normal density. */
export function normalDensity(x: number): number {
  return 0.3989422804014327 * exp(-0.5 * x * x)
}
