/**
 * The index as it travels: built once by the server from all documents, sent as one JSON file, opened by the browser
 * (or by the server, for readers without JavaScript). What is asked of it is in find.ts.
 */
import MiniSearch, { type Options } from 'minisearch'
import type { SearchDocument } from './document'
import { foldedWords, runTogether } from './fold'

/** Changes when an index of before can no longer be read by this code. */
const FORMAT = 1

export interface SearchIndex {
  documents: readonly SearchDocument[]
  /** Ids are places in `documents`. */
  words: MiniSearch<IndexedDocument>
}

/** A document as the library sees it: fields of text that it splits into words. */
interface IndexedDocument {
  id: number
  title: string
  /** Aliases, a line each. */
  aliases: string
  concepts: string
  text: string
  /** Title and aliases as `runTogether` has them, a line each. */
  joined: string
}

const SETTINGS: Options<IndexedDocument> = {
  fields: ['title', 'aliases', 'concepts', 'text', 'joined'],
  tokenize: (text, field) => (field === 'joined' ? text.split('\n').filter((line) => line !== '') : foldedWords(text)),
  // Words are folded where they are split.
  processTerm: (term) => term,
}

export class SearchIndexError extends Error {}

/** The index of `documents` as JSON text. */
export function writeSearchIndex(documents: readonly SearchDocument[]): string {
  const words = new MiniSearch<IndexedDocument>(SETTINGS)
  words.addAll(
    documents.map(({ title, aliases, concepts, text }, id) => ({
      id,
      title,
      aliases: aliases.join('\n'),
      concepts: concepts.join('\n'),
      text,
      joined: [...new Set([title, ...aliases].map(runTogether))].join('\n'),
    })),
  )
  return JSON.stringify({ format: FORMAT, documents, words })
}

/** Opens what `writeSearchIndex` wrote: our own file, so only its format is looked at. */
export function openSearchIndex(json: string): SearchIndex {
  const { format, documents, words } = JSON.parse(json)
  if (format !== FORMAT) {
    throw new SearchIndexError(`The search index has format ${format}; this page reads ${FORMAT}. Reload the page.`)
  }
  return { documents, words: MiniSearch.loadJS<IndexedDocument>(words, SETTINGS) }
}
