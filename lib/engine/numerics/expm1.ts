import { exp } from './exp'

/** e^x − 1, relative error below 1e-12 also near 0: a Taylor polynomial where the subtraction would cancel. */
export function expm1(x: number): number {
  if (x > -0.002 && x < 0.002) return x * (1 + x * (1 / 2 + x * (1 / 6 + x * (1 / 24 + x * (1 / 120)))))
  return exp(x) - 1
}
