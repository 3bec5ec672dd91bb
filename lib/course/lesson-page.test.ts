import { expect, test } from 'vitest'
import { findLessonById } from './catalog'
import { loadExperiments } from './experiments'
import { listShownExperiments } from './lesson-page'

test('progress counts the experiments that can be run in the lesson, not those that only stand behind a sentence', () => {
  const relu = findLessonById('relu')
  if (relu === null) throw new Error('The lesson relu is gone.')
  const shown = listShownExperiments(relu)
  const all = loadExperiments('relu').map(({ id }) => id)
  expect(all).toEqual(expect.arrayContaining(shown))
  expect(shown).toContain('relu.dying')
  expect(shown).not.toContain('relu.bad-start')
})
