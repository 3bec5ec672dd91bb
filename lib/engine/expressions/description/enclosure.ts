/**
 * An interval that contains every value of a formula on a stretch of x. Where a condition compares x with a number, each
 * branch is looked at only on its own side: where(x > 0, log(x), 0) is safe.
 */
import { type Formula, inOrder } from '../formula'
import { EVERYTHING, hull, type Interval, intervalOperation } from './interval'

export interface Enclosure extends Interval {
  /** No operation met an operand it is undefined for, and all is finite. */
  readonly safe: boolean
  /** Every condition was the same all over the stretch, so the formula is smooth there. */
  readonly settled: boolean
  /** What is divided by, where that may be 0; not of branches that are taken nowhere on the stretch. */
  readonly divisors: ReadonlySet<Formula>
}

/** One stretch of x and what is already known on it. */
interface Look {
  readonly x: Interval
  readonly known: (Interval | undefined)[]
}

export function encloser(formula: Formula): (low: number, high: number) => Enclosure {
  const place = new Map(inOrder([formula]).map((step, i) => [step, i]))
  let safe = true
  let settled = true
  let divisors = new Set<Formula>()
  let looks = new Map<string, Look>()
  const trouble = () => {
    safe = false
  }

  const lookAt = (x: Interval): Look => {
    const key = `${x.low} ${x.high}`
    const found = looks.get(key)
    if (found) return found
    const made: Look = { x, known: new Array(place.size) }
    looks.set(key, made)
    return made
  }

  const enclose = (part: Formula, look: Look): Interval => {
    const at = place.get(part) as number
    const known = look.known[at]
    if (known) return known
    const found = compute(part, look)
    look.known[at] = found
    return found
  }

  const compute = (part: Formula, look: Look): Interval => {
    const { operation, value } = part
    if (operation === 'x') return look.x
    if (operation === 'number') {
      if (Number.isFinite(value)) return { low: value, high: value }
      trouble()
      return EVERYTHING
    }
    if (operation === 'less' || operation === 'at-most') return choose(part, operation === 'less', look)
    const [a, b] = part.of
    const first = enclose(a as Formula, look)
    const second = b ? enclose(b, look) : first
    const apart = operation === 'min' || operation === 'max' ? first.high < second.low || second.high < first.low : true
    if (operation === 'divide' && second.low <= 0 && second.high >= 0) divisors.add(b as Formula)
    if (!apart || ((operation === 'abs' || operation === 'sign') && first.low <= 0 && first.high >= 0)) settled = false
    const result = intervalOperation(operation, value, first, second)
    // ∞ may become NaN further on, and a comparison with NaN is false.
    if (!Number.isFinite(result.low) || !Number.isFinite(result.high)) trouble()
    return result
  }

  const choose = (part: Formula, strict: boolean, look: Look): Interval => {
    const [a, b, met, otherwise] = part.of as [Formula, Formula, Formula, Formula]
    const [left, right] = [enclose(a, look), enclose(b, look)]
    const border = borderOf(a, b)
    // After trouble an operand may be NaN, and then a comparison is false; x itself never is.
    const sure = safe || border !== null
    if (sure && (strict ? left.high < right.low : left.high <= right.low)) return enclose(met, look)
    if (sure && (strict ? left.low >= right.high : left.low > right.high)) return enclose(otherwise, look)
    settled = false
    if (border === null) return hull(enclose(met, look), enclose(otherwise, look))
    // The border belongs to both sides, which only makes the enclosure wider.
    const { low, high } = look.x
    const [before, after] = [
      lookAt({ low, high: Math.min(high, border) }),
      lookAt({ low: Math.max(low, border), high }),
    ]
    return a.operation === 'x'
      ? hull(enclose(met, before), enclose(otherwise, after))
      : hull(enclose(otherwise, before), enclose(met, after))
  }

  return (low, high) => {
    safe = true
    settled = true
    divisors = new Set()
    looks = new Map()
    const result = enclose(formula, lookAt({ low, high }))
    return {
      low: result.low,
      high: result.high,
      safe: safe && Number.isFinite(result.low) && Number.isFinite(result.high),
      settled,
      divisors,
    }
  }
}

/** c where x is compared with a number c. */
function borderOf(a: Formula, b: Formula): number | null {
  const border = a.operation === 'x' ? b : b.operation === 'x' ? a : null
  return border?.operation === 'number' && Number.isFinite(border.value) ? border.value : null
}
