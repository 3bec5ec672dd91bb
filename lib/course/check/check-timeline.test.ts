/** Faults planted in the timeline, each reported in a sentence that names the entry; and the site's own, which has none. */
import { describe, expect, test } from 'vitest'
import { describeProblem } from '@/lib/course/files/content-error'
import { contentRoot } from '@/lib/course/files/content-root'
import { excerptOf, loadHistoryOfTerms, loadTimeline, readTimeline } from '@/lib/course/timeline'
import { STRANDS } from '@/lib/course/vocabulary'
import { checkContent } from './check-content'
import { LESSON, plantTree } from './testing/planted-tree'

const problemsOf = (root: string) => checkContent(root).problems.map(describeProblem)
const swap = (from: string | RegExp, to: string) => (text: string) => text.replace(from, to)
const FILE = 'content/timeline.yaml'

const planted: [string, (text: string) => string, string][] = [
  ['no source', swap(/sources: \[\{.*\n/, 'sources: []\n'), 'entries[1].sources: must name at least one source'],
  ['no word of sources', swap(/ {4}sources: \[\{.*\n/, ''), 'entries[1].sources: is missing'],
  [
    'a source over plain http',
    swap('https://example.org/proof', 'http://example.org/proof'),
    'entries[1].sources[0].url: must be an https address that the reader can follow (line ',
  ],
  [
    'a source without an address',
    swap(", url: 'https://example.org/proof'", ''),
    'entries[1].sources[0].url: is missing',
  ],
  ['no year', swap('    year: 1993\n', ''), 'entries[1].year: is missing'],
  ['a year before there were computers', swap('year: 1969\n', 'year: 196\n'), 'entries[0].year: must be a year from'],
  [
    'years out of order',
    swap('year: 1993\n    strand', 'year: 1943\n    strand'),
    'entries[1].year: 1943 comes after 1969. Put the entry where its year belongs.',
  ],
  ['an end before the beginning', swap('until: 1971', 'until: 1969'), 'entries[0].until: must be later than 1969'],
  [
    'a strand that does not exist',
    swap('strand: theory', 'strand: theories'),
    'entries[1].strand: must be one of "functions", "training", "architectures", "theory". Did you mean "theory"?',
  ],
  [
    'a misspelt key',
    swap('contested:', 'contentious:'),
    'entries[0].contentious: is no key of this file. Did you mean "contested"?',
  ],
  ['an id that is no anchor', swap('id: proof-1993', 'id: Proof_1993'), 'entries[1].id: must be lower-case words'],
  [
    'an id of another',
    swap('id: proof-1993', 'id: rectifier-1969'),
    'entries[1].id: "rectifier-1969" is already the id',
  ],
  [
    'a title of another',
    swap('title: A proof\n', 'title: A rectifier\n'),
    'entries[1].title: "A rectifier" is already',
  ],
  ['no reason why', swap('why: Now it is known to hold.', "why: ''"), 'entries[1].why: must be a whole sentence'],
  [
    'a dispute with one side',
    swap(/.*A\. Historian.*\n/, ''),
    'entries[0].sources: of what is contested must be two or more',
  ],
  [
    'a term that does not exist',
    swap('terms: [rectifier]\n    lessons', 'terms: [rectifer]\n    lessons'),
    'entries[0].terms[0]: there is no term "rectifer". Did you mean "rectifier"?',
  ],
  [
    'a term twice',
    swap('terms: [rectifier, kink]', 'terms: [kink, kink]'),
    'entries[1].terms[1]: "kink" is named twice.',
  ],
  [
    'a lesson that does not exist',
    swap('lessons: [later]', 'lessons: [latre]'),
    'entries[0].lessons[0]: there is no lesson "latre". Did you mean "later"?',
  ],
  [
    'a curve that the engine does not have',
    swap('activation: relu', 'activation: rellu'),
    'entries[0].activation: there is no activation "rellu". Did you mean "relu"?',
  ],
  ['maths that cannot be set', swap('$x$', '$\\frac{1}$'), 'entries[0].what: cannot be rendered: maths: KaTeX'],
]

test.each(planted)('planted: %s', (_, change, line) => {
  const found = problemsOf(plantTree({ 'timeline.yaml': change }))
  const wanted = `${FILE}: ${line}`
  expect(found.map((problem) => problem.slice(0, wanted.length))).toContain(wanted)
  expect(found.length, found.join('\n')).toBe(1)
})

test('planted: no timeline at all is one fault, in whatever lessons it is quoted', () => {
  expect(problemsOf(plantTree({ 'timeline.yaml': null }))).toEqual([
    `${FILE}: is missing or cannot be read. Create it as content/README.md shows.`,
  ])
})

describe('an excerpt in a lesson', () => {
  const lessonWith = (tag: string) =>
    problemsOf(plantTree({ [`${LESSON}/lesson.mdx`]: swap(/<Timeline.*\/>/, tag) })).join('\n')

  test.each([
    ['years in which nothing happened', '<Timeline from={1943} to={1950} />', 'no entry of content/timeline.yaml lies'],
    ['a strand without entries', '<Timeline strand="training" />', 'no entry of content/timeline.yaml lies there'],
    ['a misspelt strand', '<Timeline strand="thoery" />', 'must be one of functions, training, architectures, theory'],
    ['a year in quotes', '<Timeline from="1943" />', '<Timeline from> is "1943": '],
    ['a prop that it has not', '<Timeline until={1990} />', '<Timeline> has no prop "until".'],
    ['text inside', '<Timeline>1969</Timeline>', '<Timeline> takes no content'],
  ])('planted: %s', (_, tag, sentence) => {
    expect(lessonWith(tag)).toMatch(/^content\/demo\/01-bends\/01-relu\/lesson\.mdx: 22:1: /)
    expect(lessonWith(tag)).toContain(sentence)
  })

  test('more than a lesson can take is refused with advice', () => {
    expect(() => excerptOf(loadTimeline(), {})).toThrow('are more than the 12 of an excerpt. Narrow it by "from"')
  })

  test('has what began before its first year and went on into it', () => {
    const entries = readTimeline(plantTree())
    expect(excerptOf(entries, { from: 1971, to: 1980 }).map(({ id }) => id)).toEqual(['rectifier-1969'])
    expect(excerptOf(entries, { from: 1972 }).map(({ id }) => id)).toEqual(['proof-1993'])
    expect(excerptOf(entries, { strand: 'theory' }).map(({ id }) => id)).toEqual(['proof-1993'])
  })
})

describe('the site’s own timeline', () => {
  const entries = loadTimeline()

  test('begins with McCulloch and Pitts, comes to this decade, and tells all strands', () => {
    expect(entries[0]?.year).toBe(1943)
    expect(entries.at(-1)?.year).toBeGreaterThanOrEqual(2020)
    expect(entries.length).toBeGreaterThanOrEqual(40)
    for (const strand of STRANDS) expect(entries.filter((entry) => entry.strand === strand).length).toBeGreaterThan(4)
  })

  test.each(entries.map((entry) => [entry.id, entry] as const))('%s: its first source is of its years', (_, entry) => {
    const [source] = entry.sources
    // A paper may be printed after it became known; two long-known works are cited in the print that can be read.
    const late = ['reverse-mode-1970', 'werbos-1974'].includes(entry.id) ? 8 : 1
    expect(source?.year).toBeGreaterThanOrEqual(entry.year)
    expect(source?.year).toBeLessThanOrEqual(entry.year + late)
  })

  test('leads from entries to terms, and from terms back to entries', () => {
    const history = loadHistoryOfTerms()
    for (const { href, terms, years } of entries) {
      for (const term of terms) {
        const back = history.get(term.href.replace('/glossary#', ''))
        expect(back?.map((told) => [told.href, told.years])).toContainEqual([href, years])
      }
    }
    expect(history.get('relu')?.map(({ years }) => years)).toContain('2010')
  })

  test('says nothing of what the facts call wrong', () => {
    const swish = entries.find(({ id }) => id === 'swish-2017')
    expect(swish?.contestedHtml).toContain('not new')
    for (const id of ['perceptrons-1969', 'rectifier-1969', 'reverse-mode-1970', 'batch-normalisation-2015'])
      expect(entries.find((entry) => entry.id === id)?.contestedHtml).not.toBeNull()
  })

  test('has an anchor of its own for every entry', () => {
    const ids = readTimeline(contentRoot()).map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    // The page's own anchors, a decade each.
    expect(ids.filter((id) => /^decade-/.test(id))).toEqual([])
  })
})
