/**
 * Refuses an activation that is not a finite number everywhere on [−20, 20], in value and slope, and says where, which
 * part is to blame and what to write instead. `faults.ts` finds the places, `blame.ts` the part; the words are here.
 */

import { Algebra, type Formula } from '../formula'
import type { Expression } from '../language/expression'
import { printExpression } from '../language/print'
import type { ExpressionProblem, Span, Stretch } from '../language/problem'
import { writeOut } from '../write-out'
import { type Blame, Blamer, isAlmostZero, nameOf } from './blame'
import { faultsOf } from './faults'

export interface Checked {
  expression: Expression
  spans: ReadonlyMap<Expression, Span>
  formulaOf: ReadonlyMap<Expression, Formula>
  slopeOf(formula: Formula): Formula
}

/** Places looked into for one message; a divisor such as sin(100x) has no end of them. */
const MOST_BLAMED = 24

/** Null where all is well. */
export function domainProblem({ expression, spans, formulaOf, slopeOf }: Checked): ExpressionProblem | null {
  // As written, without the simplifications that may remove a division by zero.
  const asWritten = writeOut(expression, new Algebra())
  const computed = (part: Expression) => formulaOf.get(part) as Formula
  const blamer = new Blamer({
    asWritten: (part) => asWritten.formulaOf.get(part) as Formula,
    computed,
    slope: (part) => slopeOf(computed(part)),
  })
  const [valueFails, slopeFails] = [blamer.valueFails(expression), blamer.slopeFails(expression)]
  const formulas = [asWritten.formula, slopeOf(computed(expression))]
  const where = faultsOf(formulas, (x) => !valueFails(x) && !slopeFails(x))
  if (where.length === 0) return null

  const widestFirst = [...where].sort((a, b) => b.to - b.from - (a.to - a.from)).slice(0, MOST_BLAMED)
  const blames = widestFirst.map((place) => ({
    place,
    blame: blamer.at(pointsIn(place).find(valueFails) ?? place.from, expression),
  }))
  // Of several faults the message is about one; the next is told when that is mended.
  const { blame } = blames[0] as (typeof blames)[0]
  const places = blames.filter((other) => other.blame.part === blame.part).map(({ place }) => place)
  places.sort((a, b) => a.from - b.from)
  const { what, remedy } = wordsFor(blame)
  const message = `${printExpression(blame.part)} ${what} ${shownPlaces(places)}. ${remedy}`
  return { kind: 'domain', message, where, ...(spans.get(blame.part) ?? { column: 1, length: 0 }) }
}

/** First a point in general position: a whole number may be fine by chance, as for x^x. */
function pointsIn({ from, to }: Stretch): number[] {
  return [from + 0.618 * (to - from), ...(from <= 0 && to >= 0 ? [0] : []), from, to]
}

function wordsFor({ part, fails, operands }: Blame): { what: string; remedy: string } {
  const [a = Number.NaN, b = Number.NaN] = operands
  const name = nameOf(part)
  if (fails === 'slope') {
    return {
      what: 'has no finite slope',
      remedy: 'A network could not learn there. Smooth it, for instance with sqrt(x^2 + 0.01) for abs(x).',
    }
  }
  if ((name === 'log' && a <= 0) || (name === 'log1p' && a <= -1)) {
    const [what, bound] = name === 'log' ? [a < 0, '0'] : [a < -1, '-1']
    return {
      what: `takes the logarithm of ${what ? 'a negative number' : '0'}`,
      remedy: `Keep the argument of ${name} above ${bound}, for instance with ${name}(${name === 'log' ? '1 + ' : ''}abs(x)).`,
    }
  }
  if (name === 'sqrt' && a < 0) {
    return {
      what: 'takes the root of a negative number',
      remedy: 'Keep the argument at or above 0, for instance with sqrt(x^2 + 1).',
    }
  }
  if (name === 'power' && a < 0 && !Number.isInteger(b)) {
    return {
      what: 'raises a negative number to a power that is not whole',
      remedy: 'Use a whole exponent, or a base above 0 such as (1 + abs(x)).',
    }
  }
  if ((name === 'divide' && isAlmostZero(b)) || (name === 'power' && a === 0)) {
    return {
      what: 'divides by 0',
      remedy: 'Keep the divisor away from 0, for instance with 1 + abs(x) or x^2 + 1.',
    }
  }
  return {
    what: 'leaves the range of float32 (3.4e38)',
    remedy: 'Bound what grows, for instance with tanh(…), sigmoid(…) or clamp(…, -20, 20).',
  }
}

const MOST_SHOWN = 3

function shownPlaces(places: readonly Stretch[]): string {
  const texts = places.slice(0, MOST_SHOWN).map(({ from, to }) => {
    return shown(from) === shown(to) ? `at x = ${shown(from)}` : `for x from ${shown(from)} to ${shown(to)}`
  })
  const more = places.length - texts.length
  if (more > 0) texts.push(`at ${more} more place${more > 1 ? 's' : ''}`)
  return texts.join(' and ')
}

/** To five digits; what bisection leaves near 0 is 0. */
function shown(x: number): string {
  return String(Math.abs(x) < 1e-6 ? 0 : Number(x.toPrecision(5)))
}
