/** A person's words, made fit to look up: bounded in length, without what is invisible, without words that say nothing. */
import { foldedWords, runTogether } from './fold'

/** Longer than any question one would type; whatever is pasted beyond it is not looked at. */
export const LONGEST_QUERY = 200
const MOST_WORDS = 12
const SAYS_NOTHING = new Set(
  'a an and are as at be by can did do does for from how i in is it its my of on or that the this to was what when where which why with you'.split(
    ' ',
  ),
)

export interface SearchQuery {
  /** As it may be shown: one line, nothing invisible in it. */
  shown: string
  /** Folded, in order, each once. */
  words: string[]
  /** All of it run together, for names and formulas. */
  joined: string
}

export function parseQuery(text: string): SearchQuery {
  const shown = cleanQuery(text)
  const all = [...new Set(foldedWords(shown))]
  const telling = all.filter((word) => !SAYS_NOTHING.has(word))
  return { shown, words: (telling.length > 0 ? telling : all).slice(0, MOST_WORDS), joined: runTogether(shown) }
}

/** Control and format characters (direction overrides among them) and half characters become spaces; then it is cut. */
function cleanQuery(text: string): string {
  const visible = text
    .slice(0, 4 * LONGEST_QUERY)
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
  return [...visible].slice(0, LONGEST_QUERY).join('')
}
