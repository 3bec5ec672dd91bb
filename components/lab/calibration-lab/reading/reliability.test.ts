import fc from 'fast-check'
import { expect, test } from 'vitest'
import { planOf } from '@/components/lab/calibration-lab/calibration-spec'
import { buildDataset, createTrainer } from '@/lib/engine'
import { LAB_WIDGETS } from '@/lib/lab/registry'
import { nodeBackend } from '@/lib/training/hardware/node-backend'
import { reliabilityOf } from './reliability'
import { scorePoints } from './scored-points'
import { anyScores, scored } from './testing/any-scores'

test('a class that comes true as often as it is said to: no error, before a temperature spoils it', () => {
  const logit = Math.log(4)
  const labels = [1, 1, 1, 1, 0, 0, 0, 0, 0, 1]
  const points = scored(
    labels.map((_, n) => (n < 5 ? logit : -logit)),
    labels,
  )
  expect(reliabilityOf(points, 1, 'likelier')).toMatchObject({ accuracy: 0.8, confidence: expect.closeTo(0.8, 12) })
  expect(reliabilityOf(points, 1, 'likelier').error).toBeCloseTo(0, 12)
  expect(reliabilityOf(points, 1, 'rare').error).toBeCloseTo(0, 12)
  expect(reliabilityOf(points, 0.5, 'likelier').error).toBeCloseTo(16 / 17 - 0.8, 12)
  expect(reliabilityOf(points, 1e9, 'likelier').error).toBeCloseTo(0.3, 6)
})

test('doubts that cancel in the likelier class do not cancel in the rare one', () => {
  // Called 0 with 0.6 and always right; called 1 with 0.6 and right two times in ten: the same bin, both of them.
  const logits = [
    ...Array.from({ length: 10 }, () => -Math.log(1.5)),
    ...Array.from({ length: 10 }, () => Math.log(1.5)),
  ]
  const labels = [...Array.from({ length: 10 }, () => 0), ...Array.from({ length: 10 }, (_, n) => Number(n < 2))]
  const points = scored(logits, labels)
  expect(reliabilityOf(points, 1, 'likelier').error).toBeCloseTo(0, 12)
  expect(reliabilityOf(points, 1, 'rare').error).toBeCloseTo(0.4, 12)
})

test('bins hold every point once, and the error is within what the means allow', () => {
  fc.assert(
    fc.property(
      anyScores,
      fc.constantFrom('likelier', 'rare'),
      fc.double({ min: 0.05, max: 20, noNaN: true }),
      ({ logits, labels }, whose, temperature) => {
        const { bins, error, accuracy, confidence } = reliabilityOf(scored(logits, labels), temperature, whose)
        expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(labels.length)
        expect(error).toBeLessThanOrEqual(1)
        // The mean gap is never larger than the mean of the gaps.
        expect(error).toBeGreaterThanOrEqual(Math.abs(accuracy - confidence) - 1e-9)
        if (whose === 'likelier') expect(bins.slice(0, 7).every(({ count }) => count === 0)).toBe(true)
      },
    ),
  )
})

test('it is the engine’s calibration probe: the same error, bins, recall and precision, on a model that was trained', () => {
  const planned = planOf({ ...LAB_WIDGETS['calibration-lab'].defaults, samples: 600, epochs: 4 })
  if ('problem' in planned) throw new Error(planned.problem)
  const spec = { ...planned.plan.spec, probes: ['calibration' as const] }
  const dataset = buildDataset(spec.data)
  const trainer = createTrainer({ spec, seed: 0, dataset, backend: nodeBackend() })
  let read: { value: number; details: Record<string, number> } | undefined
  for (const report of trainer.run()) if (report.status === 'evaluated') [read] = report.probes
  const { inputs, labels, count } = dataset.validation
  const points = scorePoints(trainer.predict(Float32Array.from(inputs), count), labels)
  if (points === null || read === undefined) throw new Error('Nothing was read.')
  const mine = reliabilityOf(points, 1, 'likelier')
  expect(mine.error).toBeCloseTo(read.value, 6)
  expect(mine.bins.map((bin) => bin.count)).toEqual(mine.bins.map((_, m) => read?.details[`bin${m + 1}.count`]))
  expect(reliabilityOf(points, 1, 'rare').confidence).toBeCloseTo(read.details.meanProbability ?? Number.NaN, 6)
})
