/**
 * f′ by five points, (8·(f(x + h) − f(x − h)) − (f(x + 2h) − f(x − 2h)))/12h: of the order of h⁴, so with h = 10⁻³ as
 * exact as double precision lets a difference be, some 10⁻¹².
 */
export function centralDifference(f: (x: number) => number, x: number, h = 1e-3): number {
  return (8 * (f(x + h) - f(x - h)) - (f(x + 2 * h) - f(x - 2 * h))) / (12 * h)
}
