import { expect, test } from 'vitest'
import { findChapter, findCourse, getCatalog } from './catalog'
import { homeOf, listChaptersBefore, outlineCourse } from './course-outline'

const { courses } = getCatalog()
const PYTHON = 'python-for-data-science-ai-and-development'

test('both courses stand as PRODUCT names them: thirteen lessons in one chapter, and ten chapters with fifteen lessons in the ninth', () => {
  expect(courses.map(({ title }) => title)).toEqual([
    'Deep Learning Fundamentals',
    'Python for Data Science, AI & Development',
  ])
  expect(courses[0]?.chapters.map(({ lessons }) => lessons.length)).toEqual([13])
  expect(courses[1]?.chapters).toHaveLength(10)
  expect(courses[1]?.chapters[8]?.title).toBe('Deep Learning Foundations')
  expect(courses[1]?.chapters[8]?.lessons).toHaveLength(15)
})

test('the second lesson of the ninth chapter is the overview of the first course, written there as here, and says where it is at home', () => {
  const overview = findChapter(PYTHON, 'deep-learning-foundations')?.chapter.lessons[1]
  expect(overview).toMatchObject({
    id: 'glance',
    status: 'published',
    href: `/courses/${PYTHON}/deep-learning-foundations/activation-functions`,
    canonicalHref: '/courses/deep-learning-fundamentals/activation-functions/activation-functions-at-a-glance',
  })
  expect(overview && homeOf(overview, courses)?.title).toBe('Deep Learning Fundamentals')
})

test('a chapter’s time is that of all its lessons', () => {
  const course = findCourse('deep-learning-fundamentals')
  const [chapter] = course === null ? [] : outlineCourse(course, courses)
  expect(chapter?.minutes).toBe(course?.chapters[0]?.lessons.reduce((sum, lesson) => sum + lesson.minutes, 0))
})

test('a chapter comes after those whose lessons its own ask for, and never after itself', () => {
  const found = findChapter(PYTHON, 'deep-learning-foundations')
  const before = found === null ? [] : listChaptersBefore(found.chapter, courses).map(({ slug }) => slug)
  expect(before).toContain('machine-learning-with-scikit-learn')
  expect(before).toContain('activation-functions')
  expect(before).not.toContain('deep-learning-foundations')
})
