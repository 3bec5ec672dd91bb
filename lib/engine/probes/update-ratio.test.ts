/** Update ratios over a run's life: what is read does not depend on where the run was interrupted. */
import { expect, test } from 'vitest'
import { buildDataset } from '../data/build-dataset'
import type { ExperimentSpec } from '../spec/spec'
import type { Checkpoint } from '../training/checkpoint/checkpoint'
import { createTrainer } from '../training/create-trainer'

const SPEC: ExperimentSpec = {
  version: 1,
  data: { kind: 'moons', samples: 40, noise: 0.1, seed: 3, validation: 0.2 },
  model: [
    { layer: 'linear', units: 5 },
    { layer: 'activation', name: 'prelu', learnt: true },
    { layer: 'linear', units: 2 },
  ],
  loss: { kind: 'softmax-cross-entropy' },
  optimizer: { kind: 'adam', learningRate: 0.01 },
  batch: 8,
  epochs: 2,
  seeds: [0],
  probes: ['update-ratio'],
}
const dataset = buildDataset(SPEC.data)

/** The readings at step 3, of a run that may go on from a checkpoint. */
function readAtStep3(checkpoint?: Checkpoint) {
  const trainer = createTrainer({ spec: SPEC, seed: 0, dataset, checkpoint, evaluateAt: [3] })
  for (const report of trainer.run()) if (report.status === 'evaluated' && report.step === 3) return report.probes
  throw new Error('Step 3 was not evaluated.')
}

/** A checkpoint straight after step 3, of a run that evaluates at these steps too. */
function checkpointAtStep3(evaluateAt: number[]): Checkpoint {
  const trainer = createTrainer({ spec: SPEC, seed: 0, dataset, evaluateAt })
  for (const report of trainer.run()) if (report.status === 'stepped' && report.step === 3) break
  return structuredClone(trainer.checkpoint())
}

test('one reading for each layer that learns, positive and of the size of the learning rate', () => {
  const readings = readAtStep3()
  expect(readings.map(({ layer }) => layer)).toEqual([0, 1, 2])
  for (const { value } of readings) {
    expect(value).toBeGreaterThan(1e-4)
    expect(value).toBeLessThan(0.1)
  }
})

test('a run resumed between the step and its evaluation reads the same', () => {
  expect(readAtStep3(checkpointAtStep3([3]))).toEqual(readAtStep3())
})

test('the step that nobody watched has no reading, not an older step’s', () => {
  expect(readAtStep3(checkpointAtStep3([2]))).toEqual([])
})
