import { expect, test } from 'vitest'
import { getCatalog, lessonsOf } from './catalog'
import { imageOfCourse, imageOfLesson, listSocialImages, openGraphImages } from './social-images'

const drawn = listSocialImages().map(({ file }) => file)

test('every page that names a picture names one that is drawn, and no two are drawn under one name', () => {
  const { courses } = getCatalog()
  const named = [...courses.map(imageOfCourse), ...lessonsOf(getCatalog()).map(imageOfLesson)]
  for (const { file } of named) expect.soft(drawn).toContain(file)
  expect(new Set(drawn).size).toBe(drawn.length)
  expect(drawn).toContain(openGraphImages()[0]?.url.replace('/social/', ''))
})

test('a written lesson has a picture of its own with its own curves, a planned one its course’s', () => {
  const lessons = lessonsOf(getCatalog())
  const relu = lessons.find(({ id }) => id === 'relu')
  const planned = lessons.find(({ status }) => status === 'planned')
  expect(relu && imageOfLesson(relu)).toMatchObject({ file: 'lesson-relu.png', curves: ['relu'] })
  expect(planned && imageOfLesson(planned).file).toBe(`course-${planned?.courseSlug}.png`)
})
