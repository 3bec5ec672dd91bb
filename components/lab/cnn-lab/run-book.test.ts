import { describe, expect, test } from 'vitest'
import { bandCurvesOf, validationAccuracy } from '@/components/training/run-curves'
import { LAB_WIDGETS } from '@/lib/lab/registry'
import type { DataSummary, RunResult } from '@/lib/training/protocol'
import { plannedSnapshot, type RunView } from '@/lib/training/training-snapshot'
import { type CnnSettings, inTurns, planOf } from './cnn-spec'
import { outcomeOf, predictionSubject } from './prediction-subject'
import {
  chosenRequest,
  forgetRuns,
  groupsOf,
  isOver,
  keepRun,
  keepWeights,
  missingRuns,
  type RunBook,
} from './run-book'

const { defaults } = LAB_WIDGETS['cnn-lab']
const settings = (change: Partial<CnnSettings>): CnnSettings => ({ ...defaults, ...change })
const RELU = ['relu', 'relu', 'relu'] as const
const GELU = ['gelu', 'gelu', 'gelu'] as const
const networksOf = (change: Partial<CnnSettings>) =>
  planOf(settings({ nets: [[...RELU], [...GELU]], seeds: 2, ...change })).networks
const DATA = { hash: 'h' } as DataSummary

function view(key: string, accuracy: number, status: RunView['status'] = 'finished'): RunView {
  const request = inTurns(networksOf({})).find((one) => one.key === key)
  const [run] = request === undefined ? [] : plannedSnapshot([request], null).runs
  if (run === undefined) throw new Error(`There is no run ${key}.`)
  const validation = { loss: 1, accuracy }
  const result = { outcome: status, validation, steps: 9, imagesPerSecond: 100 } as RunResult
  return {
    ...run,
    ...{ status, step: 9, steps: 9, result: status === 'finished' || status === 'diverged' ? result : null },
    evaluations: [{ step: 9, epoch: 1, train: null, validation, probes: [] }],
  }
}

const keys = inTurns(networksOf({})).map(({ key }) => key)
const [relu0 = '', gelu0 = '', relu1 = '', gelu1 = ''] = keys
const bookOf = (...runs: RunView[]) => runs.reduce<RunBook>((book, run) => keepRun(book, run, DATA), new Map())

describe('runs are kept', () => {
  test('what was trained once is asked for no more, also after another network came and went', () => {
    const book = bookOf(view(relu0, 0.3), view(relu1, 0.4))
    expect(missingRuns(networksOf({}), book).map(({ key }) => key)).toEqual([gelu0, gelu1])
    expect(missingRuns(networksOf({ nets: [[...RELU]] }), book)).toEqual([])
    expect(missingRuns(networksOf({ epochs: 4 }), book)).toHaveLength(4)
    expect(missingRuns(networksOf({}), forgetRuns(book, [relu1])).map(({ key }) => key)).toEqual([gelu0, relu1, gelu1])
    expect(isOver(networksOf({ nets: [[...RELU]] }), book)).toBe(true)
    expect(isOver(networksOf({}), book)).toBe(false)
  })

  test('weights come to the run that they are of, and to none that is gone', () => {
    const learnt = { step: 9, weights: [] }
    const book = keepWeights(bookOf(view(relu0, 0.3)), relu0, learnt)
    expect(book.get(relu0)).toMatchObject({ learnt, data: DATA })
    expect(keepWeights(book, 'another', learnt)).toBe(book)
  })

  test('the oldest of very many go', () => {
    const run = view(relu0, 0.3)
    const many = Array.from({ length: 200 }, (_, at) => ({ ...run, key: String(at) }))
    const book = bookOf(...many)
    expect([book.size, book.has('0'), book.has('199')]).toEqual([150, false, true])
  })

  test('a run under way is shown in place of the one kept, one that waits is not', () => {
    const book = bookOf(view(relu0, 0.3))
    const under = view(relu0, 0.1, 'training')
    const waiting = { ...view(gelu0, 0, 'waiting'), step: 0 }
    expect(groupsOf(networksOf({}), book, [under, waiting]).map(({ label, runs }) => [label, runs])).toEqual([
      ['ReLU', [under]],
      ['GELU', []],
    ])
  })
})

test.each([
  [{ look: 1, nth: 1 }, relu0],
  [{ look: 2, nth: 2 }, gelu1],
  [{ look: 5, nth: 9 }, gelu1],
])('looked into is the network and seed of %o, or the last there is', (change, key) => {
  expect(chosenRequest(networksOf({}), settings(change))?.key).toBe(key)
})

test('a band over the seeds that are over; the one under way and the one that diverged are lines of their own', () => {
  const book = bookOf(view(relu0, 0.3), view(relu1, 0.5), view(gelu0, 0.1, 'diverged'))
  const groups = groupsOf(networksOf({}), book, [view(gelu1, 0.2, 'training')])
  const series = bandCurvesOf(groups, validationAccuracy)
  expect(series.map(({ label, points, band, background }) => ({ label, points, band, background }))).toEqual([
    { label: 'ReLU, 2 seeds', points: [[9, 0.4]], band: [[9, 0.3, 0.5]], background: undefined },
    { label: 'GELU, seed 0', points: [[9, 0.1]], band: undefined, background: true },
    { label: 'GELU, seed 1', points: [[9, 0.2]], band: undefined, background: undefined },
  ])
})

describe('a guess', () => {
  const groups = (relu: number[], gelu: number[], status: RunView['status'] = 'finished') =>
    groupsOf(
      networksOf({}),
      bookOf(
        ...relu.map((accuracy, at) => view([relu0, relu1][at] ?? '', accuracy)),
        ...gelu.map((accuracy, at) => view([gelu0, gelu1][at] ?? '', accuracy, status)),
      ),
      [],
    )

  test.each([
    ['no clear lead below a point', [0.4, 0.5], [0.45, 0.451], 'level'],
    ['exactly a point is a lead', [0.4, 0.5], [0.46, 0.46], 'gelu.gelu.gelu-narrow'],
    ['exactly three are no clear one', [0.5, 0.5], [0.47, 0.47], 'relu.relu.relu-narrow'],
    ['more than three are', [0.6, 0.6], [0.5, 0.5], 'relu.relu.relu-clear'],
  ])('%s', (_, relu, gelu, outcome) => {
    const found = outcomeOf(groups(relu, gelu))
    expect(found).toBe(outcome)
    expect(predictionSubject('v', networksOf({})).answers.map(({ id }) => id)).toContain(found)
  })

  test('a network that diverged takes no part, and all of them may', () => {
    expect(outcomeOf(groups([0.4, 0.4], [0.9, 0.9], 'diverged'))).toBe('relu.relu.relu-clear')
    expect(outcomeOf(groups([], [0.9], 'diverged'))).toBe('diverges')
  })

  test('about one network: how much it recognises', () => {
    const networks = networksOf({ nets: [[...RELU]] })
    const subject = predictionSubject('v', networks)
    for (const [accuracy, id] of [
      [0.19, 'below-20'],
      [0.2, '20-to-35'],
      [0.5, 'above-50'],
    ] as const) {
      expect(outcomeOf(groupsOf(networks, bookOf(view(relu0, accuracy), view(relu1, accuracy)), []))).toBe(id)
      expect(subject.answers.map((answer) => answer.id)).toContain(id)
    }
  })

  test('has an id that the log takes, twelve answers at most, whatever is compared', () => {
    const nets = (['leaky-relu', 'gelu-tanh', 'hard-swish', 'softplus', 'sigmoid'] as const).map(
      (name) => [name, name, name] as const,
    )
    const { answers, question } = predictionSubject('v', networksOf({ nets: nets.map((net) => [...net]), seeds: 10 }))
    expect(answers).toHaveLength(12)
    expect(question.length).toBeLessThanOrEqual(300)
    for (const { id } of answers) expect(id).toMatch(/^(?=.{1,64}$)[a-z0-9]+(?:[-.][a-z0-9]+)*$/)
  })
})
