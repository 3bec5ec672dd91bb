import { expect, test } from 'vitest'
import { findLessonById, getCatalog, originalsOf } from '@/lib/course/catalog'
import { getConcepts } from '@/lib/course/concepts'
import { courseMap } from './course-map'
import { lessonMap } from './lesson-map'
import { nodesOf } from './mind-map'
import { siteMap } from './site-map'

const catalog = getCatalog()
const none = new Map<string, string>()
const challenge = { id: 'swap', title: 'Swap', summary: 'A swap.', href: '/challenges/swap' }
const maps = [
  siteMap(catalog, [challenge]),
  ...catalog.courses.map((course) => courseMap(course, getConcepts(), none)),
  ...originalsOf(catalog).map((lesson) =>
    lessonMap({
      ...{ lesson, headings: [], cards: 1, questions: 1 },
      ...{ lessons: originalsOf(catalog), concepts: getConcepts(), glossary: none },
    }),
  ),
]

test('no map has two nodes of one id, and every link joins two nodes of its map', () => {
  for (const { title, root, links } of maps) {
    const ids = nodesOf(root).map(({ id }) => id)
    expect([title, ids.filter((id, index) => ids.indexOf(id) !== index)]).toEqual([title, []])
    expect([title, links.filter(({ from, to }) => !ids.includes(from) || !ids.includes(to))]).toEqual([title, []])
  }
})

test('the site’s map has every course, chapter and lesson where it stands, and the challenges', () => {
  const nodes = nodesOf(siteMap(catalog, [challenge]).root)
  const hrefs = nodes.map(({ href }) => href)
  for (const course of catalog.courses) {
    expect(hrefs).toContain(course.href)
    for (const chapter of course.chapters) {
      expect(hrefs).toContain(chapter.href)
      for (const lesson of chapter.lessons) expect(hrefs).toContain(lesson.href)
    }
  }
  expect(hrefs).toContain('/challenges/swap')
})

test('a lesson is linked to what builds on it, in that direction', () => {
  const course = catalog.courses.find(({ id }) => id === 'deep-learning-fundamentals')
  const { links } = course ? courseMap(course, getConcepts(), none) : { links: [] }
  expect(links).toContainEqual({ from: 'lesson:relu', to: 'lesson:leaky', kind: 'builds-on' })
  expect(links).not.toContainEqual({ from: 'lesson:leaky', to: 'lesson:relu', kind: 'builds-on' })
})

test('a concept opens the glossary where that has it, else the lesson', () => {
  const lesson = findLessonById('relu')
  const course = catalog.courses[0]
  if (lesson === null || course === undefined) throw new Error('The lesson on ReLU is gone.')
  const opens = (glossary: ReadonlyMap<string, string>) =>
    nodesOf(courseMap(course, getConcepts(), glossary).root).find(({ title }) => title === 'Dead unit')?.href
  expect(opens(none)).toBe(lesson.href)
  expect(opens(new Map([['dead-unit', '/glossary#dead-unit']]))).toBe('/glossary#dead-unit')
})

test('planned lessons are on the maps as planned', () => {
  const planned = nodesOf(siteMap(catalog, []).root).filter(({ lesson }) => lesson?.status === 'planned')
  const written = originalsOf(catalog).filter(({ status }) => status === 'published')
  expect(planned.length).toBeGreaterThan(written.length)
  expect(planned.some(({ lesson }) => lesson?.id === 'embeddings')).toBe(true)
})
