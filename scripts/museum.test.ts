/** The bug museum: each exhibit can be repaired in its widget, and the repair that the lesson names makes it learn. */
import { expect, test } from 'vitest'
import { loadExperiments } from '@/lib/course/experiments'
import { type RepairName, repairs } from '@/lib/experiment/repairs'
import { brokenClaims } from './lessons/broken-claims'

const exhibits = loadExperiments('debugging').filter((experiment) => experiment.repairs === true)

/** Exhibit, its repair, and what is then right at least, with every seed. */
const cures: [exhibit: string, repair: RepairName, accuracy: number][] = [
  ['dead-layer', 'zero-biases', 0.85],
  ['missing-he', 'he-weights', 0.85],
  ['raw-readings', 'standardised-inputs', 0.83],
  ['two-softmaxes', 'bare-logits', 0.85],
  ['squashed-scores', 'bare-logits', 0.85],
  ['exploding', 'he-weights', 0.85],
  ['saturated-tanh', 'glorot-weights', 0.85],
  ['wrong-slope', 'one-slope', 0.85],
]

test('every exhibit has its repair', () => {
  const named = cures.map(([exhibit]) => `debugging.${exhibit}`)
  expect(exhibits.map(({ id }) => id).sort()).toEqual(named.sort())
})

test.each(cures)('%s: %s makes it learn and its loss ordinary', (exhibit, repair, accuracy) => {
  const found = exhibits.find(({ id }) => id === `debugging.${exhibit}`)
  if (found === undefined) throw new Error(`no exhibit ${exhibit}`)
  const repaired = { ...found, spec: repairs[repair].apply(found.spec) }
  const claims = [
    { id: 'right', metric: 'validation-accuracy' as const, atLeast: accuracy },
    { id: 'loss', metric: 'validation-loss' as const, atMost: 0.5 },
  ]
  expect(brokenClaims({ ...repaired, claims })).toEqual([])
})
