import { expect, test } from 'vitest'
import { buildDataset, createTrainer, type ExperimentSpec, TWINS_BACKEND } from '@/lib/engine'
import { loadData } from './data/load-data'
import { startPacedRun } from './paced-session'

const SPEC: ExperimentSpec = {
  version: 1,
  data: { kind: 'spiral', samples: 60, noise: 0.05, seed: 7, validation: 0.2 },
  model: [
    { layer: 'linear', units: 4 },
    { layer: 'activation', name: 'relu' },
    { layer: 'linear', units: 2 },
  ],
  loss: { kind: 'softmax-cross-entropy' },
  optimizer: { kind: 'sgd', learningRate: 0.1 },
  batch: 12,
  epochs: 5,
  seeds: [0],
}
const STEPS = 20

function ports() {
  let now = 0
  const hardware = { fetch: () => Promise.reject(new Error('offline')), caches: undefined }
  return {
    now: () => (now += 1),
    loadData: (spec: ExperimentSpec) =>
      loadData(
        spec.data,
        { written: false, probes: false, rareKernels: false, rareLayers: false },
        { ...hardware, loadHardware: async () => ({ backend: TWINS_BACKEND }) },
        new AbortController().signal,
        () => undefined,
      ),
  }
}

test.each([1, 3, 7, 20, 1000])('%i steps a picture end in the very weights of a run in one go', async (pace) => {
  const run = await startPacedRun(SPEC, 3, ports())
  const steps = [run.advance(0).step]
  let frame = run.advance(pace)
  while (frame.weightHash === null) {
    steps.push(frame.step)
    frame = run.advance(pace)
  }
  const plain = createTrainer({ spec: SPEC, seed: 3, dataset: buildDataset(SPEC.data), backend: TWINS_BACKEND })
  for (const report of plain.run()) if (report.status === 'diverged') throw new Error(report.reason)
  expect(frame.weightHash).toBe(plain.weightHash())
  expect(frame.step).toBe(STEPS)
  expect(frame.accuracy).not.toBeNull()
  expect(steps[0]).toBe(0)
  for (const [index, step] of steps.entries()) expect(step).toBe(Math.min(STEPS, index * pace))
  expect(run.advance(pace)).toEqual({ ...frame, elapsedMs: expect.any(Number) })
})

test('a picture says for every place how likely the second class is', async () => {
  const run = await startPacedRun(SPEC, 3, ports())
  const { field, extent } = run.advance(5)
  expect(field.values).toHaveLength(field.side ** 2)
  expect(Math.min(...field.values)).toBeGreaterThanOrEqual(0)
  expect(Math.max(...field.values)).toBeLessThanOrEqual(1)
  expect(new Set(field.values.map((value) => Math.round(value))).size).toBe(2)
  expect(run.points.inputs).toHaveLength(run.points.labels.length * 2)
  expect(run.points.inputs.every((value) => Math.abs(value) <= extent)).toBe(true)
})

test('data that cannot be drawn in the plane are refused in a sentence', async () => {
  const spec = { ...SPEC, data: { kind: 'drawn-ten', train: 20, validation: 10, seed: 1 } } as ExperimentSpec
  await expect(startPacedRun(spec, 0, ports())).rejects.toThrow('points of the plane')
})
