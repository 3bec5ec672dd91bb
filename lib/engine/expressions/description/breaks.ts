/**
 * Where a formula's pieces meet: the borders of conditions, ties of max and min, zeros under abs and roots. Found by
 * sign changes on the window's grid, so a border that is touched between two grid points without being crossed is missed.
 */
import { evaluator } from '../evaluate'
import { type Algebra, type Formula, inOrder } from '../formula'
import { GRID, signChange, WINDOW } from './window'

/** A condition such as sin(100x) > 0 has no end of borders. */
const MOST_BREAKS = 1000

/** Borders inside the window, rising. Not all are felt: `kinksOf` says which. */
export function breaksOf(formula: Formula, algebra: Algebra): number[] {
  const found = new Set<number>()
  for (const difference of bordersOf(formula, algebra)) {
    if (difference.operation === 'number') continue
    const f = evaluator(difference)
    const values = GRID.map(f)
    for (let i = 0; i + 1 < GRID.length && found.size < MOST_BREAKS; i++) {
      const [x, next] = [GRID[i] as number, GRID[i + 1] as number]
      const [a, b] = [values[i] as number, values[i + 1] as number]
      const before = values[i - 1] ?? Number.NaN
      // A run of zeros has only its ends as borders.
      if (a === 0 && (before !== 0 || b !== 0)) found.add(x)
      else if (a * b < 0) found.add(signChange(f, x, next))
    }
  }
  return [...found].filter((x) => x > WINDOW.from && x < WINDOW.to).sort((a, b) => a - b)
}

function bordersOf(formula: Formula, algebra: Algebra): Formula[] {
  return inOrder([formula]).flatMap(({ operation, of }) => {
    const [a, b] = of
    if (operation === 'abs' || operation === 'sign' || operation === 'sqrt' || operation === 'power')
      return a ? [a] : []
    const compares = operation === 'less' || operation === 'at-most' || operation === 'min' || operation === 'max'
    return compares && a && b ? [algebra.binary('subtract', a, b)] : []
  })
}

export interface Kink {
  x: number
  /** Slopes just before and after. */
  left: number
  right: number
  /** How far the value jumps; 0 where it is continuous. */
  jump: number
}

/** Breaks at which the slope or the value differs on both sides. */
export function kinksOf(
  { value, derivative }: { value(x: number): number; derivative(x: number): number },
  breaks: readonly number[],
): Kink[] {
  return breaks.flatMap((x) => {
    const step = 1e-7 * Math.max(1, Math.abs(x))
    // Carried on to x along a straight line.
    const [left, right] = [-1, 1].map((side) => 2 * derivative(x + side * step) - derivative(x + 2 * side * step)) as [
      number,
      number,
    ]
    const steep = 1 + Math.abs(left) + Math.abs(right)
    const rise = value(x + step) - value(x - step)
    const atX = Math.max(Math.abs(value(x) - value(x - step)), Math.abs(value(x + step) - value(x)))
    const jumps = Math.max(atX, Math.abs(rise)) > 1e-5 * steep
    if (!jumps && Math.abs(right - left) <= 1e-5 * steep) return []
    return [{ x, left, right, jump: jumps ? rise : 0 }]
  })
}
