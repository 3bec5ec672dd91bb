/** How a step reads: as an equation, as a sentence, in the picture and as a row of the CSV. */
import { describe, expect, test } from 'vitest'
import { LAB_WIDGETS } from '@/lib/lab/registry'
import { computationCsv } from './computation-csv'
import { type BackpropSettings, nameOf, planNetwork } from './network-plan'
import { equationOf, equationText } from './step-equation'
import { knownAt, nextPhase, resultOf, stepThatMade } from './step-result'
import { sentenceOf } from './step-sentence'
import { runTape } from './tape-run'
import { outcomeOf } from './update-card'

const settings: BackpropSettings = {
  ...LAB_WIDGETS['backprop-view'].defaults,
  f1: 'relu',
  x1: 2,
  x2: -1,
  'w1.11': 3,
  'w1.12': 1,
  'b1.1': -1,
  'w1.21': 1,
  'w1.22': -2,
  'b1.2': 0.5,
  'wo.1': 0.5,
  'wo.2': -1,
  bo: 0,
}
const plan = planNetwork(settings)
const run = runTape(settings, plan)
const textsOf = (step: number) => {
  const fact = run.steps[step]
  if (fact === undefined) throw new Error(`There is no step ${step}.`)
  const lines = equationOf(fact, { plan, values: run.values, loss: settings.loss }).map(equationText)
  return [...lines, sentenceOf(fact, plan)]
}
const at = (kind: string, nth = 0) =>
  run.steps.map((fact, step) => (fact.kind === kind ? step : -1)).filter((n) => n >= 0)[nth] ?? -1

describe('a step', () => {
  test.each<[kind: string, nth: number, letters: string, numbers: string, sentence: string]>([
    [
      'term',
      1,
      'z⁽¹⁾₁ = w⁽¹⁾₁₁x₁ + w⁽¹⁾₁₂x₂ + b⁽¹⁾₁',
      'so far: 6 + 1 · (−1) = 6 + (−1) = 5',
      'The weight from input 2 to hidden unit 1, 1, times input 2, −1, is −1. Added to 6, the sum of hidden unit 1 is 5 so far.',
    ],
    [
      'bias',
      0,
      'z⁽¹⁾₁ = w⁽¹⁾₁₁x₁ + w⁽¹⁾₁₂x₂ + b⁽¹⁾₁',
      '3 · 2 + 1 · (−1) + (−1) = 5 + (−1) = 4',
      'The bias of hidden unit 1, −1, is added last: the sum of hidden unit 1 is 4.',
    ],
    ['activation', 0, 'a⁽¹⁾₁ = ReLU(z⁽¹⁾₁)', 'ReLU(4) = 4', 'ReLU of 4 is 4: that is hidden unit 1.'],
    [
      'loss-back',
      0,
      '∂L/∂ŷ = ∂L/∂L · 2(ŷ − t)',
      '1 · (−7) = −7',
      'The slope of the loss at this output is −7: the gradient at the output is −7.',
    ],
    [
      'weight-back',
      0,
      '∂L/∂w⁽²⁾₁₂ = ∂L/∂z⁽²⁾₁ · a⁽¹⁾₂',
      '(−7) · 4.5 = −31.5',
      'The gradient at the sum of the output, −7, times hidden unit 2, 4.5: for the weight from hidden unit 2 to the output the gradient is −31.5.',
    ],
    [
      'input-back',
      4,
      '∂L/∂x₂ = ∂L/∂z⁽¹⁾₂ · w⁽¹⁾₂₂ + ∂L/∂z⁽¹⁾₁ · w⁽¹⁾₁₂',
      '−14 + (−3.5) · 1 = −14 + (−3.5) = −17.5',
      'The gradient at the sum of hidden unit 1, −3.5, times the weight from input 2 to hidden unit 1, 1, is −3.5. Added to −14, input 2 has been handed back −17.5.',
    ],
    [
      'update',
      0,
      'w⁽¹⁾₁₁ ← w⁽¹⁾₁₁ − η · ∂L/∂w⁽¹⁾₁₁',
      '3 − 0.1 · (−7) = 3.7',
      'The weight from input 1 to hidden unit 1 goes from 3 against its gradient −7, times the learning rate 0.1: it becomes 3.7.',
    ],
  ])('%s, %d', (kind, nth, letters, numbers, sentence) => {
    expect(textsOf(at(kind, nth))).toEqual([letters, numbers, sentence])
  })

  test('of the last kind says when the loss has risen', () => {
    const [, sentence] = textsOf(run.steps.length - 1)
    expect(sentence).toMatch(run.lossAfter < run.loss ? /it has fallen\.$/ : /it has risen: the step was too long\.$/)
  })
})

test('every name that a step speaks of is in the picture', () => {
  for (const fact of run.steps) {
    const { made, from } = resultOf(fact)
    for (const id of [...(made ? [made.id] : []), ...from]) expect(plan.names.has(id), id).toBe(true)
  }
  expect(nameOf(plan, 'ao').words).toBe('the output')
})

test('what is known grows step by step, and each number knows the step that made it', () => {
  const given = new Map<string, number>([['x1', 2]])
  expect(knownAt(run, 0, given)).toEqual(new Map([['x1', { value: 2 }]]))
  expect(knownAt(run, 1, given).get('z1.1')).toEqual({ value: 6 })
  expect(knownAt(run, run.steps.length - 1, given).get('w1.11')).toEqual({ gradient: -7, updated: expect.closeTo(3.7) })
  for (const [id, gradient] of run.gradients) {
    const step = stepThatMade(run, id, 'gradient')
    expect(step, id).not.toBeNull()
    expect(resultOf(run.steps[step ?? 0] ?? { kind: 'start' }).made?.number).toBe(gradient)
  }
  expect(stepThatMade(run, 'x1', 'value')).toBeNull()
})

test('“next part” ends with the loss, then with the last gradient, then with the loss after', () => {
  const loss = nextPhase(run, 0)
  expect(run.steps[loss]?.kind).toBe('loss')
  const backward = nextPhase(run, loss)
  expect(run.steps[backward + 1]?.kind).toBe('update')
  expect(nextPhase(run, backward)).toBe(run.steps.length - 1)
  expect(nextPhase(run, run.steps.length - 1)).toBe(run.steps.length - 1)
})

test('the CSV has a row for each step, with all digits of its result', () => {
  const lines = computationCsv(run, plan, settings).split('\r\n')
  expect(lines).toHaveLength(run.steps.length + 1)
  expect(lines[0]).toBe('step,part,of,what,equation,with numbers,result')
  expect(lines[1]).toBe('1,forward,z⁽¹⁾₁,value,z⁽¹⁾₁ = w⁽¹⁾₁₁x₁ + w⁽¹⁾₁₂x₂ + b⁽¹⁾₁,first: 3 · 2 = 6,6')
})

test.each([
  [1, 0.4, 'halved'],
  [1, 0.5, 'fallen'],
  [1, 1, 'not-fallen'],
  [1, Number.POSITIVE_INFINITY, 'not-fallen'],
  [1, Number.NaN, 'not-fallen'],
])('a loss that goes from %d to %d is %s', (loss, lossAfter, outcome) => {
  expect(outcomeOf({ loss, lossAfter })).toBe(outcome)
})
