/** Rules of the search on a handful of made-up documents; that it serves the site's own text is lib/course/search's test. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SearchDocument } from './document'
import { excerptOf, markFound } from './excerpt'
import { answer } from './groups'
import { nearestPages, readable } from './nearest-pages'
import { LONGEST_QUERY, parseQuery } from './query'
import { openSearchIndex, SearchIndexError, writeSearchIndex } from './search-index'

const made = (kind: SearchDocument['kind'], href: string, title: string, rest: Partial<SearchDocument> = {}) => ({
  ...{ kind, href, title, place: '', text: '', aliases: [], concepts: [] },
  ...rest,
})
const filler = 'Some words that stand around it and say little of their own, as words do. '.repeat(20)
const documents: SearchDocument[] = [
  made('lesson', '/courses/a/b/smooth', 'Smooth curves', { concepts: ['Swish', 'SiLU'], planned: true }),
  made('lesson', '/courses/a/b/bends', 'Why a network needs a bend', { text: 'One bend is enough.' }),
  made('section', '/courses/a/b/bends#silence', 'Silence is healthy', { text: `${filler}a dead unit ${filler}` }),
  made('section', '/courses/a/b/bends/v/plain#silence', 'Silence is healthy', { text: 'a dead unit, plainly' }),
  made('term', '/glossary#swish', 'Swish', { aliases: ['SiLU', 'x*sigmoid(x)'], text: 'A smooth curve.' }),
  made('term', '/glossary#selu', 'SELU', { text: 'Another curve.' }),
  made('term', '/glossary#sigmoid', 'sigmoid', { text: 'A curve of x that saturates.' }),
  made('card', '/courses/a/b/bends/flashcards', 'When is a unit dead?'),
  made('page', '/help', 'Help', { text: 'مرحبا what to do when something does not work' }),
]
const index = openSearchIndex(writeSearchIndex(documents))
const hrefs = (text: string) =>
  answer(index, text).groups.flatMap(({ hits }) => hits.map(({ document }) => document.href))

describe('what is found', () => {
  test.each([
    ['another name', 'silu', '/glossary#swish'],
    ['a name before all that mention it', 'swish', '/glossary#swish'],
    ['a formula, however it is typed', 'x·σ(x)', '/glossary#swish'],
    ['the beginning of a formula', 'x*sigmoid', '/glossary#swish'],
    ['letters swapped', 'sigmiod', '/glossary#sigmoid'],
    ['a letter too few in a short name, when nothing is so called', 'swsh', '/glossary#swish'],
    ['words begun', 'netw be', '/courses/a/b/bends'],
    ['a whole question', 'why does a network need a bend?', '/courses/a/b/bends'],
    ['most words, where nothing has them all', 'dead unit telescope', '/courses/a/b/bends/flashcards'],
    ['another script', 'مرحبا', '/help'],
  ])('%s: %s', (_, text, href) => {
    expect(hrefs(text)[0]).toBe(href)
  })

  test('a short name that exists is not taken for its neighbour', () => {
    expect(hrefs('silu')).not.toContain('/glossary#selu')
  })

  test('one section that two versions tell is one answer', () => {
    expect(hrefs('dead unit').filter((href) => href.endsWith('#silence'))).toHaveLength(1)
  })

  test.each(['', '   ', '!!!', '\u0000\u202e', '𓀀'])('nothing is asked by %j: nothing is answered', (text) => {
    expect(answer(index, text).count).toBe(0)
  })
})

describe('any text at all', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.string({ unit: 'grapheme', maxLength: 400 }),
    fc
      .array(fc.constantFrom('relu', 'x', '*', '(', '\u202e', '\ud800', 'dead', ' ', '\u0000', 'مرحبا', '\\', '"'), {
        maxLength: 60,
      })
      .map((parts) => parts.join('')),
  )

  test('is answered, within bounds, with text that may be shown', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const { query, groups, count } = answer(index, text)
        expect([...query.shown].length).toBeLessThanOrEqual(LONGEST_QUERY)
        expect(query.shown).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u)
        expect(query.words.length).toBeLessThanOrEqual(12)
        expect(count).toBeLessThanOrEqual(documents.length)
        expect(count).toBe(groups.reduce((sum, { hits }) => sum + hits.length, 0))
        for (const { hits } of groups) expect(hits.every(({ score }) => Number.isFinite(score))).toBe(true)
      }),
    )
  })

  test('is quoted whole: the marked and unmarked pieces are the text', () => {
    fc.assert(
      fc.property(anything, anything, (text, query) => {
        const words = new Set(parseQuery(query).words)
        expect(
          markFound(text, words)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text)
        expect(excerptOf(text, words).length).toBeLessThanOrEqual(220)
      }),
    )
  })

  test('as an address that leads nowhere is answered with at most five pages', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(nearestPages(index, `/${text}`).length).toBeLessThanOrEqual(5)
      }),
    )
  })

  test('of ten thousand letters is cut, not refused', () => {
    const { query } = answer(index, 'dead unit '.repeat(1000))
    expect(query.shown).toHaveLength(LONGEST_QUERY)
    expect(hrefs('dead unit '.repeat(1000))).toContain('/courses/a/b/bends/flashcards')
  })
})

describe('an excerpt', () => {
  test('shows where the words stand together, cut at words', () => {
    const words = new Set(['dead', 'unit'])
    const excerpt = excerptOf(`${filler}a unit ${filler}a dead unit ${filler}`, words)
    expect(excerpt).toMatch(/^… .*a dead unit .* …$/)
    expect(
      markFound(excerpt, words)
        .filter(({ found }) => found)
        .map(({ text }) => text),
    ).toEqual(['dead', 'unit'])
  })

  test('is the text where that is short', () => {
    expect(excerptOf('A dead unit.', new Set(['dead']))).toBe('A dead unit.')
  })
})

describe('an address that leads nowhere', () => {
  test.each([
    ['/courses/a/b/bendz', '/courses/a/b/bends'],
    ['/course/a/b/bends', '/courses/a/b/bends'],
    ['/swish', '/glossary#swish'],
    ['/learn/silu', '/glossary#swish'],
    ['/helpp/', '/help'],
  ])('%s may have meant %s', (path, meant) => {
    expect(nearestPages(index, path)[0]?.href).toBe(meant)
  })

  test('is shown as people read it, and as it is where it is broken', () => {
    expect(readable('/caf%C3%A9')).toBe('/café')
    expect(readable('/%E0%A4%A')).toBe('/%E0%A4%A')
    expect(readable(`/${'x'.repeat(5000)}`)).toHaveLength(300)
  })
})

test('an index of another format is refused with what to do', () => {
  expect(() => openSearchIndex('{"format":0}')).toThrow(SearchIndexError)
  expect(() => openSearchIndex('{"format":0}')).toThrow('Reload the page.')
})
