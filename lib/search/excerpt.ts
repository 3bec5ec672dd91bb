/** What of a document is quoted beside its title, and which parts of a text are marked as found. */
import { wordsIn } from './fold'

/** A stretch of text, marked or not; the pieces together are the text. */
export interface Piece {
  text: string
  found: boolean
}

const EXCERPT_LETTERS = 150
/** How much stands before the first find. */
const LEAD_LETTERS = 45

/** `text` in pieces, those marked whose word is among `words` (folded). */
export function markFound(text: string, words: ReadonlySet<string>): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const { word, from, to } of wordsIn(text)) {
    if (!words.has(word)) continue
    if (from > at) pieces.push({ text: text.slice(at, from), found: false })
    pieces.push({ text: text.slice(from, to), found: true })
    at = to
  }
  if (at < text.length) pieces.push({ text: text.slice(at), found: false })
  return pieces
}

/** About one line and a half of `text` around where most of `words` stand close together; whole words, with dots where it was cut. */
export function excerptOf(text: string, words: ReadonlySet<string>): string {
  if (text.length <= EXCERPT_LETTERS) return text
  const found = wordsIn(text).filter(({ word }) => words.has(word))
  let best = { from: 0, count: 0 }
  found.forEach(({ from }, first) => {
    const within = new Set(
      found
        .slice(first)
        .filter(({ to }) => to - from <= EXCERPT_LETTERS - LEAD_LETTERS)
        .map(({ word }) => word),
    )
    if (within.size > best.count) best = { from, count: within.size }
  })
  const start = best.from <= LEAD_LETTERS ? 0 : wordStart(text, best.from - LEAD_LETTERS)
  const end = wordEnd(text, start + EXCERPT_LETTERS)
  return `${start > 0 ? '… ' : ''}${text.slice(start, end).trim()}${end < text.length ? ' …' : ''}`
}

function wordStart(text: string, at: number): number {
  const space = text.indexOf(' ', at)
  return space === -1 || space - at > LEAD_LETTERS ? at : space + 1
}

function wordEnd(text: string, at: number): number {
  if (at >= text.length) return text.length
  const space = text.lastIndexOf(' ', at)
  return at - space > LEAD_LETTERS ? at : space
}
