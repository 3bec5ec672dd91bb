/** How quickly the search answers a keystroke on the site's own text, and on one that has grown to three times as much. */
import { expect, test } from 'vitest'
import type { SearchDocument } from '@/lib/search/document'
import { answer } from '@/lib/search/groups'
import { openSearchIndex, writeSearchIndex } from '@/lib/search/search-index'
import { openSiteIndex } from './site-index'

const ALLOWED_MS = 30
const index = openSiteIndex()

/** As many times the documents, each copy with a third of its words changed, so that the vocabulary grows as it would. */
function grown(documents: readonly SearchDocument[], times: number): SearchDocument[] {
  return Array.from({ length: times }, (_, copy) =>
    documents.map((document, at) => ({
      ...document,
      href: `/${copy}${document.href}`,
      title: changed(document.title, copy, at),
      text: changed(document.text, copy, at),
    })),
  ).flat()
}

function changed(text: string, copy: number, at: number): string {
  let word = at
  return copy === 0
    ? text
    : text.replace(/\p{L}{4,}/gu, (found) =>
        word++ % 3 === 0 ? `${found.slice(0, -1)}${'aeiouylnrst'[copy]}${found.at(-1)}` : found,
      )
}

test.each([1, 3])('each keystroke is answered within 30 ms on %i times the site’s text', (times) => {
  const searched = openSearchIndex(writeSearchIndex(grown(index.documents, times)))
  expect(searched.documents.length).toBe(times * index.documents.length)
  const typed = [
    'why does a unit die',
    'leaky relu',
    'vanishing gradeint',
    'x*sigmoid(x)',
    'softmax and the output layer',
    'initialisation',
  ]
  const keystrokes = typed.flatMap((text) => [...text].map((_, letters) => text.slice(0, letters + 1)))
  for (const text of keystrokes) answer(searched, text)
  const took = keystrokes.map((text) => {
    const from = performance.now()
    answer(searched, text)
    return performance.now() - from
  })
  took.sort((a, b) => a - b)
  const at = (share: number) => Number((took[Math.floor(took.length * share)] ?? Number.NaN).toFixed(1))
  expect(at(times === 1 ? 0.9 : 0.5)).toBeLessThan(ALLOWED_MS)
})
