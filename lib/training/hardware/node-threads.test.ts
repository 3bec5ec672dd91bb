/** The same bits with any number of threads: the claim that lets a page use as many as it has. */
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { buildDataset, createTrainer, GOLDEN_RUNS } from '@/lib/engine'
import { nodeBackend } from './node-backend'
import { nodeThreads } from './node-threads'

/** Helpers need the event loop to begin; a run that blocks it from the start would be over without them. */
const HELPERS_BEGIN_WITHIN_MS = 2500

/** A small network's batch is one chunk, which no second thread takes part in. */
const RUNS = GOLDEN_RUNS.filter(({ name }) => name === 'cnn-pooled-swish-momentum' || name === 'cnn-batch-norm')

test.each(RUNS)('$name: 1, 2, 4 and 8 threads end in the same weights and running statistics', async (run) => {
  const { spec, seed, weightHash } = run
  const dataset = buildDataset(spec.data)
  const trainers = [1, 2, 4, 8].map((count) => {
    const threads = { count, spawn: nodeThreads() }
    return { count, trainer: createTrainer({ spec, seed, dataset, backend: nodeBackend(true), threads }) }
  })
  await wait(HELPERS_BEGIN_WITHIN_MS)
  const found = trainers.map(({ count, trainer }) => {
    const last = [...trainer.run()].at(-1)
    trainer.dismiss()
    return { count, last, running: trainer.checkpoint().running }
  })
  const [alone] = found
  expect(alone?.last).toMatchObject({ status: 'finished', weightHash })
  for (const { count } of found) expect(found).toContainEqual({ ...alone, count })
})
