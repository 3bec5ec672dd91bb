/** The search on the site's own text: what must be found and what must not be in it. How fast: keystrokes.verify.ts. */
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { getCatalog, lessonsOf } from '@/lib/course/catalog'
import { LESSON, plantTree } from '@/lib/course/check/testing/planted-tree'
import { contentRoot } from '@/lib/course/files/content-root'
import { readGlossary } from '@/lib/course/glossary'
import { listSitePages } from '@/lib/course/site-pages'
import { readTimeline } from '@/lib/course/timeline'
import { activations } from '@/lib/engine'
import { find } from '@/lib/search/find'
import { foldedWords } from '@/lib/search/fold'
import { answer } from '@/lib/search/groups'
import { parseQuery } from '@/lib/search/query'
import { writeSearchIndex } from '@/lib/search/search-index'
import { siteDocuments } from './site-documents'
import { openSiteIndex } from './site-index'
import { pagePaths, readSitePages } from './site-pages'

const APP = join(process.cwd(), 'app')
const index = openSiteIndex()
const first = (text: string) => answer(index, text).groups[0]?.hits[0]?.document
const shown = (text: string) => answer(index, text).groups.flatMap(({ hits }) => hits.map(({ document }) => document))

test.each(lessonsOf(getCatalog()).filter(({ href, canonicalHref }) => href === canonicalHref))(
  'the title “$title” finds its lesson first',
  ({ title, href }) => {
    expect(first(title)?.href).toBe(href)
  },
)

const named = readGlossary(contentRoot()).filter(({ activation }) => activation !== undefined)

test('every activation is a term of the glossary, softmax and its like apart', () => {
  expect(named.map(({ activation }) => activation).sort()).toEqual(Object.keys(activations).sort())
})

test.each(named.flatMap(({ id, term, aliases }) => [term, ...aliases].map((name) => ({ id, name }))))(
  '“$name” finds $id first',
  ({ id, name }) => {
    expect(first(name)?.href).toBe(`/glossary#${id}`)
  },
)

describe('the timeline', () => {
  test.each(readTimeline(contentRoot()))('the title “$title” finds its entry', ({ id, title }) => {
    expect(shown(title).map(({ href }) => href)).toContain(`/timeline#${id}`)
  })

  test.each([
    ['fukushima 1969', 'rectifier-1969'],
    ['krizhevsky', 'alexnet-2012'],
    ['alexnet', 'alexnet-2012'],
    ['hebbian learning', 'hebb-1949'],
    ['olazaran', 'perceptrons-1969'],
    ['mccullloch pitts', 'threshold-unit-1943'],
  ])('“%s” finds %s first', (text, id) => {
    expect(first(text)?.href).toBe(`/timeline#${id}`)
  })
})

/** A wrong, missing or additional letter, or two swapped. */
const slip = fc.record({
  kind: fc.constantFrom('wrong', 'missing', 'additional', 'swapped'),
  at: fc.nat(),
  letter: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'),
})

function mistyped(word: string, { kind, at, letter }: { kind: string; at: number; letter: string }): string {
  const letters = [...word]
  const place = at % (kind === 'swapped' ? letters.length - 1 : letters.length)
  if (kind === 'wrong') letters[place] = letter
  if (kind === 'missing') letters.splice(place, 1)
  if (kind === 'additional') letters.splice(place, 0, letter)
  if (kind === 'swapped') letters.splice(place, 2, letters[place + 1] ?? '', letters[place] ?? '')
  return letters.join('')
}

describe('one slip in a word of five letters or more', () => {
  const titled = index.documents.filter(({ kind }) =>
    ['lesson', 'chapter', 'course', 'term', 'challenge'].includes(kind),
  )
  const words = titled.flatMap((document) =>
    [...document.title.matchAll(/\p{L}{5,}/gu)].map(([word]) => ({ document, word })),
  )

  /** Four letters that begin a word of the site, perhaps with two swapped, are taken for that word. */
  const vocabulary = [
    ...new Set(index.documents.flatMap(({ title, text, aliases }) => foldedWords([title, text, ...aliases].join(' ')))),
  ]
  const isAnotherWord = (text: string) =>
    vocabulary.includes(text.toLowerCase()) ||
    (text.length < 5 &&
      [text, ...[0, 1, 2].map((at) => mistyped(text, { kind: 'swapped', at, letter: '' }))].some((begun) =>
        vocabulary.some((word) => word.startsWith(begun.toLowerCase())),
      ))

  test('in a whole title: what it titles is among the first five answers', () => {
    fc.assert(
      fc.property(fc.constantFrom(...words), slip, ({ document, word }, wrong) => {
        fc.pre(!isAnotherWord(mistyped(word, wrong)))
        const text = document.title.replace(word, mistyped(word, wrong))
        expect(
          shown(text)
            .slice(0, 5)
            .map(({ href }) => href),
        ).toContain(document.href)
      }),
      { numRuns: 600 },
    )
  })

  test('in that word alone: it is still found', () => {
    fc.assert(
      fc.property(fc.constantFrom(...words), slip, ({ document, word }, wrong) => {
        const text = mistyped(word, wrong)
        fc.pre(!isAnotherWord(text))
        expect(find(index, parseQuery(text)).map((hit) => hit.document.href)).toContain(document.href)
      }),
      { numRuns: 600 },
    )
  })
})

test.each([
  ['ates', '/courses/python-for-data-science-ai-and-development/data-analysis-with-pandas/dates-and-time-series'],
  ['sigmoi', '/glossary#sigmoid'],
])('“%s” finds what it lacks a letter of first, and not what begins alike', (text, href) => {
  expect(first(text)?.href).toBe(href)
})

describe('what would give an answer away', () => {
  const CANARY = 'Quetzalcoatlus'
  const quiz = (text: string) => text.replaceAll(/(text|feedback|explanation|prompt): [^,\n}]+/g, `$1: ${CANARY}`)

  test('questions, options, feedback, explanations and backs of cards stay out of the index', () => {
    const root = plantTree({
      [`${LESSON}/quiz.yaml`]: quiz,
      [`${LESSON}/cards.yaml`]: (text) => text.replaceAll(/back: [^,\n]+/g, `back: ${CANARY}`),
    })
    const json = writeSearchIndex(siteDocuments(root, []))
    expect(json).toContain('What does it cost?')
    expect(json.toLowerCase()).not.toContain(CANARY.toLowerCase())
  })

  test('the test itself notices what gets in: the same word on a front is there', () => {
    const root = plantTree({ [`${LESSON}/cards.yaml`]: (text) => text.replace('What does it cost?', `${CANARY}?`) })
    expect(writeSearchIndex(siteDocuments(root, []))).toContain(CANARY)
  })
})

describe('what is gathered from a tree', () => {
  const documents = siteDocuments(
    plantTree({
      [`${LESSON}/versions/plain.mdx`]: () => 'Briefly.\n\n## What it does\n\nIt lets through what is positive.\n',
    }),
    [],
  )
  const at = (href: string) => documents.find((document) => document.href === href)

  test('sections with their anchors and numbers, in every version', () => {
    const lesson = '/courses/demo/bends/relu'
    expect(at(`${lesson}#what-it-does`)?.text).toContain('Its second moment is 0.5, x^2 apart.')
    expect(at(`${lesson}#what-it-does`)?.text).toContain('Worth keeping.')
    expect(at(`${lesson}/v/plain#what-it-does`)).toMatchObject({
      title: 'What it does',
      place: 'A lesson on ReLU · plain',
    })
  })

  test('a planned lesson by title and summary, marked', () => {
    expect(at('/courses/demo/bends/later')).toMatchObject({ planned: true, title: 'Something later' })
  })
})

describe('pages of text', () => {
  test.each(listSitePages())('“$title” is found by its title', ({ title, address }) => {
    expect(shown(title).map(({ href }) => href)).toContain(address)
  })

  test.each([
    ['smallest step that float32 knows', '/blog/why-runs-are-bit-exact'],
    ['bit exact blog', '/blog/why-runs-are-bit-exact'],
    ['reading-place local storage', '/legal/cookies#local-storage'],
    ['vacancies', '/about/careers'],
  ])('“%s” finds %s by what it says', (text, href) => {
    expect(shown(text).map((document) => document.href.startsWith(href))).toContain(true)
  })
})

test('every page of the site that does not hide from search engines is found by its title', () => {
  const pages = readSitePages(APP)
  expect(pages.length).toBeGreaterThan(5)
  expect(pagePaths(APP).length).toBeGreaterThan(pages.length)
  for (const { href, title } of pages) expect(shown(title).map((document) => document.href)).toContain(href)
})
