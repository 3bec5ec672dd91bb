import { beforeEach, expect, test } from 'vitest'
import { type ExperimentSpec, hashFloats } from '@/lib/engine'
import { type PlaneTrainer, WorkerLostError } from './plane-client'
import { type PlanePlan, PlanePlayer } from './plane-player'
import type { PlaneCommand } from './plane-protocol'
import { createSessionHere } from './testing/session-here'

const SPEC: ExperimentSpec = {
  version: 1,
  data: { kind: 'gaussians', samples: 40, noise: 0.05, seed: 7, validation: 0.25 },
  model: [
    { layer: 'linear', units: 2 },
    { layer: 'activation', name: 'tanh' },
    { layer: 'linear', units: 2 },
  ],
  loss: { kind: 'softmax-cross-entropy' },
  optimizer: { kind: 'sgd', learningRate: 0.1 },
  batch: 10,
  epochs: 4,
  seeds: [0],
}
const PLAN: PlanePlan = { spec: SPEC, seeds: [3, 4], steps: 12, stopAt: null, extent: null }

/** Turns that wait to be taken, as a screen would. */
let turns: (() => void)[] = []
let now = 0
let asked: PlaneCommand[] = []
let workers = 0
/** So many workers are killed when they are next asked: there is never an answer, and patience ends. */
let kills = 0

beforeEach(() => {
  turns = []
  now = 0
  asked = []
  workers = 0
  kills = 0
})

function createFakeTrainer(): PlaneTrainer {
  workers++
  const session = createSessionHere(() => now)
  let isDead = false
  return {
    ask(command) {
      asked.push(structuredClone(command))
      if (kills > 0) {
        kills--
        isDead = true
      }
      return isDead
        ? Promise.reject(new WorkerLostError())
        : session.answer(command).then((answer) => structuredClone(answer))
    },
    dispose: () => undefined,
  }
}

function player(): PlanePlayer {
  const made = new PlanePlayer({
    createTrainer: createFakeTrainer,
    now: () => now,
    nextTurn: (then) => turns.push(then),
  })
  made.setPace({ steps: 1, budgetMs: 1 })
  return made
}

/** Lets the worker answer, and the screen draw. */
async function turn(times = 1) {
  for (let i = 0; i < times; i++) {
    await new Promise((settled) => setTimeout(settled))
    now += 40
    turns.shift()?.()
  }
  await new Promise((settled) => setTimeout(settled))
}

const hashes = (made: PlanePlayer) => made.getSnapshot().runs.map(({ end }) => end?.weightHash)

async function finished(made: PlanePlayer) {
  made.run()
  await turn(30)
  expect(made.getSnapshot().phase).toBe('finished')
  return hashes(made)
}

test('shows the untrained network, and trains only what is asked for and seen', async () => {
  const made = player()
  made.choose(PLAN)
  await turn()
  expect(asked).toEqual([])
  made.setVisible(true)
  await turn(3)
  expect(made.getSnapshot()).toMatchObject({ phase: 'ready', data: { classes: ['class 0', 'class 1'] } })
  expect(asked.map(({ kind }) => kind)).toEqual(['start'])
  made.run()
  await turn(3)
  const { step } = made.getSnapshot().runs[0] ?? { step: 0 }
  expect(step).toBeGreaterThan(0)
  made.setVisible(false)
  await turn(5)
  const away = asked.length
  await turn(5)
  expect(asked).toHaveLength(away)
  made.setVisible(true)
  await turn(30)
  expect(made.getSnapshot().phase).toBe('finished')
})

test('pause holds it, a step is one step, stop keeps the curves, run again begins anew', async () => {
  const made = player()
  made.setVisible(true)
  made.choose(PLAN)
  await turn(2)
  made.step()
  await turn(3)
  expect(made.getSnapshot()).toMatchObject({ phase: 'paused' })
  expect(made.getSnapshot().runs.map(({ step }) => step)).toEqual([1, 1])
  made.step()
  await turn(3)
  expect(made.getSnapshot().runs.map(({ step }) => step)).toEqual([2, 2])
  made.run()
  await turn(3)
  made.pause()
  await turn(2)
  const paused = made.getSnapshot().runs[0]?.step
  await turn(4)
  expect(made.getSnapshot().runs[0]?.step).toBe(paused)
  made.stop()
  expect(made.getSnapshot().phase).toBe('stopped')
  expect(made.getSnapshot().runs[0]?.lossCurve.length).toBe(paused)
  const { round } = made.getSnapshot()
  await finished(made)
  expect(made.getSnapshot().round).toBe(round + 1)
})

test('another recipe while it trains is trained at once; one that cannot be trained empties it', async () => {
  const made = player()
  made.setVisible(true)
  made.choose(PLAN)
  made.run()
  await turn(4)
  made.choose({ ...PLAN, seeds: [9] })
  expect(made.getSnapshot()).toMatchObject({ phase: 'running', runs: [] })
  await turn(3)
  expect(made.getSnapshot().runs.map(({ seed }) => seed)).toEqual([9])
  made.choose(null)
  await turn(3)
  expect(made.getSnapshot()).toMatchObject({ phase: 'empty', runs: [] })
})

test('a worker that is lost is replaced, and the run ends in the same weights', async () => {
  const undisturbed = player()
  undisturbed.setVisible(true)
  undisturbed.choose(PLAN)
  await turn(2)
  const wanted = await finished(undisturbed)
  const whole = undisturbed.getSnapshot().runs[0]?.lossCurve

  workers = 0
  const made = player()
  made.setVisible(true)
  made.choose(PLAN)
  await turn(2)
  made.run()
  await turn(2)
  now += 1000
  await turn(3)
  kills = 1
  await turn(30)
  const { phase, recovered, runs } = made.getSnapshot()
  expect(workers).toBe(2)
  expect(recovered?.times).toBe(1)
  expect(recovered?.step).toBeGreaterThan(0)
  expect(phase).toBe('finished')
  expect(hashes(made)).toEqual(wanted)
  expect(runs[0]?.lossCurve).toEqual(whole)
})

test('a worker that is lost after the end is replaced by one that ends in the same weights', async () => {
  const made = player()
  made.setVisible(true)
  made.choose(PLAN)
  await turn(2)
  const wanted = await finished(made)
  kills = 1
  made.setView(1, [0, 0])
  await turn(30)
  expect(workers).toBe(2)
  expect(made.getSnapshot().phase).toBe('finished')
  expect(made.getSnapshot().runs[0]?.step).toBe(12)
  expect(hashes(made)).toEqual(wanted)
})

test('a recipe that ends every worker is given up, with a sentence', async () => {
  const made = player()
  kills = Number.POSITIVE_INFINITY
  made.setVisible(true)
  made.choose(PLAN)
  await turn(10)
  expect(made.getSnapshot().phase).toBe('failed')
  expect(made.getSnapshot().problem).toContain('Reload the page')
  expect(workers).toBeLessThan(10)
})

test('a place is read while nothing is trained', async () => {
  const made = player()
  made.setVisible(true)
  made.choose(PLAN)
  await turn(2)
  made.setView(1, [0.5, 0.25])
  await turn(2)
  expect(made.last.place).toMatchObject({ x: 0.5, y: 0.25, shares: [expect.any(Number), expect.any(Number)] })
  expect(made.getSnapshot().runs[0]?.step).toBe(0)
})

const hashOf = async (made: PlanePlayer, run: number) => {
  const asked = made.weights(run)
  await turn(4)
  return hashFloats(((await asked)?.weights ?? []).map(({ values }) => values))
}

test('what the seeds have learnt is handed out on request, also out of sight', async () => {
  const made = player()
  made.setVisible(true)
  made.choose(PLAN)
  expect(await made.weights(0)).toBe(null)
  await turn(2)
  const wanted = await finished(made)
  made.setVisible(false)
  const [first, second] = [hashOf(made, 0), hashOf(made, 1)]
  expect([await first, await second]).toEqual(wanted)
})

test('nobody is left waiting for weights of a recipe that was changed, or of a worker that is gone', async () => {
  const made = player()
  made.setVisible(true)
  made.choose(PLAN)
  await turn(2)
  const changed = made.weights(0)
  made.choose({ ...PLAN, seeds: [9] })
  expect(await changed).toBe(null)
  await turn(3)
  kills = Number.POSITIVE_INFINITY
  const lost = made.weights(0)
  await turn(20)
  expect(await lost).toBe(null)
  expect(made.getSnapshot().phase).toBe('failed')
})

test('weights that were asked for of a worker that is lost come from the next one', async () => {
  const made = player()
  made.setVisible(true)
  made.choose(PLAN)
  await turn(2)
  made.step()
  await turn(3)
  kills = 1
  const asked = made.weights(1)
  await turn(6)
  expect(workers).toBe(2)
  expect((await asked)?.step).toBe(1)
})

test('outputs for the points held back are there where the plan wants them, also after a worker was lost', async () => {
  const made = player()
  made.setVisible(true)
  made.choose(PLAN)
  await turn(2)
  expect(made.last.scores).toBeNull()
  made.choose({ ...PLAN, scores: true })
  await turn(2)
  const before = made.last.scores
  expect(before).toHaveLength(2 * 10)
  made.run()
  await turn(2)
  kills = 1
  await turn(30)
  expect(made.getSnapshot()).toMatchObject({ phase: 'finished', recovered: { times: 1 } })
  expect(made.last.scores).toHaveLength(2 * 10)
  expect(made.last.scores).not.toEqual(before)
})
