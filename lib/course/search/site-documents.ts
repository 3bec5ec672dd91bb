/**
 * Everything that can be found on the site, gathered from the content tree, the engine's registry and the pages. What is
 * not gathered cannot be found, and that is the point: backs of cards, questions, answers and explanations stay out.
 * The index over it is lib/search's.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Catalog, type Chapter, type Course, getCatalog, type Lesson } from '@/lib/course/catalog'
import { loadYamlFile } from '@/lib/course/files/yaml-file'
import { formulaHref, glossaryHref, readGlossary } from '@/lib/course/glossary'
import type { TermText } from '@/lib/course/glossary-schema'
import { readProse } from '@/lib/course/lesson-page'
import { cardsFileSchema } from '@/lib/course/schema'
import { listSitePages, readPageProse, type SitePage as TextPage } from '@/lib/course/site-pages'
import { readTimeline, timelineHref, yearsOf } from '@/lib/course/timeline'
import type { EntryText } from '@/lib/course/timeline-schema'
import { type Activation, activations } from '@/lib/engine'
import type { SearchDocument } from '@/lib/search/document'
import { plainTex } from './plain-tex'
import { plainMarkdown, sectionsOf } from './plain-text'
import type { SitePage } from './site-pages'

const NOTHING = { place: '', text: '', aliases: [], concepts: [] }

/** `root` is the content folder, `pages` what readSitePages found. */
export function siteDocuments(root: string, pages: readonly SitePage[]): SearchDocument[] {
  const terms = readGlossary(root)
  return [
    ...treeDocuments(root, getCatalog(root), terms),
    ...terms.map(termDocument),
    ...Object.values(activations).map((activation) => formulaDocument(activation, terms)),
    ...readTimeline(root).map((entry) => entryDocument(entry, terms)),
    ...pages.map(pageDocument),
    ...listSitePages(root).flatMap((page) => textDocuments(root, page)),
  ]
}

function treeDocuments(root: string, catalog: Catalog, terms: readonly TermText[]): SearchDocument[] {
  return catalog.courses.flatMap((course) => [
    { ...NOTHING, kind: 'course', href: course.href, title: course.title, text: course.summary, concepts: course.tags },
    ...course.chapters.flatMap((chapter): SearchDocument[] => [
      {
        ...NOTHING,
        kind: 'chapter',
        href: chapter.href,
        title: chapter.title,
        place: course.title,
        text: chapter.summary,
        concepts: chapter.tags,
      },
      ...chapter.lessons.flatMap((lesson) => lessonDocuments(root, course, chapter, lesson, terms)),
    ]),
  ])
}

/** A lesson that also stands in another course is found there by its title, and read where it was written for. */
function lessonDocuments(
  root: string,
  course: Course,
  chapter: Chapter,
  lesson: Lesson,
  terms: readonly TermText[],
): SearchDocument[] {
  const planned = lesson.status === 'planned'
  const taught = terms.filter(({ id }) => lesson.concepts.includes(id))
  const own: SearchDocument = {
    kind: 'lesson',
    href: lesson.href,
    title: lesson.title,
    place: `${chapter.title} · lesson ${lesson.position} of ${lesson.of}`,
    text: [lesson.summary, ...lesson.objectives].join(' '),
    aliases: [],
    concepts: [
      ...lesson.tags,
      ...taught.flatMap(({ term, aliases }) => [term, ...aliases]),
      chapter.title,
      course.title,
    ],
    ...(planned ? { planned } : {}),
  }
  if (planned || lesson.href !== lesson.canonicalHref) return [own]
  return [
    own,
    ...sectionDocuments(lesson.title, lesson.href, readProse(root, lesson)),
    ...versionNames(root, lesson).flatMap((name) =>
      sectionDocuments(
        `${lesson.title} · ${name}`,
        `${lesson.href}/v/${name}`,
        readFileSync(/*turbopackIgnore: true*/ join(root, lesson.folder, 'versions', `${name}.mdx`), 'utf8'),
      ),
    ),
    ...cardDocuments(root, lesson),
  ]
}

function sectionDocuments(place: string, href: string, source: string): SearchDocument[] {
  return sectionsOf(source)
    .filter(({ title, text }) => `${title}${text}` !== '')
    .map(({ title, anchor, text }) => ({
      ...NOTHING,
      kind: 'section',
      href: anchor === null ? href : `${href}#${anchor}`,
      title: title || 'Introduction',
      place,
      text,
    }))
}

/** The other versions of a lesson; their pages stand below the lesson's own. */
function versionNames(root: string, lesson: Lesson): string[] {
  const folder = join(root, lesson.folder, 'versions')
  if (!existsSync(/*turbopackIgnore: true*/ folder)) return []
  return readdirSync(/*turbopackIgnore: true*/ folder)
    .filter((name) => name.endsWith('.mdx'))
    .map((name) => name.slice(0, -'.mdx'.length))
    .sort()
}

/** By their fronts alone, leading to the passage where the answer can be read up. */
function cardDocuments(root: string, lesson: Lesson): SearchDocument[] {
  const { cards } = loadYamlFile(root, join(root, lesson.folder, 'cards.yaml'), cardsFileSchema)
  return cards.map(({ front }) => ({
    ...NOTHING,
    kind: 'card',
    href: `${lesson.href}/flashcards`,
    title: plainMarkdown(front),
    place: lesson.title,
  }))
}

function termDocument(term: TermText): SearchDocument {
  return {
    ...NOTHING,
    kind: 'term',
    href: glossaryHref(term.id),
    title: term.term,
    place: term.aliases.slice(0, 3).join(', '),
    text: plainMarkdown(term.definition),
    aliases: term.aliases,
  }
}

function formulaDocument(activation: Activation, terms: readonly TermText[]): SearchDocument {
  const term = terms.find((candidate) => candidate.activation === activation.name)
  return {
    ...NOTHING,
    kind: 'formula',
    href: formulaHref(activation.name),
    title: activation.title,
    place: 'formula, derivative, range, gain',
    text: `f(x) = ${plainTex(activation.formula)}; f′(x) = ${plainTex(activation.derivativeFormula)}`,
    aliases: term ? [...term.aliases] : [activation.name],
  }
}

/** With its people, by whom it is looked for as often as by its words. */
function entryDocument(entry: EntryText, terms: readonly TermText[]): SearchDocument {
  const people = entry.sources.map(({ authors, title }) => `${authors}: ${title}.`)
  return {
    ...NOTHING,
    kind: 'timeline',
    href: timelineHref(entry.id),
    title: entry.title,
    place: yearsOf(entry),
    aliases: entry.aliases,
    text: [...[entry.what, entry.why, entry.contested ?? ''].map(plainMarkdown), ...people].join(' '),
    concepts: [yearsOf(entry), ...terms.filter(({ id }) => entry.terms.includes(id)).map(({ term }) => term)],
  }
}

/** About, help, legal, the blog: by its title, and section by section. */
function textDocuments(root: string, { address, folder, title, summary, published }: TextPage): SearchDocument[] {
  const place = published === undefined ? '' : 'Blog'
  const sections = sectionDocuments(title, address, readPageProse(root, folder))
  return [
    { ...NOTHING, kind: 'page', href: address, title, place, text: summary },
    ...sections.filter(({ text }) => text !== '').map((section): SearchDocument => ({ ...section, kind: 'page' })),
  ]
}

function pageDocument({ href, title, description }: SitePage): SearchDocument {
  const kind = href.startsWith('/challenges/') ? 'challenge' : 'page'
  return { ...NOTHING, kind, href, title, text: description }
}
