import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildDataset, checkSpec, createTrainer } from '@/lib/engine'
import { LAB_WIDGETS } from '@/lib/lab/registry'
import { anyValueOf } from '@/lib/lab/testing/arbitrary-settings'
import type { LabWidget } from '@/lib/lab/widget'
import { nodeBackend } from '@/lib/training/hardware/node-backend'
import { type CalibrationSettings, halfOf, planOf, ratioOf } from './calibration-spec'
import { confusionOf, majorityMeasures, measuresOf } from './reading/confusion'
import { type ModelReading, readModel } from './reading/model-reading'
import { reliabilityOf } from './reading/reliability'
import { calledAbove } from './reading/scored-points'

const WIDGET: LabWidget = LAB_WIDGETS['calibration-lab']
const { defaults } = LAB_WIDGETS['calibration-lab']

function planned(changed: Partial<CalibrationSettings>) {
  const made = planOf({ ...defaults, ...changed })
  if ('problem' in made) throw new Error(made.problem)
  return made
}

test('whatever a link says, there is a plan that the engine finds no problem in', () => {
  const any = fc.record(
    Object.fromEntries(Object.entries(WIDGET.fields).map(([key, field]) => [key, anyValueOf(field)])),
  ) as unknown as fc.Arbitrary<CalibrationSettings>
  fc.assert(
    fc.property(any, (settings) => {
      const { plan, parts } = planned(settings)
      expect(checkSpec(plan.spec)).toEqual([])
      expect(plan).toMatchObject({ scores: true, seeds: [settings.seed] })
      expect(parts.learnt + parts.validation + parts.test).toBe(settings.samples)
      expect(Math.abs(parts.validation - parts.test)).toBeLessThanOrEqual(1)
    }),
    { numRuns: 200 },
  )
})

describe('each setting reaches the recipe', () => {
  test.each<[Partial<CalibrationSettings>, object]>([
    [{}, { loss: { kind: 'softmax-cross-entropy' }, batch: 50, epochs: 20, seeds: [0] }],
    [{ rare: 20 }, { data: { kind: 'gaussians', ratio: 4, validation: 2 / 3 } }],
    [
      { samples: 300, noise: 0.2, draw: 7 },
      { data: { samples: 300, noise: 0.2, seed: 7 }, batch: 50 },
    ],
    [{ weight: 19 }, { loss: { classWeights: [1, 19] } }],
    [{ gamma: 2 }, { loss: { focalGamma: 2 } }],
    [
      { lr: 3, epochs: 5, seed: 9 },
      { optimizer: { kind: 'adam', learningRate: 3 }, epochs: 5, seeds: [9] },
    ],
  ])('%j', (changed, expected) => {
    expect(planned(changed).plan.spec).toMatchObject(expected)
  })

  test('the network: as deep and as wide as is set, its last layer zeros', () => {
    expect(planned({ layers: 2, units: 16, act: 'prelu' }).plan.spec.model).toEqual([
      { layer: 'linear', units: 16, init: 'he-normal' },
      { layer: 'activation', name: 'prelu', learnt: true },
      { layer: 'linear', units: 16, init: 'he-normal' },
      { layer: 'activation', name: 'prelu', learnt: true },
      { layer: 'linear', units: 2, init: 'zeros' },
    ])
  })

  test('the weight that makes up for rarity is a link’s', () => {
    for (const rare of [1, 5, 33, 50]) {
      const weight = Number(ratioOf({ rare }).toPrecision(4))
      expect(WIDGET.fields.weight?.settle(weight)).toBe(weight)
    }
  })
})

/** E2 of the facts: what an imbalance of 95 to 5 does, on the widget's own recipe. */
describe('a trained model', () => {
  function trained(changed: Partial<CalibrationSettings>, steps = Number.POSITIVE_INFINITY): ModelReading {
    const { spec } = planned(changed).plan
    const dataset = buildDataset(spec.data)
    const trainer = createTrainer({ spec, seed: 0, dataset, backend: nodeBackend() })
    if (steps > 0) for (const _ of trainer.run());
    const { inputs, labels, count } = dataset.validation
    const reading = readModel(trainer.predict(Float32Array.from(inputs), count), [...labels])
    if (reading === null) throw new Error('Nothing was read.')
    return reading
  }
  const at = ({ test: points }: ModelReading, threshold: number, temperature = 1) => {
    const called = calledAbove(points, threshold, temperature)
    return measuresOf(confusionOf({ called, caught: points.caught[called] ?? 0 }, points))
  }
  const plain = trained({})

  test('before the first step every point is called class 0, and accuracy is that of looking at nothing', () => {
    const raw = trained({}, 0)
    expect(at(raw, 0.5)).toEqual(majorityMeasures(raw.test))
    expect(at(raw, 0.5).accuracy).toBeCloseTo(0.95, 1)
    expect(raw.curve).toMatchObject({ rocArea: 0.5, averagePrecision: raw.test.positives / raw.test.count })
    expect(raw.fitted).toBeNull()
  })

  test('moving the threshold trades precision for recall, and trains nothing', () => {
    const [half, twentieth] = [at(plain, 0.5), at(plain, 0.05)]
    expect(half.accuracy).toBeGreaterThan(0.94)
    expect(half.recall).toBeLessThan(0.6)
    expect(twentieth.recall).toBeGreaterThan(0.7)
    expect(twentieth.precision).toBeLessThan(half.precision ?? 0)
    expect(plain.curve?.rocArea).toBeGreaterThan(0.85)
  })

  test('class weights need another model: it catches more at one half, and its probabilities are wrong', () => {
    const weighted = trained({ weight: 19 })
    expect(at(weighted, 0.5).recall).toBeGreaterThan(0.75)
    expect(at(weighted, 0.5).accuracy).toBeLessThan(0.92)
    const share = plain.test.positives / plain.test.count
    expect(reliabilityOf(plain.test, 1, 'rare').confidence).toBeCloseTo(share, 1)
    expect(reliabilityOf(weighted.test, 1, 'rare').confidence).toBeGreaterThan(4 * share)
    // It sorts the points hardly differently.
    expect(weighted.curve?.rocArea).toBeCloseTo(plain.curve?.rocArea ?? 0, 1)
  })

  test('one that has overlearnt is too sure; a temperature from the validation half mends it on the test half', () => {
    const sure = trained({ samples: 600, rare: 30, units: 64, layers: 2, epochs: 150 })
    const temperature = sure.fitted?.temperature ?? 0
    expect(temperature).toBeGreaterThan(1.5)
    const before = reliabilityOf(sure.test, 1, 'likelier')
    const after = reliabilityOf(sure.test, temperature, 'likelier')
    expect(before.confidence).toBeGreaterThan(before.accuracy)
    expect(after.error).toBeLessThan(0.7 * before.error)
    expect(at(sure, 0.5, temperature)).toEqual(at(sure, 0.5))
  })
})

test('scores of other points, and scores that are no numbers, are not read', () => {
  expect(readModel(null, [0, 1])).toBeNull()
  expect(readModel(Float32Array.of(0, 1), [0, 1])).toBeNull()
  expect(readModel(Float32Array.of(0, Number.NaN, 0, 1), [0, 1])).toBeNull()
  expect(readModel(Float32Array.of(0, 2, 0, 1), [0, 1])?.test.labels).toEqual(Uint8Array.of(1))
  expect(halfOf(5)).toBe(2)
  // The validation half is right seven times in ten, the test half always: T is of the first.
  const rights = Array.from({ length: 20 }, (_, n) => Number(n < 7 || n >= 10))
  const sure = Float32Array.from({ length: 40 }, (_, n) => (n % 2) * 2)
  expect(readModel(sure, rights)?.fitted?.temperature).toBeCloseTo(2 / Math.log(7 / 3), 6)
})
