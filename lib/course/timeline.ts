/** The timeline of the topic, ready to show: `content/timeline.yaml`, rendered, with what it leads to. Server only. */
import { join } from 'node:path'
import { ContentError } from '@/lib/course/files/content-error'
import { contentRoot } from '@/lib/course/files/content-root'
import { memoByTree } from '@/lib/course/files/memo'
import { displayPath, loadYamlFile } from '@/lib/course/files/yaml-file'
import { renderInlineMarkdown } from '@/lib/course/prose/markdown'
import { findLessonById } from './catalog'
import { glossaryHref, readGlossary } from './glossary'
import { type EntryText, timelineFileSchema } from './timeline-schema'
import type { TimelineProps } from './vocabulary'

export interface TimelineEntry
  extends Pick<EntryText, 'id' | 'year' | 'until' | 'strand' | 'title' | 'sources' | 'activation'> {
  href: string
  /** `2010`, `1974–1982` */
  years: string
  whatHtml: string
  whyHtml: string
  contestedHtml: string | null
  terms: { href: string; term: string }[]
  lessons: { href: string; title: string; planned: boolean }[]
}

/** More than these are no excerpt. */
const MOST_IN_EXCERPT = 12

export function timelineHref(id: string): string {
  return `/timeline#${id}`
}

/** Oldest first. Throws ContentError for what cannot be read or rendered. */
export function loadTimeline(): TimelineEntry[] {
  const root = contentRoot()
  return memoByTree('timeline', root, () => {
    const terms = readGlossary(root)
    return readTimeline(root).map((entry, index): TimelineEntry => {
      const { id, year, until, strand, title, sources, activation } = entry
      return {
        ...{ id, year, until, strand, title, sources, activation },
        href: timelineHref(id),
        years: yearsOf(entry),
        ...renderEntry(root, entry, index),
        terms: terms
          .filter((term) => entry.terms.includes(term.id))
          .map((term) => ({ href: glossaryHref(term.id), term: term.term })),
        lessons: entry.lessons.flatMap((lessonId) => {
          const lesson = findLessonById(lessonId)
          return lesson ? [{ href: lesson.href, title: lesson.title, planned: lesson.status === 'planned' }] : []
        }),
      }
    })
  })
}

/** What is told of each glossary term, by the term's id: where, and when. */
export function loadHistoryOfTerms(): ReadonlyMap<string, { href: string; years: string; title: string }[]> {
  const history = new Map<string, { href: string; years: string; title: string }[]>()
  for (const entry of readTimeline(contentRoot())) {
    const told = { href: timelineHref(entry.id), years: yearsOf(entry), title: entry.title }
    for (const term of entry.terms) history.set(term, [...(history.get(term) ?? []), told])
  }
  return history
}

/** The entries that lead to a lesson, by the lesson's address where it was written for. */
export function loadHistoryOfLesson(canonicalHref: string): TimelineEntry[] {
  return loadTimeline().filter(({ lessons }) => lessons.some(({ href }) => href === canonicalHref))
}

/** The entries as and where written in `root` (the content folder), read now. */
export function readTimeline(root: string): EntryText[] {
  return loadYamlFile(root, timelinePath(root), timelineFileSchema).entries
}

/** Those that `<Timeline>` asks for. Throws a plain sentence where that is none, or too much for a lesson. */
export function excerptOf<T extends Pick<EntryText, 'year' | 'until' | 'strand'>>(
  entries: readonly T[],
  { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY, strand }: TimelineProps,
): T[] {
  const found = entries.filter(
    (entry) =>
      entry.year <= to && (entry.until ?? entry.year) >= from && (strand === undefined || entry.strand === strand),
  )
  if (found.length === 0)
    throw new Error('<Timeline>: no entry of content/timeline.yaml lies there. Widen it, or take the tag out.')
  if (found.length > MOST_IN_EXCERPT) {
    const advice = `Narrow it by "from", "to" or "strand", or link to /timeline.`
    throw new Error(`<Timeline>: ${found.length} entries are more than the ${MOST_IN_EXCERPT} of an excerpt. ${advice}`)
  }
  return found
}

/** `index` is the entry's place in the file. Throws ContentError where Markdown or maths cannot be set. */
export function renderEntry(root: string, entry: EntryText, index: number) {
  const render = (key: 'what' | 'why' | 'contested') => {
    try {
      return renderInlineMarkdown(entry[key] ?? '')
    } catch (error) {
      const message = `cannot be rendered: ${error instanceof Error ? error.message : String(error)}`
      throw new ContentError([
        { file: displayPath(root, timelinePath(root)), key: `entries[${index}].${key}`, message },
      ])
    }
  }
  return {
    whatHtml: render('what'),
    whyHtml: render('why'),
    contestedHtml: entry.contested === undefined ? null : render('contested'),
  }
}

/** `1974–1982` */
export function yearsOf({ year, until }: Pick<EntryText, 'year' | 'until'>): string {
  return until === undefined ? String(year) : `${year}–${until}`
}

function timelinePath(root: string): string {
  return join(/*turbopackIgnore: true*/ root, 'timeline.yaml')
}
