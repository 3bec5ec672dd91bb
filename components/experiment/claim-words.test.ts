import { expect, test } from 'vitest'
import type { ClaimVerdict } from '@/lib/experiment/check-claims'
import type { Claim } from '@/lib/experiment/claim'
import { verdictWords } from './claim-words'

const found = (holds: boolean, ...tested: number[]): ClaimVerdict => ({
  ...{ id: 'c', holds, tested, message: '' },
  values: tested.map((value, seed) => ({ seed, value })),
})

const CASES: [Omit<Claim, 'id'>, ClaimVerdict, string][] = [
  [
    { metric: 'validation-loss', atMost: 0.4 },
    found(true, 0.30000001192092896),
    'validation loss: 0.3; claimed at most 0.4.',
  ],
  [
    { probe: 'dead-units', layer: 1, atStep: 99, atLeast: 0.6 },
    found(true, 2 / 3, 0.75),
    'dead units at layer 1 after step 99, seeds 0, 1: 66.67\u00a0%, 75\u00a0%; claimed at least 60\u00a0%.',
  ],
  [
    { probe: 'gradient-norm', layer: 4, comparedTo: { layer: 0 }, atLeast: 1000 },
    found(true, 123456.789),
    'gradient norm at layer 4 ÷ gradient norm at layer 0: 123,500; claimed at least 1,000.',
  ],
  [
    { metric: 'validation-accuracy', comparedTo: { metric: 'train-accuracy' }, as: 'difference', atMost: 0 },
    found(true, -0.0299999713897705),
    'validation accuracy − train accuracy: −0.03; claimed at most 0.',
  ],
  [
    { probe: 'saturation', layer: 3, detail: 'mean', seeds: 'median', atMost: 1e-5 },
    { ...found(true, 1, 2), tested: [0.0000012345678] },
    'saturation (mean) at layer 3, median of 2 seeds: 1.23×10⁻⁶; claimed at most 1×10⁻⁵.',
  ],
  [
    {
      ...{ metric: 'validation-accuracy', comparedTo: { experiment: 'fresh-relu' }, as: 'difference' },
      ...{ seeds: 'deviation', atMost: 0.01 },
    },
    { ...found(true, 0.1, 0.2), tested: [0.005] },
    'validation accuracy − validation accuracy in “fresh-relu”, standard deviation of 2 seeds: 0.005; claimed at most 0.01.',
  ],
  // Four digits would say 1.461, and the bound 1.46115.
  [
    { metric: 'validation-loss', atLeast: 1.46115 },
    found(false, 1.461149),
    'validation loss: 1.461149; claimed at least 1.46115.',
  ],
  [
    { metric: 'train-loss', atMost: 1 },
    { ...found(false), values: [{ seed: 3, value: null }] },
    'seed 3 has no reading of train loss.',
  ],
]

test.each(CASES)('%j', (claim, verdict, words) => {
  expect(verdictWords({ id: 'c', ...claim }, verdict)).toBe(words)
})
