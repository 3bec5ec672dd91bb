/** The same bits with any number of threads: the claim that lets a page use as many as it has. */
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { buildDataset, createTrainer, type ExperimentSpec, GOLDEN_RUNS, type LayerSpec } from '@/lib/engine'
import { nodeBackend } from './node-backend'
import { nodeThreads } from './node-threads'

const block = (units: number): LayerSpec[] => [
  { layer: 'linear', units },
  { layer: 'batch-norm' },
  { layer: 'activation', name: 'relu' },
]
/** Threads wait for one another five times a step: were it done carelessly, one of 600 steps would tell. */
const MANY_PHASES: ExperimentSpec = {
  version: 1,
  data: { kind: 'moons', samples: 1250, noise: 0.1, seed: 3, validation: 0.2 },
  model: [...block(64), ...block(48), { layer: 'linear', units: 2 }],
  loss: { kind: 'softmax-cross-entropy' },
  optimizer: { kind: 'sgd', learningRate: 0.01, momentum: 0.9 },
  batch: 50,
  epochs: 30,
  seeds: [0],
}
const golden = (wanted: string) => GOLDEN_RUNS.filter(({ name }) => name === wanted)
/** A small network's batch is one chunk, which no second thread takes part in; these have several. */
const RUNS = [
  ...golden('cnn-pooled-swish-momentum'),
  ...golden('cnn-batch-norm'),
  { name: 'many phases', spec: MANY_PHASES, seed: 0 },
]

test.each(RUNS)(
  '$name: 1, 2, 4 and 8 threads end alike, running statistics included',
  { timeout: 60_000 },
  async ({ spec, seed, ...expected }) => {
    const dataset = buildDataset(spec.data)
    const trainers = [1, 2, 4, 8].map((count) => {
      const threads = { count, spawn: nodeThreads() }
      return { count, trainer: createTrainer({ spec, seed, dataset, backend: nodeBackend(true), threads }) }
    })
    // Helpers need the event loop to begin; a run that blocks it from the start would be over without them.
    while (trainers.some(({ trainer: { threads } }) => threads.present < threads.count)) await wait(20)
    const found = trainers.map(({ count, trainer }) => {
      const last = [...trainer.run()].at(-1)
      trainer.dismiss()
      return { count, last, running: trainer.checkpoint().running }
    })
    const [alone] = found
    expect(alone?.last?.status).toBe('finished')
    if ('weightHash' in expected) expect(alone?.last).toMatchObject({ weightHash: expected.weightHash })
    for (const { count } of found) expect(found).toContainEqual({ ...alone, count })
  },
)
