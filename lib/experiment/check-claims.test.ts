import { describe, expect, test } from 'vitest'
import type { EvaluatedReport } from '@/lib/engine'
import { type ClaimRun, checkClaims } from './check-claims'
import { type Claim, comparedExperiments, stepsOfClaims } from './claim'

/** A run whose dead units and validation loss at steps 10 and 20 are given. */
function run(seed: number, dead: [number, number], loss: [number, number]): ClaimRun {
  const evaluations = [0, 1].map(
    (i): EvaluatedReport => ({
      status: 'evaluated' as const,
      step: 10 * (i + 1),
      epoch: i + 1,
      train: { loss: (loss[i] ?? 0) / 2, accuracy: null },
      validation: { loss: loss[i] ?? 0, accuracy: 0.5 },
      probes: [
        {
          probe: 'dead-units' as const,
          layer: 1,
          value: dead[i] ?? 0,
          details: { dead: 4 * (dead[i] ?? 0), units: 4 },
        },
        { probe: 'gradient-norm' as const, layer: 0, value: 1e-4, details: {} },
        { probe: 'gradient-norm' as const, layer: 2, value: 1, details: {} },
      ],
    }),
  )
  return { seed, evaluations }
}

const runs = [run(0, [0.5, 0], [2, 1]), run(1, [0.75, 0], [3, 1.5]), run(2, [1, 0.25], [4, 5])]
const holds = (claim: Omit<Claim, 'id'>) => checkClaims([{ id: 'c', ...claim }], runs)[0]?.holds

describe('bounds', () => {
  test('every seed must keep them, unless the claim says otherwise', () => {
    const dead = { probe: 'dead-units', layer: 1, atStep: 10 } as const
    expect(holds({ ...dead, atLeast: 0.5 })).toBe(true)
    expect(holds({ ...dead, atLeast: 0.6 })).toBe(false)
    expect(holds({ ...dead, atLeast: 0.6, seeds: 'median' })).toBe(true)
    expect(holds({ ...dead, atLeast: 0.75, atMost: 0.75, seeds: 'mean' })).toBe(true)
    expect(holds({ ...dead, atMost: 0.9 })).toBe(false)
  })

  test('the deviation over the seeds is that of a sample, and one run has none', () => {
    const dead = { probe: 'dead-units', layer: 1, atStep: 10, seeds: 'deviation' } as const
    expect(holds({ ...dead, atLeast: 0.25, atMost: 0.25 })).toBe(true)
    expect(holds({ ...dead, atMost: 0.24 })).toBe(false)
    expect(checkClaims([{ id: 'c', ...dead, atLeast: 0 }], runs.slice(0, 1))[0]?.holds).toBe(false)
  })

  test('without a step, the end of the run', () => {
    expect(holds({ metric: 'validation-loss', atLeast: 1, atMost: 5 })).toBe(true)
    expect(holds({ metric: 'train-loss', seeds: 'median', atMost: 0.75 })).toBe(true)
    expect(holds({ probe: 'dead-units', layer: 1, detail: 'dead', atMost: 1 })).toBe(true)
  })
})

describe('comparisons within a run', () => {
  test('ratio of two layers', () => {
    const claim = { probe: 'gradient-norm', layer: 2, comparedTo: { layer: 0 } } as const
    expect(holds({ ...claim, atLeast: 9999, atMost: 10_001 })).toBe(true)
    expect(holds({ ...claim, atLeast: 10_001 })).toBe(false)
  })

  test('difference of two steps', () => {
    const claim = { metric: 'validation-loss', atStep: 20, comparedTo: { atStep: 10 }, as: 'difference' } as const
    expect(holds({ ...claim, atMost: 0 })).toBe(false)
    expect(holds({ ...claim, atMost: 0, seeds: 'median' })).toBe(true)
  })

  test('two metrics', () => {
    expect(holds({ metric: 'validation-loss', comparedTo: { metric: 'train-loss' }, atLeast: 2, atMost: 2 })).toBe(true)
  })
})

describe('comparisons with another experiment', () => {
  /** Its seeds stand in another order, and one is there that nobody asks for. */
  const calm = [run(2, [0, 0], [1, 1]), run(7, [1, 1], [9, 9]), run(1, [0, 0], [1, 1]), run(0, [0, 0], [1, 0.5])]
  const runsOf = (experiment: string) => (experiment === 'calm' ? calm : [])
  const check = (claim: Omit<Claim, 'id'>) => checkClaims([{ id: 'c', ...claim }], runs, runsOf)[0]
  const worse = { metric: 'validation-loss', comparedTo: { experiment: 'calm' } } as const

  test('seed by seed, at the same place unless the claim says otherwise', () => {
    expect(check({ ...worse, atLeast: 1.5, atMost: 5 })?.values).toEqual([
      { seed: 0, value: 2 },
      { seed: 1, value: 1.5 },
      { seed: 2, value: 5 },
    ])
    expect(check({ ...worse, atStep: 10, as: 'difference', atLeast: 1, atMost: 3 })?.tested).toEqual([1, 2, 3])
    const early = { experiment: 'calm', atStep: 10 } as const
    expect(check({ ...worse, comparedTo: early, atLeast: 1, atMost: 5 })?.tested).toEqual([1, 1.5, 5])
  })

  test('over the seeds: the mean or deviation of what the pairs give', () => {
    expect(check({ ...worse, as: 'difference', seeds: 'mean', atLeast: 5 / 3, atMost: 5 / 3 })?.holds).toBe(true)
    expect(check({ ...worse, atStep: 10, as: 'difference', seeds: 'deviation', atLeast: 1, atMost: 1 })?.holds).toBe(
      true,
    )
  })

  test('planted: the other is worse in one seed, is not trained at all, or not with this seed', () => {
    expect(check({ ...worse, atLeast: 1.6 })?.message).toBe(
      'c: validation-loss ÷ validation-loss of calm, every seed: 2.000, 1.500, 5.000; claimed at least 1.6.',
    )
    expect(check({ ...worse, atLeast: 1.6 })?.holds).toBe(false)
    const none = check({ ...worse, comparedTo: { experiment: 'wild' }, atLeast: 0 })
    expect(none?.holds).toBe(false)
    expect(none?.message).toBe('c: seed 0 has no reading of validation-loss ÷ validation-loss of wild at the end.')
    const lacking = checkClaims([{ id: 'c', ...worse, atLeast: 0 }], [...runs, run(3, [0, 0], [1, 1])], runsOf)[0]
    expect([lacking?.holds, lacking?.message]).toEqual([false, expect.stringMatching(/^c: seed 3 has no reading/)])
  })
})

describe('what was not measured makes the claim fail, and is named', () => {
  test.each([
    [
      { probe: 'dead-units', layer: 1, atStep: 11, atLeast: 0 },
      /seed 0 has no reading of dead-units at layer 1 at step 11/,
    ],
    [{ probe: 'saturation', layer: 1, atLeast: 0 }, /no reading of saturation at layer 1 at the end/],
    [{ metric: 'train-accuracy', atLeast: 0 }, /no reading of train-accuracy/],
  ] as [Omit<Claim, 'id'>, RegExp][])('%j', (claim, message) => {
    const [verdict] = checkClaims([{ id: 'c', ...claim }], runs)
    expect(verdict?.holds).toBe(false)
    expect(verdict?.message).toMatch(message)
  })

  test('no run at all', () => {
    expect(checkClaims([{ id: 'c', metric: 'train-loss', atMost: 9 }], [])[0]?.holds).toBe(false)
  })
})

test('the message says what was found and what was claimed', () => {
  const [verdict] = checkClaims([{ id: 'dies', probe: 'dead-units', layer: 1, atStep: 10, atLeast: 0.6 }], runs)
  expect(verdict?.message).toBe('dies: dead-units at layer 1, every seed: 0.5000, 0.7500, 1.000; claimed at least 0.6.')
})

test('stepsOfClaims: each step once, also those compared with', () => {
  const claims: Claim[] = [
    { id: 'a', metric: 'train-loss', atStep: 30, comparedTo: { atStep: 5 }, atMost: 1 },
    { id: 'b', metric: 'train-loss', atStep: 5, atMost: 1 },
    { id: 'c', metric: 'train-loss', atMost: 1 },
  ]
  expect(stepsOfClaims(claims)).toEqual([5, 30])
})

test('stepsOfClaims: what another experiment is read at is no step of this one, and the other way round', () => {
  const claims: Claim[] = [
    { id: 'a', metric: 'train-loss', atStep: 30, comparedTo: { experiment: 'calm' }, atMost: 1 },
    { id: 'b', metric: 'train-loss', atStep: 5, comparedTo: { experiment: 'calm', atStep: 7 }, atMost: 1 },
    { id: 'c', metric: 'train-loss', comparedTo: { experiment: 'wild', atStep: 9 }, atMost: 1 },
    { id: 'd', metric: 'train-loss', comparedTo: { atStep: 2 }, atMost: 1 },
  ]
  expect(stepsOfClaims(claims)).toEqual([2, 5, 30])
  expect(stepsOfClaims(claims, 'calm')).toEqual([7, 30])
  expect(comparedExperiments(claims)).toEqual(['calm', 'wild'])
})
