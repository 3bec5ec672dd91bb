/**
 * Which pages somebody may have meant who followed an address that leads nowhere. Compares the address with every
 * page's own by their runs of three letters, which a slip of the finger, a missing part or a changed order leave mostly
 * alone, and then asks the index for the words of its last part.
 */
import type { SearchDocument } from './document'
import { find } from './find'
import { foldedWords } from './fold'
import { parseQuery } from './query'
import type { SearchIndex } from './search-index'

const MOST = 5
/** Below this share of common runs two addresses only have the site's own words in common. */
const ALIKE = 0.45
const PARTS = new Set(['section', 'card', 'term', 'formula', 'timeline'])
/** Not offered: passages, entries of the timeline, and the formula sheet's row of what the glossary explains. */
const PASSAGES = new Set(['section', 'card', 'formula', 'timeline'])

/** `path` as `location.pathname` has it; best first, possibly none. */
export function nearestPages(index: SearchIndex, path: string): SearchDocument[] {
  const wanted = readable(path)
  const runs = runsOfThree(wanted)
  const alike = index.documents
    .filter(({ kind }) => !PARTS.has(kind))
    .map((document) => ({ document, likeness: likeness(runs, runsOfThree(document.href)) }))
    .filter((candidate) => candidate.likeness >= ALIKE)
    .sort((a, b) => b.likeness - a.likeness)
    .map(({ document }) => document)
  const named = namedBy(index, wanted.split('/').findLast((part) => /\p{L}{3}/u.test(part)) ?? '')
  const candidates = [...alike.slice(0, 3), ...named, ...alike]
  return [...new Map(candidates.map((document) => [document.href, document])).values()].slice(0, MOST)
}

/** What has the words in its name; that they occur somewhere in its text is too little. */
function namedBy(index: SearchIndex, part: string): SearchDocument[] {
  return find(index, parseQuery(part))
    .map(({ document, words }) => ({
      document,
      words,
      names: [document.title, ...document.aliases].flatMap(foldedWords),
    }))
    .filter(({ document, words, names }) => !PASSAGES.has(document.kind) && names.some((name) => words.has(name)))
    .map(({ document }) => document)
}

/** The address as a person reads it, `%20` and the like undone where they can be. */
export function readable(path: string): string {
  const short = path.slice(0, 300)
  try {
    return decodeURIComponent(short).normalize('NFC')
  } catch {
    return short
  }
}

function runsOfThree(path: string): Set<string> {
  const text = `/${path.toLowerCase().replace(/^\/+|\/+$/g, '')}/`
  return new Set(Array.from({ length: Math.max(1, text.length - 2) }, (_, at) => text.slice(at, at + 3)))
}

/** Sørensen and Dice: twice what both have, over what each has. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0
  for (const run of a) if (b.has(run)) both++
  return (2 * both) / (a.size + b.size)
}
