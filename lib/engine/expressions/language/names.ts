/** Which words an expression may use, and what was probably meant by another one. */
import { CONSTANTS, type ConstantName, RELATIONS, type Relation } from './expression'
import { FUNCTION_NAMES } from './functions'

/** Words that other languages use for what is here called otherwise. */
const OTHER_WORDS: Record<string, string> = {
  ln: 'log',
  swish: 'silu',
  sgn: 'sign',
  clip: 'clamp',
  logistic: 'sigmoid',
  if: 'where',
  pow: 'x^2',
  tau: '2 * pi',
}
const WORDS = ['x', 'where', ...Object.keys(CONSTANTS), ...FUNCTION_NAMES]

export function isRelation(text: string): text is Relation {
  return (RELATIONS as readonly string[]).includes(text)
}

export function isConstant(text: string): text is ConstantName {
  return Object.hasOwn(CONSTANTS, text)
}

/** What to say of a word that is not known. */
export function adviceOn(word: string): string {
  const lower = word.toLowerCase()
  const meant = Object.hasOwn(OTHER_WORDS, lower) ? OTHER_WORDS[lower] : nearestName(word, WORDS)
  return meant ? `Did you mean ${meant}?` : `Known are x, pi, e, where, ${FUNCTION_NAMES.join(', ')}.`
}

/** Number of single-letter changes, insertions, deletions and swaps of neighbours that lead from a to b. */
function distance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)]
  const at = (i: number, j: number) => rows[i]?.[j] ?? Number.POSITIVE_INFINITY
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    rows.push(row)
    for (let j = 1; j <= b.length; j++) {
      let best = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1))
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, at(i - 2, j - 2) + 1)
      row.push(best)
    }
  }
  return at(a.length, b.length)
}

/** The known name that was probably meant: at most one change for short words, two for words of five letters or more. */
function nearestName(word: string, names: readonly string[]): string | null {
  let best: string | null = null
  let least = word.length >= 5 ? 3 : 2
  for (const name of names) {
    const changes = distance(word.toLowerCase(), name.toLowerCase())
    if (changes >= least || changes >= name.length) continue
    best = name
    least = changes
  }
  return best
}
