/** A lesson's recipes are trained once, and read wherever its claims read; a comparison of two fails where it is not so. */
import { describe, expect, test } from 'vitest'
import type { LessonExperiment } from '@/lib/course/experiments'
import type { Claim } from '@/lib/experiment/claim'
import { brokenClaims } from './broken-claims'
import { createLessonRuns } from './lesson-runs'

function recipe(name: string, learningRate: number, claims: Claim[]): LessonExperiment {
  return {
    id: `bends.${name}`,
    title: name,
    spec: {
      version: 1,
      data: { kind: 'moons', samples: 40, noise: 0.1, seed: 1, validation: 0.25 },
      model: [
        { layer: 'linear', units: 4 },
        { layer: 'activation', name: 'tanh' },
        { layer: 'linear', units: 2 },
      ],
      loss: { kind: 'softmax-cross-entropy' },
      optimizer: { kind: 'adam', learningRate },
      batch: 10,
      epochs: 4,
      seeds: [0, 1, 2],
    },
    claims,
  }
}

const loss = (bounds: Partial<Claim>): Claim => ({
  ...{ id: 'lower', metric: 'train-loss', atStep: 5, comparedTo: { experiment: 'slow' } },
  ...bounds,
})
const slow = recipe('slow', 0.0001, [])

describe('two recipes, of which one learns a hundred times faster', () => {
  test.each([
    ['that the faster has the lower loss holds', { atMost: 0.99 }, []],
    [
      'planted: that it has the higher one does not',
      { atLeast: 1 },
      [/^lower: train-loss ÷ train-loss of slow, every/],
    ],
  ] as const)('%s', (_title, bounds, faults) => {
    const fast = recipe('fast', 0.01, [loss(bounds)])
    const found = brokenClaims(fast, createLessonRuns([fast, slow]))
    expect(found).toEqual(faults.map((fault) => expect.stringMatching(fault)))
  })
})

test('each is trained once, also at the steps at which only the other one’s claims read it', () => {
  const fast = recipe('fast', 0.01, [loss({ atMost: 1 })])
  const runsOf = createLessonRuns([fast, slow])
  expect(runsOf('bends.slow')).toBe(runsOf('bends.slow'))
  expect(runsOf('bends.slow').map(({ evaluations }) => evaluations.map(({ step }) => step).includes(5))).toEqual([
    ...[true, true, true],
  ])
})

test('planted: a comparison with a recipe that the lesson does not have', () => {
  const fast = recipe('fast', 0.01, [loss({ atMost: 1 })])
  expect(() => brokenClaims(fast)).toThrow('A claim compares with "bends.slow", which is not there.')
})
