import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ExploreItem } from './explore-data'
import {
  type Choice,
  choose,
  countValue,
  FACETS,
  type Facet,
  isChosen,
  listValues,
  NO_CHOICE,
  readChoice,
  toggleValue,
  writeChoice,
} from './facets'

const item = (id: string, over: Partial<ExploreItem> = {}): ExploreItem => ({
  ...{ id, kind: 'lesson', title: id, summary: '', href: `/${id}`, place: '', level: 'beginner' },
  ...{ topics: [], styles: [], minutes: 10, status: 'published' },
  ...over,
})
const topic = (slug: string) => ({ slug, label: slug })
const items = [
  item('course', { kind: 'course', minutes: 300, topics: [topic('relu'), topic('training')] }),
  item('relu', { topics: [topic('relu')], styles: [topic('playful'), topic('plain')], minutes: 15 }),
  item('numpy', { status: 'planned', topics: [topic('numpy')], level: 'intermediate', minutes: 13 }),
  item('swap', { kind: 'challenge', level: 'intermediate', minutes: 30, topics: [topic('training')] }),
]
const values = listValues(items)
const ids = (choice: Choice) => choose(items, choice).map(({ id }) => id)

test.each<[Partial<Choice>, string[]]>([
  [{}, ['course', 'relu', 'numpy', 'swap']],
  [{ kind: ['lesson'] }, ['relu', 'numpy']],
  [{ kind: ['lesson', 'challenge'] }, ['relu', 'numpy', 'swap']],
  [{ level: ['intermediate'], planned: 'hide' }, ['swap']],
  [{ topic: ['relu', 'numpy'] }, ['course', 'relu', 'numpy']],
  [{ topic: ['relu'], kind: ['lesson'] }, ['relu']],
  [{ style: ['plain'] }, ['relu']],
  [{ time: ['to-15'] }, ['relu', 'numpy']],
  [{ time: ['hours'], level: ['advanced'] }, []],
])('%o leaves %o', (choice, left) => {
  expect(ids({ ...NO_CHOICE, ...choice })).toEqual(left)
})

const anyChoice = fc.record({
  ...(Object.fromEntries(
    FACETS.map((facet) => [facet, fc.subarray(values[facet].map(({ value }) => value))]),
  ) as Record<Facet, fc.Arbitrary<string[]>>),
  planned: fc.constantFrom('show', 'hide') satisfies fc.Arbitrary<'show' | 'hide'>,
})

test('a count is what choosing that value alone in its facet gives', () => {
  fc.assert(
    fc.property(anyChoice, fc.constantFrom(...FACETS), (choice, facet) => {
      for (const { value } of values[facet]) {
        const alone = toggleValue({ ...choice, [facet]: [] }, facet, value)
        expect(countValue(items, choice, facet, value)).toBe(choose(items, alone).length)
      }
    }),
  )
})

test('a choice comes back from its address as it was made', () => {
  fc.assert(
    fc.property(anyChoice, (choice) => {
      expect(readChoice(new URLSearchParams(writeChoice(choice)), values)).toEqual(choice)
    }),
  )
})

test('toggling twice changes nothing that can be seen', () => {
  fc.assert(
    fc.property(anyChoice, fc.constantFrom(...FACETS), (choice, facet) => {
      for (const { value } of values[facet]) {
        const twice = toggleValue(toggleValue(choice, facet, value), facet, value)
        expect(ids(twice)).toEqual(ids(choice))
      }
    }),
  )
})

test.each([
  'topic=<script>',
  `level=${'x'.repeat(10_000)}`,
  'planned=maybe',
  'kind=%00',
  'nothing=at-all',
  'topic=%E2%80%AE',
])('an address that asks for what there is not chooses nothing: %s', (query) => {
  const choice = readChoice(new URLSearchParams(query), values)
  expect(choice).toEqual(NO_CHOICE)
  expect(isChosen(choice)).toBe(false)
})

test('topics come by how many have them', () => {
  expect(values.topic.map(({ value }) => value)).toEqual(['relu', 'training', 'numpy'])
})
