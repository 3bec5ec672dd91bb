/** Integrals against the standard normal density, for what an activation does to a well-scaled pre-activation. */
import { normalDensity } from '../../numerics/erf'
import { cos } from '../../numerics/trigonometry'
import { WINDOW } from './window'

export interface NormalMean {
  value: number
  /** By how much the last two rules, one with panels half as wide, differ: the error is rarely larger. */
  accuracy: number
}

const POINTS = 16
/** Panels are halved until it makes no difference, at most down to the narrow one. */
const WIDE = 1
const NARROW = 1 / 64

/** Abscissae and weights on [−1, 1]: zeros of the Legendre polynomial by Newton from a cosine guess. */
const GAUSS_LEGENDRE = Array.from({ length: POINTS }, (_, i) => {
  let x = cos((Math.PI * (i + 0.75)) / (POINTS + 0.5))
  let slope = 1
  for (let step = 0; step < 20; step++) {
    let [p, previous] = [x, 1]
    for (let n = 2; n <= POINTS; n++) [p, previous] = [((2 * n - 1) * x * p - (n - 1) * previous) / n, p]
    slope = (POINTS * (x * p - previous)) / (x * x - 1)
    x -= p / slope
  }
  return { x, weight: 2 / ((1 - x * x) * slope * slope) }
})

/**
 * E[g(Z)] for Z ~ N(0, 1), by Gauss–Legendre panels between the breaks of g. Null where the integrand has not died out
 * at the window's ends, so that the mean does not exist or lies outside.
 */
export function normalMean(g: (x: number) => number, breaks: readonly number[]): NormalMean | null {
  const integrand = (x: number) => g(x) * normalDensity(x)
  let [width, value, accuracy] = [WIDE, composite(integrand, breaks, WIDE), Number.POSITIVE_INFINITY]
  while (width > NARROW && accuracy > 1e-14 * (1 + Math.abs(value))) {
    width /= 2
    const finer = composite(integrand, breaks, width)
    accuracy = Math.abs(finer - value)
    value = finer
  }
  const ends = Math.max(Math.abs(integrand(WINDOW.from)), Math.abs(integrand(WINDOW.to)))
  return Number.isFinite(value) && ends <= 1e-12 * (1 + Math.abs(value)) ? { value, accuracy } : null
}

function composite(f: (x: number) => number, breaks: readonly number[], panel: number): number {
  let sum = 0
  const borders = [WINDOW.from, ...breaks, WINDOW.to]
  for (let i = 0; i + 1 < borders.length; i++) {
    const [from, to] = [borders[i] as number, borders[i + 1] as number]
    const panels = Math.ceil((to - from) / panel)
    for (let j = 0; j < panels; j++) sum += gauss(f, from + ((to - from) * j) / panels, (to - from) / panels)
  }
  return sum
}

function gauss(f: (x: number) => number, from: number, width: number): number {
  let sum = 0
  for (const { x, weight } of GAUSS_LEGENDRE) sum += weight * f(from + (width * (1 + x)) / 2)
  return (sum * width) / 2
}
