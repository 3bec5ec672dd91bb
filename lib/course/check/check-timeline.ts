/**
 * Checks the timeline: it parses and renders, stands in the order of the years, has each id and title once, and what it
 * points at exists. What is contested names a source of either view.
 */
import { ContentError, type ContentProblem } from '@/lib/course/files/content-error'
import { readGlossary } from '@/lib/course/glossary'
import { suggestName } from '@/lib/course/prose/nearest-name'
import { readTimeline, renderEntry } from '@/lib/course/timeline'
import type { EntryText } from '@/lib/course/timeline-schema'
import { activations } from '@/lib/engine'

const FILE = 'content/timeline.yaml'

/** Ids that an entry may name; empty where the file that has them could not be read. */
interface Known {
  lessons: readonly string[]
  terms: readonly string[]
}

/** The entries are empty where the file cannot be read. */
export function checkTimeline(
  root: string,
  lessonIds: readonly string[],
): { problems: ContentProblem[]; entries: EntryText[] } {
  try {
    const entries = readTimeline(root)
    const known = { lessons: lessonIds, terms: termIds(root) }
    return { problems: entries.flatMap((_, index) => entryProblems(root, entries, index, known)), entries }
  } catch (error) {
    if (!(error instanceof ContentError)) throw error
    return { problems: [...error.problems], entries: [] }
  }
}

function entryProblems(root: string, entries: readonly EntryText[], index: number, known: Known): ContentProblem[] {
  const entry = entries[index]
  if (entry === undefined) return []
  const problem = (rest: string, message: string) => ({ file: FILE, key: `entries[${index}].${rest}`, message })
  const before = entries.slice(0, index)
  const earlier = entries[index - 1]
  const taken = (key: 'id' | 'title') =>
    before.some((other) => other[key] === entry[key])
      ? [problem(key, `"${entry[key]}" is already the ${key} of another entry.`)]
      : []
  const targets = (key: 'terms' | 'lessons', what: string, ids: readonly string[]) =>
    entry[key].flatMap((id, at) => {
      if (entry[key].indexOf(id) < at) return [problem(`${key}[${at}]`, `"${id}" is named twice.`)]
      if (ids.length === 0 || ids.includes(id)) return []
      return [problem(`${key}[${at}]`, `there is no ${what} "${id}".${suggestName(id, ids)}`)]
    })
  const curves: readonly string[] = Object.keys(activations)
  return [
    ...taken('id'),
    ...taken('title'),
    ...(earlier !== undefined && earlier.year > entry.year
      ? [problem('year', `${entry.year} comes after ${earlier.year}. Put the entry where its year belongs.`)]
      : []),
    ...(entry.until !== undefined && entry.until <= entry.year
      ? [problem('until', `must be later than ${entry.year}; leave it out for a single year.`)]
      : []),
    ...(entry.contested !== undefined && entry.sources.length < 2
      ? [problem('sources', 'of what is contested must be two or more: name one of the other view too.')]
      : []),
    ...(entry.activation === undefined || curves.includes(entry.activation)
      ? []
      : [
          problem(
            'activation',
            `there is no activation "${entry.activation}".${suggestName(entry.activation, curves)}`,
          ),
        ]),
    ...targets('terms', 'term', known.terms),
    ...targets('lessons', 'lesson', known.lessons),
    ...rendered(root, entry, index),
  ]
}

/** What is wrong with the glossary, its own check says. */
function termIds(root: string): string[] {
  try {
    return readGlossary(root).map(({ id }) => id)
  } catch (error) {
    if (!(error instanceof ContentError)) throw error
    return []
  }
}

function rendered(root: string, entry: EntryText, index: number): readonly ContentProblem[] {
  try {
    renderEntry(root, entry, index)
    return []
  } catch (error) {
    if (!(error instanceof ContentError)) throw error
    return error.problems
  }
}
