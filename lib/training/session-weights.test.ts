/** What a session hands out of what its runs have learnt: training-session.test.ts is about everything else. */
import { expect, test } from 'vitest'
import { buildDataset, createTrainer, type ExperimentSpec, TWINS_BACKEND } from '@/lib/engine'
import { loadData } from './data/load-data'
import type { LearntWeights, TrainingMessage } from './protocol'
import { TrainingSession } from './training-session'

const spec: ExperimentSpec = {
  version: 1,
  data: { kind: 'moons', samples: 60, noise: 0.1, seed: 1, validation: 0.2 },
  model: [{ layer: 'linear', units: 2 }],
  loss: { kind: 'softmax-cross-entropy' },
  optimizer: { kind: 'sgd', learningRate: 0.1 },
  batch: 8,
  epochs: 2,
  seeds: [0, 1],
}
const cost = { parameters: 6, multiplyAddsPerExample: 12, bytes: 1000, steps: 12 }
const runs = spec.seeds.map((seed) => ({ key: `seed-${seed}`, spec, seed, cost }))

async function session() {
  const tasks: (() => void)[] = []
  const messages: TrainingMessage[] = []
  const ports = { fetch: () => Promise.reject(new Error('none')), caches: undefined }
  const made = new TrainingSession({
    now: () => 0,
    later: (task) => tasks.push(task),
    post: (message) => messages.push(message),
    numerics: 'test',
    loadData: (data, needs, signal, onBytes) =>
      loadData(data, needs, { ...ports, loadHardware: async () => ({ backend: TWINS_BACKEND }) }, signal, onBytes),
  })
  made.handle({ kind: 'start', runs, paused: true })
  for (let i = 0; !messages.some(({ kind }) => kind === 'run-started'); i++) {
    if (i > 1000) throw new Error('The run never began.')
    await new Promise((turn) => setTimeout(turn, 1))
  }
  const turn = () => {
    for (let task = tasks.shift(); task; task = tasks.shift()) task()
  }
  const weights = (key: string): LearntWeights | null => {
    made.handle({ kind: 'weights', key })
    const answer = messages.at(-1)
    return answer?.kind === 'weights' && answer.key === key ? answer.learnt : null
  }
  return { made, turn, weights, messages }
}

/** The weights after so many steps. */
function trained(seed: number, steps: number) {
  const trainer = createTrainer({ spec, seed, dataset: buildDataset(spec.data) })
  if (steps === 0) return trainer.weights()
  for (const report of trainer.run()) if (report.status === 'stepped' && report.step === steps) break
  return trainer.weights()
}

test('before, in the midst of and after a run: its weights as they stand, and null for a run that has not begun', async () => {
  const { made, turn, weights } = await session()
  expect(weights('seed-0')).toEqual({ step: 0, weights: trained(0, 0) })
  expect(weights('seed-1')).toBe(null)
  made.handle({ kind: 'step' })
  turn()
  made.handle({ kind: 'step' })
  turn()
  expect(weights('seed-0')).toEqual({ step: 2, weights: trained(0, 2) })
  made.handle({ kind: 'resume' })
  turn()
  for (const seed of [0, 1]) expect(weights(`seed-${seed}`)).toEqual({ step: 12, weights: trained(seed, 12) })
})

test('a run that was stopped keeps what it had learnt; a new plan forgets it', async () => {
  const { made, turn, weights } = await session()
  made.handle({ kind: 'step' })
  turn()
  made.handle({ kind: 'stop' })
  expect(weights('seed-0')).toEqual({ step: 1, weights: trained(0, 1) })
  made.handle({ kind: 'start', runs: [], paused: true })
  expect(weights('seed-0')).toBe(null)
})
