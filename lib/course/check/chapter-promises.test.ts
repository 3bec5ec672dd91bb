/**
 * What the chapter on activation functions promises of each of its lessons, counted: objectives, what comes before, time,
 * experiments, a guess before a run, code in both libraries, errors put right, what to take along, sources, cards, questions,
 * concepts. That claims are true and code runs is shown by running them (scripts/).
 */
import type { Root } from 'mdast'
import { describe, expect, test } from 'vitest'
import { findChapter, type Lesson } from '@/lib/course/catalog'
import { loadExperiments } from '@/lib/course/experiments'
import { contentRoot } from '@/lib/course/files/content-root'
import { loadYamlFile } from '@/lib/course/files/yaml-file'
import { localIdOf } from '@/lib/course/ids'
import { checkVocabulary } from '@/lib/course/prose/check-vocabulary'
import { snippetsOf } from '@/lib/course/prose/snippets'
import { loadQuestions } from '@/lib/course/questions'
import { cardsFileSchema } from '@/lib/course/schema'
import { readLessonTexts } from './lesson-texts'

const chapter = findChapter('deep-learning-fundamentals', 'activation-functions')?.chapter
const lessons = chapter?.lessons ?? []

test('twelve lessons in their order, and the overview', () => {
  expect(lessons.map(({ id }) => id)).toEqual([
    ...['bend', 'saturation', 'relu', 'leaky', 'selu', 'smooth', 'output', 'gradient-flow', 'calibration', 'choosing'],
    ...['debugging', 'cifar-swap', 'glance'],
  ])
})

const within = (low: number, high: number) => (count: number) => count >= low && count <= high

const kept: [string, (lesson: Lesson) => unknown, (count: number) => boolean][] = [
  ['3 to 6 objectives', ({ objectives }) => objectives, within(3, 6)],
  ['lessons or knowledge that come before', (lesson) => [...lesson.prerequisites, ...lesson.assumes], within(1, 9)],
  ['concepts for the mind map', ({ concepts }) => concepts, within(1, 9)],
  ['sources', ({ sources }) => sources, within(5, 99)],
  ['at least 10 cards', cardsOf, within(10, 99)],
  ['at least 8 questions', ({ id }) => loadQuestions(id), within(8, 99)],
]

describe.each(lessons.map((lesson) => [lesson.id, lesson] as const))('%s', (id, lesson) => {
  test('takes 8 to 20 minutes', () => {
    expect(lesson.minutes).toBeGreaterThanOrEqual(8)
    expect(lesson.minutes).toBeLessThanOrEqual(20)
  })

  test.each(kept)('has %s', (_what, list, isKept) => {
    expect(list(lesson)).toSatisfy((found: unknown[]) => isKept(found.length))
  })

  test.each(readLessonTexts(contentRoot(), lesson).texts.map((text) => [text.name, text] as const))(
    'as %s: experiments with claims, a guess before one, code in both libraries, errors, and what to take along',
    (_name, { tree, headings }) => {
      const { uses } = checkVocabulary(tree)
      const shown = uses.flatMap(({ tag, props }) => (tag === 'Experiment' ? [String(props.id)] : []))
      const claimed = loadExperiments(id).filter(({ claims }) => claims.length > 0)
      expect(
        shown.filter((name) => claimed.some((experiment) => localIdOf(experiment.id) === name)).length,
      ).toBeGreaterThan(1)
      expect(guessesBeforeRuns(tree)).toBeGreaterThan(0)
      expect(snippetsOf(tree).map(({ language }) => language)).toEqual(expect.arrayContaining(['PyTorch', 'Keras']))
      expect(tree.children.filter(({ type }) => type === 'math').length).toBeGreaterThan(0)
      expect(headings.map(({ anchor }) => anchor)).toEqual(
        expect.arrayContaining(['often-said-not-so', 'take-with-you']),
      )
    },
  )
})

function cardsOf({ folder }: Lesson) {
  return loadYamlFile(contentRoot(), `${contentRoot()}/${folder}/cards.yaml`, cardsFileSchema).cards
}

/** Boxes that ask for a prediction, with an experiment right behind them. */
function guessesBeforeRuns({ children }: Root): number {
  return children.filter((node, index) => {
    const next = children[index + 1]
    if (node.type !== 'mdxJsxFlowElement' || next?.type !== 'mdxJsxFlowElement') return false
    const tone = node.attributes.find((attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name === 'tone')
    return node.name === 'Callout' && tone?.value === 'predict' && next.name === 'Experiment'
  }).length
}
