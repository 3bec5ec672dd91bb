import { expect, test } from 'vitest'
import { findLessonAt, listLessonPlaces } from './lesson-place'

const RELU = { course: 'deep-learning-fundamentals', chapter: 'activation-functions', lesson: 'relu-and-dead-units' }

test('a place leads to its lesson, chapter and course', () => {
  const found = findLessonAt(RELU)
  expect([found?.lesson.id, found?.chapter.slug, found?.course.slug]).toEqual(['relu', RELU.chapter, RELU.course])
})

test.each(Object.keys(RELU))('a place with an unknown %s leads nowhere', (segment) => {
  expect(findLessonAt({ ...RELU, [segment]: 'nothing' })).toBeNull()
})

test('every lesson has a place that leads back to it, and planned ones can be left out', () => {
  for (const place of listLessonPlaces()) expect(findLessonAt(place)?.lesson.slug).toBe(place.lesson)
  expect(listLessonPlaces('published')).toContainEqual(RELU)
  expect(listLessonPlaces('published').length).toBeLessThan(listLessonPlaces().length)
})
