/** sin and cos from + − × alone, for |x| ≤ 10⁵: absolute error below 1e-11, the same bits on every host. */

const TWO_OVER_PI = 0.6366197723675814
// π/2 in two parts; the high one has 33 bits, so n · HIGH is exact for the n that occur (fdlibm's e_rem_pio2.c).
const HALF_PI_HIGH = 1.57079632673412561417
const HALF_PI_LOW = 6.07710050650619224932e-11

function sinSeries(r: number): number {
  const t = r * r
  return (
    r * (1 + t * (-1 / 6 + t * (1 / 120 + t * (-1 / 5040 + t * (1 / 362880 + t * (-1 / 39916800 + t / 6227020800))))))
  )
}

function cosSeries(r: number): number {
  const t = r * r
  return 1 + t * (-1 / 2 + t * (1 / 24 + t * (-1 / 720 + t * (1 / 40320 + t * (-1 / 3628800 + t / 479001600)))))
}

function quarter(x: number, shift: number): number {
  const n = Math.floor(x * TWO_OVER_PI + 0.5)
  const r = x - n * HALF_PI_HIGH - n * HALF_PI_LOW
  const turn = (((n + shift) % 4) + 4) % 4
  if (turn === 0) return sinSeries(r)
  if (turn === 1) return cosSeries(r)
  return turn === 2 ? -sinSeries(r) : -cosSeries(r)
}

export function sin(x: number): number {
  return quarter(x, 0)
}

export function cos(x: number): number {
  return quarter(x, 1)
}
