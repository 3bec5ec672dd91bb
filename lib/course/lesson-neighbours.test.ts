import { expect, test } from 'vitest'
import { buildCatalog, type Lesson, lessonsOf } from './catalog'
import { plantTree } from './check/testing/planted-tree'
import { getConcepts } from './concepts'
import { listFollowers, listReadable, listTeachers } from './lesson-neighbours'

const planned = (id: string, extra: string) =>
  `id: ${id}\nstatus: planned\ntitle: Lesson ${id}\nsummary: Planned, and not yet written.\n${extra}`

const root = plantTree({
  'demo/01-bends/03-asks/lesson.yaml': () => planned('asks', 'prerequisites: [relu]\n'),
  'demo/01-bends/04-same/lesson.yaml': () => planned('same', 'concepts: [kink]\n'),
  'demo/01-bends/05-near/lesson.yaml': () => planned('near', 'concepts: [corner]\n'),
  'demo/01-bends/06-far/lesson.yaml': () => planned('far', 'concepts: [island]\n'),
  'concepts.yaml': (text) =>
    `${text}  - { id: corner, name: Corner, meaning: Where lines meet., buildsOn: [kink] }\n  - { id: island, name: Island, meaning: All alone. }\n`,
})
const lessons = lessonsOf(buildCatalog(root).catalog)
const find = (id: string) => lessons.find((lesson) => lesson.id === id) as Lesson
const ids = (found: readonly Lesson[]) => found.map(({ id }) => id)

test.each([
  ['asks', 'it is asked for', ['relu']],
  ['same', 'it teaches the same concept', ['relu']],
  ['near', 'it teaches what the concept builds on', ['relu']],
  ['far', 'nothing written is near', []],
])('until "%s" is written: %s', (id, _why, readable) => {
  expect(ids(listReadable(find(id), lessons, getConcepts(root)))).toEqual(readable)
})

test('what is planned is never offered as reading', () => {
  const offered = lessons.flatMap((lesson) => listReadable(lesson, lessons, getConcepts(root)))
  expect(offered.filter(({ status }) => status === 'planned')).toEqual([])
})

test('a lesson is followed by those that ask for it', () => {
  expect(ids(listFollowers(find('relu'), lessons))).toEqual(['asks'])
  expect(ids(listFollowers(find('later'), lessons))).toEqual(['relu'])
})

test('a concept is taught by others than the lesson that asks', () => {
  expect(ids(listTeachers('kink', find('relu'), lessons))).toEqual(['same'])
})
