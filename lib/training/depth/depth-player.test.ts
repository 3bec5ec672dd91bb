import { beforeEach, expect, test } from 'vitest'
import { buildDataset, createTrainer, type ExperimentSpec, PROBE_KIT } from '@/lib/engine'
import { type AskedTrainer, WorkerLostError } from '@/lib/training/asked/asked-trainer'
import { nodeBackend } from '@/lib/training/hardware/node-backend'
import { type DepthPlan, DepthPlayer } from './depth-player'
import type { DepthAnswer, DepthCommand } from './depth-protocol'
import { DepthSession } from './depth-session'

const SPEC: ExperimentSpec = {
  version: 1,
  data: { kind: 'gaussians', samples: 40, noise: 0.05, seed: 7, validation: 0.25 },
  model: [
    { layer: 'linear', units: 3 },
    { layer: 'activation', name: 'tanh' },
    { layer: 'linear', units: 3 },
    { layer: 'activation', name: 'tanh' },
    { layer: 'linear', units: 2 },
  ],
  loss: { kind: 'softmax-cross-entropy' },
  optimizer: { kind: 'sgd', learningRate: 0.1 },
  batch: 10,
  epochs: 4,
  seeds: [3, 4],
}
const PLAN: DepthPlan = { specs: [SPEC, { ...SPEC, batch: 10 }], seeds: [3, 4], steps: 12 }

let turns: (() => void)[] = []
let now = 0
let workers = 0
/** So many workers are killed when they are next asked. */
let kills = 0

beforeEach(() => {
  turns = []
  now = 0
  workers = 0
  kills = 0
})

function createFakeTrainer(): AskedTrainer<DepthCommand, DepthAnswer> {
  workers++
  const session = new DepthSession({
    // A run uses a budget up.
    now: () => (now += 1),
    loadProbes: async () => PROBE_KIT,
    load: async (spec) => {
      const dataset = buildDataset(spec.data)
      const build = { spec, dataset, backend: nodeBackend() }
      return {
        dataset,
        isSlow: false,
        createTrainer: (seed, checkpoint) => createTrainer({ ...build, seed, ...(checkpoint ? { checkpoint } : {}) }),
      }
    },
  })
  let isDead = false
  return {
    ask(command) {
      if (kills > 0) {
        kills--
        isDead = true
      }
      return isDead
        ? Promise.reject(new WorkerLostError())
        : session.answer(structuredClone(command)).then((answer) => structuredClone(answer))
    },
    dispose: () => undefined,
  }
}

function player(): DepthPlayer {
  const made = new DepthPlayer({
    createTrainer: createFakeTrainer,
    now: () => now,
    nextTurn: (then) => turns.push(then),
  })
  made.setPace({ steps: 4, budgetMs: 0 })
  made.setVisible(true)
  return made
}

/** Lets the worker answer, and the screen draw. */
async function turn(times = 1) {
  for (let i = 0; i < times; i++) {
    await new Promise((settled) => setTimeout(settled))
    now += 200
    turns.shift()?.()
  }
  await new Promise((settled) => setTimeout(settled))
}
const stepsOf = (made: DepthPlayer) => made.getSnapshot().runs.map(({ reading }) => reading?.step ?? null)

test('before training every run is shown as soon as it is read, and then whole rounds', async () => {
  const made = player()
  made.choose(PLAN)
  await turn(1)
  expect(stepsOf(made)).toEqual([0, null, null, null])
  await turn(4)
  expect(stepsOf(made)).toEqual([0, 0, 0, 0])
  expect(made.getSnapshot()).toMatchObject({ phase: 'ready', isStale: false, histograms: { line: 0, seed: 3 } })
  made.step()
  await turn(2)
  expect(stepsOf(made)).toEqual([0, 0, 0, 0])
  await turn(3)
  expect(stepsOf(made)).toEqual([1, 1, 1, 1])
  expect(made.getSnapshot().phase).toBe('paused')
  made.run()
  await turn(30)
  expect(made.getSnapshot().phase).toBe('finished')
  expect(made.getSnapshot().runs.map(({ moments }) => moments.map(({ step }) => step))).toEqual(
    Array(4).fill([0, 1, 4, 8, 12]),
  )
})

test('a step that is asked for while it is still measured is made afterwards', async () => {
  const made = player()
  made.choose(PLAN)
  await turn(2)
  made.step()
  await turn(12)
  expect(stepsOf(made)).toEqual([1, 1, 1, 1])
})

test('other settings keep the old picture until there is a new one; none empty it', async () => {
  const made = player()
  made.choose(PLAN)
  await turn(8)
  const other = { ...PLAN, seeds: [9] }
  made.choose(other)
  expect(made.getSnapshot()).toMatchObject({ isStale: true, plan: PLAN, phase: 'loading' })
  expect(made.getSnapshot().runs).toHaveLength(4)
  await turn(6)
  expect(made.getSnapshot()).toMatchObject({ isStale: false, plan: other })
  expect(made.getSnapshot().runs.map(({ seed }) => seed)).toEqual([9, 9])
  made.choose(null)
  expect(made.getSnapshot()).toMatchObject({ phase: 'empty', runs: [], plan: null })
})

test('another network is looked into while nothing is trained; what cannot be seen rests', async () => {
  const made = player()
  made.choose(PLAN)
  await turn(8)
  made.setLook(1)
  await turn(2)
  expect(made.getSnapshot().histograms).toMatchObject({ line: 1, seed: 3, step: 0 })
  made.setVisible(false)
  made.run()
  await turn(6)
  expect(stepsOf(made)).toEqual([0, 0, 0, 0])
  made.pause()
  made.setVisible(true)
  made.stop()
  expect(made.getSnapshot().phase).toBe('stopped')
})

test('a worker that is lost is replaced, and the runs end in the same weights', async () => {
  const finish = async (made: DepthPlayer) => {
    await turn(80)
    expect(made.getSnapshot().phase).toBe('finished')
    return made.getSnapshot().runs.map(({ end, moments }) => ({ end, steps: moments.map(({ step }) => step) }))
  }
  const slow = () => {
    const one = player()
    one.setPace({ steps: 1, budgetMs: 0 })
    return one
  }
  const undisturbed = slow()
  undisturbed.choose(PLAN)
  undisturbed.run()
  const wanted = await finish(undisturbed)

  workers = 0
  turns = []
  const made = slow()
  made.choose(PLAN)
  made.run()
  await turn(20)
  now += 1000
  await turn(9)
  kills = 1
  expect(await finish(made)).toEqual(wanted)
  expect(workers).toBe(2)
  expect(made.getSnapshot().recovered).toMatchObject({ times: 1 })
})

test('a recipe that ends every worker is given up, with a sentence', async () => {
  const made = player()
  kills = Number.POSITIVE_INFINITY
  made.choose(PLAN)
  await turn(10)
  expect(made.getSnapshot()).toMatchObject({ phase: 'failed', problem: expect.stringContaining('Reload the page') })
  expect(workers).toBeLessThan(10)
})
