import { expect, test } from 'vitest'
import { parseProse } from './lesson-prose'
import { readabilityOf } from './readability'

const sectionsOf = (text: string) => readabilityOf(parseProse(text))

test('LIX is words a sentence plus long words in a hundred: by hand, for a text of two sentences', () => {
  // 4 + 6 words; "network" and "derivative" have seven letters or more: 10 / 2 + 100 · 2 / 10.
  expect(sectionsOf('The network is deep. Its last derivative is a sum.')[0]).toEqual({
    anchor: null,
    line: 1,
    words: 10,
    sentences: 2,
    lix: 25,
    longest: { words: 6, line: 1, start: 'Its last derivative is a sum.' },
  })
})

test.each([
  ['a word of six letters is short, of seven long', 'Letter. Letters.', 1 + 50],
  ['digits and signs are no letters', '1234567. x-y-z-w.', 1],
  ['a formula is one short word', 'It is $\\frac{\\partial L}{\\partial w}$ here.', 4],
  ['code is one short word, and may begin a sentence', 'It is. `retain_graph` is.', 2],
  ['a value is one short word', 'It is <Value of="gelu.min" /> at most.', 5],
  ['what stands in a claim counts', 'It <Claim id="x">was **so** then</Claim>.', 4],
  ['list items are sentences of their own', '- one two\n- three four', 2],
  [
    'tables, code and headings count nothing',
    'It is.\n\n### Considerable\n\nIt is.\n\n| Considerable |\n| - |\n| a b c d e f |\n\n```\nConsiderable\n```',
    2,
  ],
])('%s', (_title, text, lix) => {
  const sections = sectionsOf(text)
  expect(sections.map((section) => section.lix)).toEqual(sections.map(() => lix))
})

test('each heading begins a section, with its anchor and line; one without running text is left out', () => {
  const found = sectionsOf('One.\n\n## Two {/* #zwei */}\n\nTwo.\n\n## Three\n\n$$\nx\n$$\n\n### Four\n\nFour.\n')
  expect(found.map(({ anchor, line, words }) => [anchor, line, words])).toEqual([
    [null, 1, 1],
    ['zwei', 3, 1],
    ['four', 13, 1],
  ])
})
