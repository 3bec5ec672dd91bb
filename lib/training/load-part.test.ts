import { expect, test } from 'vitest'
import type { ExperimentSpec } from '@/lib/engine'
import { loadPart } from './load-part'
import type { TrainingMessage } from './protocol'
import { TrainingSession } from './training-session'

const SENTENCE = 'A part of the training engine could not be loaded. Check the connection and run again.'
const spec: ExperimentSpec = {
  version: 1,
  data: { kind: 'xor', samples: 10, noise: 0, seed: 0, validation: 0.5 },
  model: [{ layer: 'linear', units: 2 }],
  loss: { kind: 'softmax-cross-entropy' },
  optimizer: { kind: 'sgd', learningRate: 1 },
  batch: 5,
  epochs: 1,
  seeds: [0],
}
const cost = { parameters: 6, multiplyAddsPerExample: 12, bytes: 1000, steps: 10 }

async function failureOf(loadData: () => Promise<never>) {
  const posts: TrainingMessage[] = []
  const post = (message: TrainingMessage) => posts.push(message)
  const session = new TrainingSession({ now: () => 0, later: () => {}, post, numerics: '', loadData })
  session.handle({ kind: 'start', runs: [{ key: 'a', spec, seed: 0, cost }], paused: false })
  await new Promise((turned) => setTimeout(turned))
  return posts.find((message) => message.kind === 'failed')
}

test.each([
  [
    () => loadPart(() => Promise.reject(new TypeError('Failed to fetch x-1.js'))),
    { reason: 'part', message: SENTENCE },
  ],
  [() => Promise.reject(new Error('No images.')), { reason: 'data', message: 'No images.' }],
])('a file of the engine that did not arrive is told apart from data that did not: %#', async (load, failure) => {
  expect(await failureOf(load)).toEqual({ kind: 'failed', failure: { ...failure, problems: [] } })
})

test('a part that arrives is handed on', async () => {
  expect(await loadPart(async () => 7)).toBe(7)
})
