/** The same bits in a browser as in Node: the claim that every saved run and every challenge rests on. */
import {
  buildDataset,
  createTrainer,
  type ExperimentSpec,
  encodeCheckpoint,
  GOLDEN_RUNS,
  parseCheckpoint,
} from '@/lib/engine'
import { nodeBackend } from '@/lib/training/hardware/node-backend'
import { ask, type Lab, openLab } from './engine-lab/open-lab'
import { LAB_BACKENDS } from './engine-lab/question'
import { expect, test } from './fixtures'

let lab: Lab
test.beforeAll(async () => {
  lab = await openLab()
})
test.afterAll(() => lab.close())
test.beforeEach(async ({ page }) => {
  await page.goto(lab.url)
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true)
})

for (const backend of LAB_BACKENDS) {
  test(`somebody who trains in this browser gets the golden runs’ weights to the last bit: ${backend}`, async ({
    page,
  }) => {
    for (const { name, spec, seed, weightHash } of GOLDEN_RUNS) {
      const answer = await ask(page, { spec, seed, backend, threads: 1, checkpoint: null, until: null })
      expect.soft({ name, weightHash: answer.weightHash }).toEqual({ name, weightHash })
      expect(answer.kind).toBe(backend === 'twins' ? 'twins' : 'kernels')
    }
  })
}

test('somebody whose browser trains on several threads gets the same weights to the last bit', async ({ page }) => {
  for (const { name, spec, seed, weightHash } of GOLDEN_RUNS) {
    for (const threads of [2, 4, 8]) {
      const question = { spec, seed, backend: 'kernels-shared', threads, checkpoint: null, until: null } as const
      const answer = await ask(page, question)
      expect.soft({ name, threads, weightHash: answer.weightHash }).toEqual({ name, threads, weightHash })
    }
  }
})

/** Trains in this process, to its end or until a step, and gives what the lab gives. */
function trainHere(spec: ExperimentSpec, seed: number, bytes: Uint8Array | null, until: number | null) {
  const checkpoint = bytes === null ? undefined : parseCheckpoint(bytes)
  const trainer = createTrainer({ spec, seed, dataset: buildDataset(spec.data), backend: nodeBackend(), checkpoint })
  for (const report of trainer.run()) if (report.status === 'stepped' && report.step === until) break
  return { weightHash: trainer.weightHash(), checkpoint: encodeCheckpoint(trainer.checkpoint()) }
}

test('somebody goes on in a browser with the bytes of a run begun in Node, and the other way round: it ends in the same weights', async ({
  page,
}) => {
  for (const { name, spec, seed, weightHash } of GOLDEN_RUNS) {
    const until = 3
    const here = trainHere(spec, seed, null, until)
    const question = { spec, seed, backend: 'kernels', threads: 1 } as const
    const there = await ask(page, { ...question, checkpoint: null, until })
    expect.soft({ name, checkpoint: there.checkpoint }).toEqual({ name, checkpoint: here.checkpoint })
    const endedThere = await ask(page, { ...question, checkpoint: here.checkpoint, until: null })
    const endedHere = trainHere(spec, seed, there.checkpoint, null)
    expect
      .soft({ name, there: endedThere.weightHash, here: endedHere.weightHash })
      .toEqual({ name, there: weightHash, here: weightHash })
  }
})
