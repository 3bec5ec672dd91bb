import { expect, test } from 'vitest'
import { buildCatalog, getCatalog, lessonsOf, originalsOf } from './catalog'
import { LESSON, plantTree } from './check/testing/planted-tree'
import { ContentError } from './files/content-error'

const second = {
  'other/course.yaml': () => 'id: other\ntitle: Another course\nsummary: It borrows a lesson from the first.\n',
  'other/09-nets/chapter.yaml': () => 'id: nets\ntitle: Networks\nsummary: It borrows a lesson from the first.\n',
  'other/09-nets/02-bends/lesson.yaml': () => 'sameAs: relu\nbridge: bridge.mdx\n',
  'other/09-nets/02-bends/bridge.mdx': () => 'From pipelines to bends.\n',
}

test('a lesson that stands in two courses has one id, two addresses and one canonical address', () => {
  const { catalog, problems } = buildCatalog(plantTree(second))
  expect(problems).toEqual([])
  const [original, , borrowed] = lessonsOf(catalog)
  expect(original).toMatchObject({ id: 'relu', href: '/courses/demo/bends/relu', bridge: null, position: 1, of: 2 })
  expect(borrowed).toMatchObject({
    id: 'relu',
    href: '/courses/other/nets/bends',
    canonicalHref: '/courses/demo/bends/relu',
    folder: LESSON,
    bridge: 'other/09-nets/02-bends/bridge.mdx',
    position: 1,
    of: 1,
  })
})

test('a planned lesson is listed as planned, with nothing to complete', () => {
  const [, planned] = lessonsOf(getCatalog(plantTree()))
  expect(planned).toMatchObject({ id: 'later', status: 'planned', sources: [], objectives: [], position: 2 })
})

test('a planned lesson is planned in both its places, with its objectives and its reading', () => {
  const planned = {
    'demo/01-bends/02-later/lesson.yaml': (text: string) =>
      `${text}objectives: [Say when.]\nmeanwhile: [{ title: A book, url: 'https://example.org/' }]\n`,
    'other/course.yaml': second['other/course.yaml'],
    'other/09-nets/chapter.yaml': second['other/09-nets/chapter.yaml'],
    'other/09-nets/01-then/lesson.yaml': () => 'sameAs: later\n',
  }
  const { catalog, problems } = buildCatalog(plantTree(planned))
  expect(problems).toEqual([])
  const places = lessonsOf(catalog).filter(({ id }) => id === 'later')
  expect(places.map(({ href, canonicalHref }) => [href, canonicalHref])).toEqual([
    ['/courses/demo/bends/later', '/courses/demo/bends/later'],
    ['/courses/other/nets/then', '/courses/demo/bends/later'],
  ])
  for (const place of places) {
    expect(place).toMatchObject({
      status: 'planned',
      objectives: ['Say when.'],
      meanwhile: [{ title: 'A book', url: 'https://example.org/' }],
    })
  }
  expect(originalsOf(catalog).filter(({ id }) => id === 'later')).toHaveLength(1)
})

test('folder numbers only order: renumbering changes neither id nor address', () => {
  const before = lessonsOf(getCatalog(plantTree())).map(({ id, href }) => ({ id, href }))
  const moved = plantTree({ 'demo/01-bends/02-later/lesson.yaml': null })
  expect(lessonsOf(getCatalog(moved)).map(({ id, href }) => ({ id, href }))).toEqual(before.slice(0, 1))
})

test('a catalog that cannot be read throws, naming every file and key', () => {
  const root = plantTree({ 'demo/course.yaml': (text) => text.replace('title:', 'titel:') })
  expect(() => getCatalog(root)).toThrow(ContentError)
  expect(() => getCatalog(root)).toThrow(
    'content/demo/course.yaml: titel: is no key of this file. Did you mean "title"?',
  )
})

test('an edit is seen at the next look', () => {
  const root = plantTree()
  expect(getCatalog(root)).toBe(getCatalog(root))
  expect(getCatalog(plantTree())).not.toBe(getCatalog(root))
})
