/**
 * Answers a query: what is found, in which order. All words must occur, each as it is, begun, or with a slip of the
 * finger; where nothing has all of them, what has most. A name or formula typed in full beats whatever only contains
 * it. Not here: how answers are quoted (excerpt.ts) and grouped (groups.ts).
 */
import type { Query, SearchOptions } from 'minisearch'
import type { SearchDocument, SearchKind } from './document'
import { foldedWords, runTogether } from './fold'
import type { SearchQuery } from './query'
import type { SearchIndex } from './search-index'

export interface Hit {
  document: SearchDocument
  score: number
  /** Words of the document that answer to the query's, folded. */
  words: ReadonlySet<string>
}

/** What a reader is most likely to want of two that match equally well. */
const WEIGHT: Record<SearchKind, number> = {
  lesson: 1.4,
  course: 1.2,
  chapter: 1.2,
  term: 1.3,
  formula: 0.9,
  timeline: 0.9,
  challenge: 1.2,
  section: 1,
  page: 1,
  card: 0.7,
}
const PLANNED = 0.8
/** The whole title, the whole of an alias, the beginning of the title: times this. */
const WHOLE_TITLE = 12
const WHOLE_ALIAS = 9
const BEGUN_TITLE = 1.6
/** The whole title too, but for slips. */
const WHOLE_TITLE_MISTYPED = 4
/** So many of the best by words are looked at again for whole titles. */
const LOOKED_AT_AGAIN = 200
/** From here on a word may contain one slip, or two. */
const ONE_SLIP = 5
const TWO_SLIPS = 9
/** Two neighbouring letters swapped count as two slips to the library: shorter words are tried with each pair swapped. */
const SWAPPED_FROM = 4
const PREFIX_FROM = 2

/** Fields that are split into words. */
const WORDED = ['title', 'aliases', 'concepts', 'text']

const SETTINGS: SearchOptions = {
  tokenize: (word) => [word],
  boost: { title: 6, aliases: 6, joined: 5, concepts: 1.5, text: 1 },
  weights: { fuzzy: 0.35, prefix: 0.6 },
  prefix: (term, index, terms) => term.length >= PREFIX_FROM || terms.length === 1,
}

export function find(index: SearchIndex, query: SearchQuery): Hit[] {
  if (query.words.length === 0) return []
  const each = query.words.map(queryOfWord)
  // Words that have nothing to do with each other begin alike once they are run together: ates, A test.
  const prefix = query.joined.length >= ONE_SLIP
  const joined: Query = { queries: [query.joined], fields: ['joined'], fuzzy: false, prefix }
  const all: Query = { combineWith: 'OR', queries: [{ combineWith: 'AND', queries: each, fields: WORDED }, joined] }
  const complete = ranked(index, query, all, slipsIn)
  if (complete.length > 0) return complete
  const looser = ranked(index, query, all, slipsInShort)
  return looser.length > 0
    ? looser
    : ranked(index, query, { combineWith: 'OR', queries: each, fields: WORDED }, slipsIn)
}

function ranked(index: SearchIndex, query: SearchQuery, wanted: Query, fuzzy: (word: string) => number | false): Hit[] {
  const found = index.words.search(wanted, { ...SETTINGS, fuzzy }).flatMap(({ id, score, terms, queryTerms }) => {
    const document = index.documents[id]
    if (document === undefined) return []
    const present = query.words.filter((word) => queryTerms.includes(word)).length
    const share = queryTerms.includes(query.joined) ? 1 : present / query.words.length
    const weight = WEIGHT[document.kind] * (document.planned ? PLANNED : 1) * (0.25 + 0.75 * share ** 2)
    return [{ document, score: score * weight, words: new Set(terms) }]
  })
  found.sort(byScore)
  const again = found.slice(0, LOOKED_AT_AGAIN).map((hit) => ({ ...hit, score: hit.score * namedBy(hit, query) }))
  return [...again.sort(byScore), ...found.slice(LOOKED_AT_AGAIN)]
}

const byScore = (a: Hit, b: Hit) => b.score - a.score

/** How much more it is worth that the query is its very name. */
function namedBy({ document, words }: Hit, { joined, words: asked }: SearchQuery): number {
  const title = runTogether(document.title)
  if (title === joined) return WHOLE_TITLE * (document.kind === 'lesson' ? 1.5 : 1)
  if (document.aliases.some((alias) => runTogether(alias) === joined)) return WHOLE_ALIAS
  const named = foldedWords(document.title)
  // Slips leave a title about as long as it was; its last letter may be what is missing.
  const isAsLong = Math.abs(title.length - joined.length) <= asked.length
  if (isAsLong && named.length === asked.length && named.every((word) => words.has(word))) return WHOLE_TITLE_MISTYPED
  return title.startsWith(joined) ? BEGUN_TITLE : 1
}

function queryOfWord(word: string): Query {
  const swapped = word.length >= SWAPPED_FROM && word.length < TWO_SLIPS ? neighboursSwapped(word) : []
  if (swapped.length === 0) return word
  // A short one put right is taken as it is: as a beginning it would fit too much.
  const prefix = word.length > ONE_SLIP
  return {
    combineWith: 'OR',
    queries: [word, { combineWith: 'OR', queries: swapped, fuzzy: false, prefix, boost: BOOST_OF_SWAPPED }],
  }
}

const BOOST_OF_SWAPPED = { title: 2, aliases: 2, joined: 1.5, concepts: 0.5, text: 0.3 }

/** How many letters of a word may be wrong, missing or too many; numbers are meant as they are written. */
function slipsIn(word: string): number | false {
  if (word.length < ONE_SLIP || /\d/.test(word)) return false
  return word.length < TWO_SLIPS ? 1 : 2
}

/** The same where nothing was found: names of four letters differ by one (SiLU, SELU, GELU), so slips in them come last. */
function slipsInShort(word: string): number | false {
  return word.length === ONE_SLIP - 1 && !/\d/.test(word) ? 1 : slipsIn(word)
}

function neighboursSwapped(word: string): string[] {
  const letters = [...word]
  const swapped = letters.slice(1).map((second, at) => {
    const first = letters[at] ?? ''
    return first === second ? word : [...letters.slice(0, at), second, first, ...letters.slice(at + 2)].join('')
  })
  return swapped.filter((variant) => variant !== word)
}
