import { expect, test } from 'vitest'
import { getCatalog, originalsOf } from './catalog'
import { LESSON, plantTree } from './check/testing/planted-tree'
import { listExploreItems } from './explore-items'

test('every lesson is listed once, planned ones and those of two courses too', () => {
  const catalog = getCatalog()
  const lessons = listExploreItems(catalog, []).filter(({ kind }) => kind === 'lesson')
  expect(lessons.map(({ id }) => id)).toEqual(originalsOf(catalog).map(({ id }) => `lesson:${id}`))
  expect(new Set(lessons.map(({ id }) => id)).size).toBe(lessons.length)
})

test('a lesson is found by each version it is told in, a planned one by none', () => {
  const root = plantTree({ [`${LESSON}/versions/plain.mdx`]: () => 'Plainly.\n' })
  const [, relu, later] = listExploreItems(getCatalog(root), [], root)
  expect(relu?.styles.map(({ slug }) => slug)).toEqual(['standard', 'plain'])
  expect(later?.styles).toEqual([])
})

test('a course is planned as long as all its lessons are', () => {
  const [first, second] = getCatalog().courses
  if (first === undefined || second === undefined) throw new Error('The test needs two courses.')
  const withoutWritten = second.chapters.map((chapter) => ({
    ...chapter,
    lessons: chapter.lessons.filter(({ status }) => status === 'planned'),
  }))
  const statuses = listExploreItems({ courses: [first, second, { ...second, chapters: withoutWritten }] }, [])
    .filter(({ kind }) => kind === 'course')
    .map(({ status }) => status)
  expect(statuses).toEqual(['published', 'published', 'planned'])
})
