import { expect, test } from 'vitest'
import { findChoiceProblem, type ScorableQuestion, scoreAnswer } from './score-answer'

const multiple: ScorableQuestion = {
  kind: 'multiple',
  options: [
    { id: 'a', correct: true, feedbackHtml: '<p>Yes.</p>' },
    { id: 'b', correct: false, feedbackHtml: '' },
    { id: 'c', correct: true },
  ],
  explanationHtml: '<p>Because.</p>',
}
const single: ScorableQuestion = { ...multiple, kind: 'single', options: multiple.options.slice(0, 2) }

test.each([
  ['all correct options', ['a', 'c'], true],
  ['all correct options in another order', ['c', 'a'], true],
  ['one of two', ['a'], false],
  ['one too many', ['a', 'b', 'c'], false],
  ['only a distractor', ['b'], false],
  ['nothing', [], false],
  ['an option that the question does not have', ['a', 'c', 'z'], false],
])('scoreAnswer: %s', (_name, chosen, correct) => {
  expect(scoreAnswer(multiple, chosen).correct).toBe(correct)
})

test('scoreAnswer: tells of each option whether it was chosen and right, with its feedback where there is one', () => {
  expect(scoreAnswer(multiple, ['b', 'c'])).toEqual({
    correct: false,
    options: [
      { id: 'a', correct: true, chosen: false, feedbackHtml: '<p>Yes.</p>' },
      { id: 'b', correct: false, chosen: true },
      { id: 'c', correct: true, chosen: true },
    ],
    explanationHtml: '<p>Because.</p>',
  })
})

test.each([
  [multiple, ['a', 'b'], null],
  [multiple, ['a', 'z'], 'unknown-option'],
  [multiple, ['a', 'a'], 'repeated-option'],
  [single, ['b'], null],
  [single, ['a', 'b'], 'one-expected'],
])('findChoiceProblem: a $kind question answered with %s', (question, chosen, problem) => {
  expect(findChoiceProblem(question, chosen)).toBe(problem)
})
