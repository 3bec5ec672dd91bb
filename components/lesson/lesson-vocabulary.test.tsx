/** That a lesson's vocabulary has a component for each tag that authors may write, the widgets among them. */
import type { ComponentType } from 'react'
import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { type LabTagProps, vocabulary } from '@/lib/course/vocabulary'
import { LAB_NAMES, tagOf } from '@/lib/lab/registry'
import type { LessonLookup } from './lesson-data'
import { lessonVocabulary } from './lesson-vocabulary'
import { LAB_VOCABULARY } from './vocabulary/lesson-lab'

const nothing = () => {
  throw new Error('Nothing is looked up here.')
}
const lesson = { id: 'relu', href: '/relu', cards: [], questions: [], experiments: [] }
const components = lessonVocabulary({
  lesson,
  factOf: nothing,
  backingOf: nothing,
  timelineOf: nothing,
} as unknown as LessonLookup)

test.each(Object.keys(vocabulary))('<%s> has a component', (tag) => {
  expect(components).toHaveProperty(tag)
})

test.each(LAB_NAMES)('%s is a tag that authors may write', (name) => {
  expect(Object.keys(vocabulary)).toContain(tagOf(name))
})

test('a widget stands in the lesson as its title and what to look at, until its script is there', () => {
  const Plotter = LAB_VOCABULARY.Plotter as ComponentType<LabTagProps>
  const html = renderToString(<Plotter settings="f=selu" caption="Look at zero." />)
  expect(html).toContain('Look at zero.')
  expect(html).toContain('needs JavaScript')
  expect(() => renderToString(<Plotter settings="f=swoosh" />)).toThrow('<Plotter settings="f=swoosh">: “f”: “swoosh”')
})
