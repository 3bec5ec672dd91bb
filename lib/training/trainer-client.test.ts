import { beforeEach, expect, test, vi } from 'vitest'
import type { ExperimentSpec } from '@/lib/engine'
import type { RunRequest, RunUpdate, TrainingCommand, TrainingMessage } from './protocol'
import { createTrainerClient, type WorkerHandle } from './trainer-client'
import { timeLeftMs } from './training-snapshot'

class FakeWorker implements WorkerHandle {
  onmessage: WorkerHandle['onmessage'] = null
  onerror: WorkerHandle['onerror'] = null
  commands: TrainingCommand[] = []
  ended = false
  postMessage(command: TrainingCommand) {
    this.commands.push(command)
  }
  terminate() {
    this.ended = true
  }
  say(...messages: TrainingMessage[]) {
    for (const data of messages) this.onmessage?.({ data } as MessageEvent<TrainingMessage>)
  }
}

const spec: ExperimentSpec = {
  version: 1,
  data: { kind: 'xor', samples: 10, noise: 0, seed: 0, validation: 0.5 },
  model: [{ layer: 'linear', units: 2 }],
  loss: { kind: 'softmax-cross-entropy' },
  optimizer: { kind: 'sgd', learningRate: 1 },
  batch: 5,
  epochs: 1,
  seeds: [0, 1],
}
const runs: RunRequest[] = [0, 1].map((seed) => ({ key: `seed-${seed}`, spec, seed }))

const update = (changes: Partial<RunUpdate>): RunUpdate => ({
  key: 'seed-0',
  step: 1,
  epoch: 0,
  loss: 0.5,
  learningRate: 1,
  gradientNorm: 2,
  lossPoints: [[1, 0.5]],
  evaluations: [],
  surface: null,
  fit: null,
  predictions: null,
  elapsedMs: 5,
  imagesPerSecond: 1000,
  ...changes,
})
const progress = (changes: Partial<RunUpdate>, fraction = 0.1): TrainingMessage => ({
  kind: 'progress',
  fraction,
  elapsedMs: 1000,
  run: update(changes),
})
const started: TrainingMessage[] = [
  { kind: 'phase', phase: 'loading' },
  { kind: 'run-started', key: 'seed-0', steps: 4, parameters: 6, multiplyAdds: 12 },
  { kind: 'phase', phase: 'running' },
]

let workers: FakeWorker[]
function open() {
  const client = createTrainerClient(() => {
    const worker = new FakeWorker()
    workers.push(worker)
    return worker
  })
  client.start(runs)
  const [worker] = workers
  if (!worker) throw new Error('no worker was made')
  return { client, worker }
}

beforeEach(() => {
  workers = []
  vi.useFakeTimers()
})

test('no worker exists until something is started', () => {
  const client = createTrainerClient(() => {
    throw new Error('made too early')
  })
  expect(client.getSnapshot().phase).toBe('idle')
  client.pause()
  client.stop()
})

test('news is folded into the run it is about, and each change is a new snapshot', () => {
  const { client, worker } = open()
  const seen: unknown[] = []
  client.subscribe(() => seen.push(client.getSnapshot()))
  worker.say(...started, progress({}), progress({ step: 2, loss: 0.25, lossPoints: [[2, 0.25]] }))
  vi.advanceTimersByTime(40)
  const [first, second] = client.getSnapshot().runs
  expect(first).toMatchObject({
    status: 'training',
    step: 2,
    loss: 0.25,
    lossCurve: [
      [1, 0.5],
      [2, 0.25],
    ],
  })
  expect(second).toMatchObject({ status: 'waiting', lossCurve: [] })
  // Three at once, and the two pieces of news in one picture.
  expect(new Set(seen).size).toBe(4)
})

test('a plan is sent to the worker with what each run costs', () => {
  const { worker } = open()
  const cost = { parameters: 6, multiplyAddsPerExample: 8, bytes: expect.any(Number), steps: 1 }
  expect(worker.commands).toEqual([{ kind: 'start', runs: runs.map((run) => ({ ...run, cost })), paused: false }])
})

test('a spec that cannot be run is a typed failure naming the key, and no worker is made for it', () => {
  const client = createTrainerClient(() => {
    throw new Error('made for nothing')
  })
  client.start([{ key: 'a', spec: { ...spec, batch: 0 }, seed: 0 }])
  const { phase, failure, runs: shown } = client.getSnapshot()
  expect(phase).toBe('failed')
  expect(failure).toMatchObject({ reason: 'bad-spec', message: expect.stringContaining('batch') })
  expect(failure?.problems[0]?.path).toEqual(['batch'])
  expect(shown.map(({ status }) => status)).toEqual(['stopped'])
})

test('a burst of news is one picture, and a change of phase shows all of it at once', () => {
  const { client, worker } = open()
  worker.say(...started)
  let pictures = 0
  client.subscribe(() => pictures++)
  for (let step = 1; step <= 50; step++) worker.say(progress({ step, lossPoints: [[step, 1]] }))
  expect(pictures).toBe(0)
  worker.say({ kind: 'phase', phase: 'paused' })
  expect(pictures).toBe(1)
  expect(client.getSnapshot().runs[0]?.lossCurve).toHaveLength(50)
  vi.advanceTimersByTime(100)
  expect(pictures).toBe(1)
})

test('a divergence keeps its curve', () => {
  const { client, worker } = open()
  const result = {
    outcome: 'diverged',
    steps: 36,
    divergence: { step: 37, reason: 'the loss is NaN' },
    weightHash: 'b'.repeat(64),
    validation: null,
    numerics: 'ts-1',
    dataHash: 'h',
    elapsedMs: 9,
    trainingMs: 9,
    imagesPerSecond: 1,
  } as const
  worker.say(...started, progress({}), { kind: 'run-ended', key: 'seed-0', result })
  expect(client.getSnapshot().runs[0]).toMatchObject({ status: 'diverged', step: 36, lossCurve: [[1, 0.5]], result })
})

test('stop: the worker that answers lives on, the silent one is ended within 100 ms; curves stay', () => {
  const { client, worker } = open()
  worker.say(...started, progress({}))
  client.stop()
  worker.say({ kind: 'phase', phase: 'stopped' })
  vi.advanceTimersByTime(1000)
  expect(worker.ended).toBe(false)

  client.start(runs)
  worker.say(...started, progress({}))
  client.stop()
  vi.advanceTimersByTime(100)
  expect(worker.ended).toBe(true)
  expect(client.getSnapshot().phase).toBe('stopped')
  expect(client.getSnapshot().runs.map((run) => run.status)).toEqual(['stopped', 'stopped'])
  expect(client.getSnapshot().runs[0]?.lossCurve).toHaveLength(1)
})

test('a worker that crashes is a typed failure, its curve stays, and the next start makes a new one', () => {
  const { client, worker } = open()
  worker.say(...started, progress({}))
  worker.onerror?.({ preventDefault: () => {} } as ErrorEvent)
  expect(client.getSnapshot()).toMatchObject({ phase: 'failed', failure: { reason: 'crash' } })
  expect(client.getSnapshot().runs[0]).toMatchObject({ status: 'stopped', lossCurve: [[1, 0.5]] })
  expect(worker.ended).toBe(true)
  client.start(runs)
  expect(workers).toHaveLength(2)
  worker.say({ kind: 'phase', phase: 'finished' })
  expect(client.getSnapshot().phase).toBe('loading')
})

const MISSING = 'A part of the training engine could not be loaded. Check the connection and run again.'

test('a worker whose script did not arrive says so, and the next start makes a new one', () => {
  const { client, worker } = open()
  worker.onerror?.({ preventDefault: () => {} } as ErrorEvent)
  expect(client.getSnapshot()).toMatchObject({ phase: 'failed', failure: { reason: 'part', message: MISSING } })
  client.start(runs)
  expect(workers).toHaveLength(2)
  expect(client.getSnapshot()).toMatchObject({ phase: 'loading', failure: null })
})

test('a worker that missed a part is given up: some browsers would never ask for that file again', () => {
  const { client, worker } = open()
  worker.say({ kind: 'failed', failure: { reason: 'part', message: MISSING, problems: [] } })
  expect(client.getSnapshot()).toMatchObject({ phase: 'failed', failure: { message: MISSING } })
  expect(worker.ended).toBe(true)
  client.start(runs)
  expect(workers).toHaveLength(2)
})

test('reset while training ends the worker, so that no late news arrives', () => {
  const { client, worker } = open()
  worker.say(...started)
  client.reset()
  expect(worker.ended).toBe(true)
  worker.say(progress({}))
  expect(client.getSnapshot()).toMatchObject({ phase: 'idle', runs: [] })
})

test('a start while another plan is open gets a worker of its own', () => {
  const { client, worker } = open()
  worker.say(...started)
  client.stop()
  client.start(runs)
  expect(worker.ended).toBe(true)
  worker.say({ kind: 'phase', phase: 'stopped' })
  vi.advanceTimersByTime(1000)
  expect(client.getSnapshot().phase).toBe('loading')
  expect(workers).toHaveLength(2)
})

test('weights are asked of the worker, and are null where it is gone before it answers', async () => {
  const { client, worker } = open()
  worker.say(...started)
  const asked = client.weights('seed-0')
  expect(worker.commands.at(-1)).toEqual({ kind: 'weights', key: 'seed-0' })
  const before = client.getSnapshot()
  const learnt = { step: 3, weights: [{ name: '0.weight', shape: [1], values: Float32Array.of(2) }] }
  worker.say({ kind: 'weights', key: 'seed-0', learnt })
  expect(await asked).toEqual(learnt)
  expect(client.getSnapshot()).toBe(before)
  const unanswered = client.weights('seed-0')
  client.reset()
  expect(await unanswered).toBe(null)
  expect(await client.weights('seed-0')).toBe(null)
})

test('dispose ends the worker', () => {
  const { client, worker } = open()
  client.dispose()
  expect(worker.ended).toBe(true)
})

test('time left is proportional, and unknown at first', () => {
  expect(timeLeftMs({ fraction: 0.25, elapsedMs: 10_000 })).toBe(30_000)
  expect(timeLeftMs({ fraction: 0.001, elapsedMs: 10_000 })).toBeNull()
  expect(timeLeftMs({ fraction: 0.5, elapsedMs: 10 })).toBeNull()
})
