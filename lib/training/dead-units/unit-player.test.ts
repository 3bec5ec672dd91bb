import { beforeEach, expect, test } from 'vitest'
import type { ExperimentSpec } from '@/lib/engine'
import { type AskedTrainer, WorkerLostError } from '@/lib/training/asked/asked-trainer'
import { loadRecipeHere } from '@/lib/training/plane/testing/recipe-here'
import { deathsOf } from './unit-history'
import { type UnitPlan, UnitPlayer } from './unit-player'
import type { UnitAnswer, UnitCommand } from './unit-protocol'
import { UnitSession } from './unit-session'

const SPEC: ExperimentSpec = {
  version: 1,
  data: { kind: 'spiral', samples: 50, noise: 0.05, seed: 7, validation: 0.2 },
  model: [
    { layer: 'linear', units: 5, init: 'he-normal' },
    { layer: 'activation', name: 'relu' },
    { layer: 'linear', units: 2, init: 'glorot-normal' },
  ],
  loss: { kind: 'softmax-cross-entropy' },
  optimizer: { kind: 'sgd', learningRate: 2.5, momentum: 0.9 },
  batch: 10,
  epochs: 5,
  seeds: [0],
}
const STEPS = 20
const plan = (swapAt?: number): UnitPlan => ({
  spec:
    swapAt === undefined
      ? SPEC
      : { ...SPEC, interventions: [{ atStep: swapAt, layer: 1, activation: { name: 'leaky-relu', alpha: 0.1 } }] },
  seed: 0,
  steps: STEPS,
})

/** Turns that wait to be taken, as a screen would. */
let turns: (() => void)[] = []
let now = 0
let asked: UnitCommand[] = []
/** So many workers are killed when they are next asked. */
let kills = 0

beforeEach(() => {
  turns = []
  now = 0
  asked = []
  kills = 0
})

function createFakeTrainer(): AskedTrainer<UnitCommand, UnitAnswer> {
  const session = new UnitSession({ now: () => now, load: (spec) => loadRecipeHere(spec) })
  let isDead = false
  return {
    ask(command) {
      asked.push(structuredClone(command))
      if (kills > 0) {
        kills--
        isDead = true
      }
      if (isDead) return Promise.reject(new WorkerLostError())
      return session.answer(command).then((answer) => structuredClone(answer))
    },
    dispose: () => undefined,
  }
}

/** Lets the worker answer, and the screen draw. */
async function turn(times = 1) {
  for (let i = 0; i < times; i++) {
    await new Promise((settled) => setTimeout(settled))
    now += 400
    turns.shift()?.()
  }
  await new Promise((settled) => setTimeout(settled))
}

async function opened(first = plan()): Promise<UnitPlayer> {
  const player = new UnitPlayer({
    createTrainer: createFakeTrainer,
    now: () => now,
    nextTurn: (then) => turns.push(then),
  })
  player.setPace({ steps: 3, budgetMs: 1e9 })
  player.setVisible(true)
  player.choose(first)
  await turn(2)
  return player
}

const hashOf = (player: UnitPlayer) => player.getSnapshot().run?.end?.weightHash
const lastOf = (player: UnitPlayer) => player.getSnapshot().history?.last
const livesOf = (player: UnitPlayer) => {
  const { history } = player.getSnapshot()
  return history === null ? [] : Array.from({ length: history.units }, (_, unit) => deathsOf(history, unit))
}

async function whole(first: UnitPlan) {
  const player = await opened(first)
  player.run()
  await turn(15)
  expect(player.getSnapshot().phase).toBe('finished')
  return { hash: hashOf(player), lives: livesOf(player) }
}

test('it rests where it is told, and goes on from there to the end', async () => {
  const player = await opened()
  expect(lastOf(player)).toBe(0)
  player.setPauseAt(7)
  player.run()
  await turn(8)
  expect(player.getSnapshot()).toMatchObject({ phase: 'paused', run: { step: 7 } })
  expect(lastOf(player)).toBe(7)
  player.run()
  await turn(10)
  expect(player.getSnapshot().phase).toBe('finished')
  expect(lastOf(player)).toBe(STEPS)
})

test('a link leads to a step, past where it would rest', async () => {
  const player = await opened()
  player.setPauseAt(5)
  player.runTo(11)
  await turn(8)
  expect(player.getSnapshot()).toMatchObject({ phase: 'paused', run: { step: 11 } })
})

test('a swap at a step that is past keeps what came before, and ends as that recipe does', async () => {
  const wanted = await whole(plan(8))
  const player = await opened()
  player.run()
  await turn(15)
  const { round } = player.getSnapshot()
  const before = livesOf(player)
  player.choose(plan(8))
  await turn(2)
  expect(player.getSnapshot()).toMatchObject({ phase: 'paused', round, run: { step: 8, end: null } })
  expect(lastOf(player)).toBe(8)
  expect(asked.filter(({ kind }) => kind === 'start')).toHaveLength(2)
  player.run()
  await turn(10)
  expect(hashOf(player)).toBe(wanted.hash)
  expect(livesOf(player)).toEqual(wanted.lives)
  expect(livesOf(player)).not.toEqual(before)
  const curve = player.getSnapshot().run?.lossCurve.map(([step]) => step)
  expect(curve).toEqual(curve?.toSorted((a, b) => a - b))
})

test('back to a step and on again without a change, it is the same run', async () => {
  const wanted = await whole(plan())
  const player = await opened()
  player.run()
  await turn(15)
  player.backTo(6)
  await turn(2)
  expect(lastOf(player)).toBe(6)
  player.run()
  await turn(10)
  expect(hashOf(player)).toBe(wanted.hash)
  expect(livesOf(player)).toEqual(wanted.lives)
})

test('another recipe, run again and start over begin anew', async () => {
  const player = await opened()
  player.run()
  await turn(15)
  const { round } = player.getSnapshot()
  player.run()
  await turn(15)
  expect(player.getSnapshot()).toMatchObject({ round: round + 1, phase: 'finished' })
  player.restart()
  await turn(2)
  expect(player.getSnapshot().phase).toBe('ready')
  expect(lastOf(player)).toBe(0)
  player.choose({ ...plan(), seed: 1 })
  await turn(2)
  expect(player.getSnapshot().run).toMatchObject({ seed: 1, step: 0 })
})

test('a cause is asked once, stays where it is true, and goes where its step is forgotten', async () => {
  const player = await opened()
  player.run()
  await turn(15)
  const unit = livesOf(player).findIndex((deaths) => deaths.some(({ died }) => died > 1))
  const step = livesOf(player)[unit]?.find(({ died }) => died > 1)?.died ?? 0
  expect(step).toBeGreaterThan(1)
  player.askCause({ layer: 0, unit }, step)
  player.askCause({ layer: 0, unit }, step)
  await turn(3)
  expect(player.getSnapshot().cause).toMatchObject({ unit, step })
  expect(asked.filter(({ kind }) => kind === 'cause')).toHaveLength(1)
  player.backTo(step)
  await turn(2)
  expect(player.getSnapshot().cause).toMatchObject({ unit, step })
  player.backTo(step - 1)
  await turn(2)
  expect(player.getSnapshot().cause).toBe(null)
})

test('a worker that is lost is replaced: what was seen stays, and the run ends in the same weights', async () => {
  const wanted = await whole(plan())
  const player = await opened()
  player.run()
  await turn(3)
  kills = 1
  await turn(20)
  expect(player.getSnapshot()).toMatchObject({ phase: 'finished', recovered: { times: 1 } })
  expect(hashOf(player)).toBe(wanted.hash)
  expect(livesOf(player)).toEqual(wanted.lives)
})
