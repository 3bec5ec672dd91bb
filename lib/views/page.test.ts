import { expect, test } from 'vitest'
import { findPage } from './page'

test.each([
  ['lesson', 'relu', 'lesson:relu'],
  ['chapter', 'activation-functions', 'chapter:activation-functions'],
  ['lesson', 'activation-functions', null],
  ['chapter', 'relu', null],
  ['lesson', 'embeddings', null],
  ['course', 'deep-learning-fundamentals', null],
  ['lesson', '__proto__', null],
  ['', '', null],
])('findPage: %s/%s is %s', (kind, id, page) => {
  expect(findPage(kind, id)).toBe(page)
})
