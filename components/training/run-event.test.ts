import { expect, test } from 'vitest'
import type { ExperimentSpec } from '@/lib/engine'
import { runSchema } from '@/lib/events/event'
import type { DataSummary, RunResult } from '@/lib/training/protocol'
import { plannedSnapshot, type RunView } from '@/lib/training/training-snapshot'
import { runEvent } from './run-event'

const spec: ExperimentSpec = {
  version: 1,
  data: { kind: 'cifar10', train: 500, validation: 100 },
  model: [{ layer: 'flatten' }, { layer: 'linear', units: 10 }],
  loss: { kind: 'softmax-cross-entropy' },
  optimizer: { kind: 'adam', learningRate: 0.001 },
  batch: 32,
  epochs: 1,
  seeds: [4],
}
const data: DataSummary = {
  source: 'cifar10',
  standIn: false,
  isSlow: false,
  problem: null,
  trainCount: 500,
  validationCount: 100,
  classes: [],
  hash: 'd'.repeat(64),
  plane: null,
  line: null,
  samples: null,
}
const result: RunResult = {
  outcome: 'finished',
  steps: 15,
  divergence: null,
  weightHash: 'a'.repeat(64),
  validation: { loss: 1.5, accuracy: 0.4 },
  numerics: 'ts-1',
  dataHash: data.hash,
  elapsedMs: 1234,
  trainingMs: 1000,
  imagesPerSecond: 480,
}
function view(changes: Partial<RunView> = {}): RunView {
  const [run] = plannedSnapshot([{ key: 'a', spec, seed: 4 }], data).runs
  if (!run) throw new Error('no run')
  return { ...run, multiplyAdds: 7, ...changes }
}
const subject = { itemId: 'cifar-activation-swap', itemVersion: '1' }
const payloadOf = (...rest: Parameters<typeof runEvent> extends [unknown, ...infer R] ? R : never) => {
  const event = runEvent(subject, ...rest)
  if (event.kind !== 'run-finished') throw new Error('another kind')
  return runSchema.parse(event.payload)
}

test('a finished run becomes an event that the log accepts', () => {
  const evaluation = { step: 15, epoch: 1, train: null, validation: { loss: 1.5, accuracy: 0.4 }, probes: [] }
  const payload = payloadOf(view({ lossCurve: [[1, 2.3]], evaluations: [evaluation] }), result, data)
  expect(payload).toMatchObject({
    seed: 4,
    outcome: 'finished',
    validation: { accuracy: 0.4, loss: 1.5 },
    multiplyAdds: 7,
    curves: { loss: [[1, 2.3]], accuracy: [[15, 0.4]] },
  })
  expect(payload.spec).toEqual(spec)
})

test('a run on the stand-in says so in its spec', () => {
  const payload = payloadOf(view(), result, { ...data, source: 'drawn-ten', standIn: true })
  expect(payload.spec).toMatchObject({ data: { kind: 'drawn-ten', train: 500, validation: 100, seed: 0 } })
})

test('a diverged run without any evaluation has no validation numbers', () => {
  const divergence = { step: 3, reason: 'NaN' }
  const payload = payloadOf(view(), { ...result, outcome: 'diverged', validation: null, divergence }, data)
  expect(payload.validation).toEqual({ accuracy: null, loss: null })
})

test('long curves are thinned to 200 points, the last one kept', () => {
  const evaluations = Array.from({ length: 901 }, (_, i) => ({
    step: i,
    epoch: i,
    train: null,
    validation: { loss: 1, accuracy: i / 1000 },
    probes: [],
  }))
  const { accuracy } = payloadOf(view({ evaluations }), result, data).curves
  expect(accuracy.length).toBeLessThanOrEqual(200)
  expect(accuracy.at(-1)).toEqual([900, 0.9])
})
