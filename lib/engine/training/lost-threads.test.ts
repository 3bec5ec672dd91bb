/**
 * Helpers that die, throw, stall or never begin while a run is under way: the leader goes on alone, to the same bits, or
 * says what is lost. Each is a real thread, which is given the item that it is lost with before the leader takes any.
 */
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { buildDataset } from '../data/build-dataset'
import { ThreadError } from '../errors'
import type { SpawnThread } from '../network/crew/crew'
import {
  CLAIM,
  ITEMS,
  KIND,
  KIND_FORWARD,
  KIND_LEARN,
  KIND_PHASE,
  KIND_STRETCHES,
  LIST,
  STRETCH_LISTS,
} from '../network/crew/task'
import type { ExperimentSpec, LayerSpec } from '../spec/spec'
import { BACKENDS } from '../testing/backends'
import type { Loss } from '../testing/losing-thread'
import { createTrainer } from './create-trainer'
import type { TrainingReport } from './report'
import type { Trainer } from './trainer'

/** All that a step can remember is here: augmentation, dropout, an intervention, updates that are watched, Adam's moments. */
function specOf(norm: LayerSpec[]): ExperimentSpec {
  return {
    version: 1,
    data: { kind: 'drawn-ten', train: 48, validation: 24, seed: 1, augment: ['flip', 'shift'] },
    model: [
      { layer: 'conv2d', channels: 4, kernel: 3, stride: 2 },
      { layer: 'activation', name: 'relu' },
      ...norm,
      { layer: 'dropout', rate: 0.1 },
      { layer: 'flatten' },
      { layer: 'linear', units: 10 },
    ],
    loss: { kind: 'softmax-cross-entropy' },
    optimizer: { kind: 'adam', learningRate: 0.002 },
    schedule: { kind: 'cosine' },
    batch: 16,
    epochs: 4,
    seeds: [0],
    probes: ['update-ratio'],
    interventions: [{ atStep: 2, layer: 1, activation: { name: 'gelu' } }],
  }
}

/** A leader waits for seconds before it gives a silent helper up, and a busy machine takes more to begin one. */
vi.setConfig({ testTimeout: 60_000 })

const SPEC = specOf([])
const NORMALISING = specOf([{ layer: 'batch-norm' }])
const dataset = buildDataset(SPEC.data)

const workers: Worker[] = []
const ENTRY = pathToFileURL(path.join(import.meta.dirname, '../testing/losing-thread.ts')).href
const BOOT = `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(ENTRY)}) })`

function spawnLosing(loss: Loss): SpawnThread {
  return (start) => {
    const worker = new Worker(BOOT, { eval: true, workerData: { loss, start } })
    worker.on('error', () => {})
    workers.push(worker)
  }
}

/** The leader takes no item of such a task before a helper has one. */
function letHelperTakeFirst({ kind, list }: Loss): void {
  const exchange = Atomics.compareExchange.bind(Atomics)
  const lead = (i32: Int32Array, index: number, expected: number, next: number) => {
    const task = index - CLAIM
    const isListed = list === undefined || i32[task + LIST] === STRETCH_LISTS.indexOf(list)
    const isFirst = i32[task + KIND] === kind && isListed && expected === (i32[task + ITEMS] as number) << 16
    for (let ms = 0; isFirst && ms < 3000 && Atomics.load(i32, index) === expected; ms++) {
      Atomics.wait(i32, index, expected, 1)
    }
    return exchange(i32, index, expected, next)
  }
  vi.spyOn(Atomics, 'compareExchange').mockImplementation(lead as typeof Atomics.compareExchange)
}

function build(spec: ExperimentSpec, spawn?: SpawnThread): Trainer {
  const threads = spawn && { count: 2, spawn }
  return createTrainer({ spec, seed: 0, dataset, backend: BACKENDS['kernels-shared'], threads, evaluateAt: [0, 4] })
}

async function present(trainer: Trainer): Promise<Trainer> {
  while (trainer.threads.present < 2) await wait(10)
  return trainer
}

const told = (reports: Iterable<TrainingReport>) => [...reports].filter(({ status }) => status !== 'computing')

const alone = new Map<ExperimentSpec, { reports: TrainingReport[]; running: Float32Array[] }>()
beforeAll(() => {
  for (const spec of [SPEC, NORMALISING]) {
    const trainer = build(spec)
    alone.set(spec, { reports: told(trainer.run()), running: trainer.checkpoint().running })
  }
})

afterEach(async () => {
  vi.restoreAllMocks()
  await Promise.all(workers.splice(0).map((worker) => worker.terminate()))
})

const LOSSES: [string, ExperimentSpec, Pick<Loss, 'kind' | 'list'>][] = [
  ['a chunk', SPEC, { kind: KIND_LEARN }],
  ["a chunk's part of a phase", NORMALISING, { kind: KIND_PHASE }],
  ['a chunk of an evaluation', SPEC, { kind: KIND_FORWARD }],
  ['a sum of gradients', SPEC, { kind: KIND_STRETCHES, list: 'reduce' }],
  ["weights being brought into the kernels' order", SPEC, { kind: KIND_STRETCHES, list: 'prepare' }],
]

/** Of those that die without a word two will do: it takes a leader seconds to be sure. */
const WAYS = [
  ['throws', LOSSES],
  ['dies', LOSSES.slice(0, 2)],
] as const

describe.each(WAYS)('a helper %s', (manner, losses) => {
  test.each(losses)('over %s: the run goes on, and tells what one without helpers tells', async (_, spec, at) => {
    const trainer = await present(build(spec, spawnLosing({ manner, ...at })))
    letHelperTakeFirst({ manner, ...at })
    const reports = told(trainer.run())
    expect(trainer.threads, 'the helper was lost').toEqual({ count: 1, present: 1 })
    expect(reports).toEqual(alone.get(spec)?.reports)
    expect(trainer.checkpoint().running).toEqual(alone.get(spec)?.running)
    trainer.dismiss()
  })

  test('over an update: an error that says so, no weights to be had; resuming comes to the same bits', async () => {
    // All parts of one update, so that the first step is not the one.
    const loss: Loss = { manner, kind: KIND_STRETCHES, list: 'update', before: 8 }
    const trainer = await present(build(SPEC, spawnLosing(loss)))
    const reports = trainer.run()
    const [checkpoint] = [reports.next(), reports.next()].map(() => trainer.checkpoint())
    letHelperTakeFirst(loss)
    const told = /lost in the update of step \d+, so the weights are of no step; go on from the last checkpoint or/
    expect(() => [...reports]).toThrow(ThreadError)
    for (const ask of [() => trainer.checkpoint(), () => trainer.weightHash()]) expect(ask).toThrow(told)
    trainer.dismiss()
    const resumed = createTrainer({ spec: SPEC, seed: 0, dataset, checkpoint })
    expect([...resumed.run()].at(-1)).toEqual(alone.get(SPEC)?.reports.at(-1))
  })
})

test('a helper that is ended from outside, whatever it is at', async () => {
  const trainer = await present(build(NORMALISING, spawnLosing({ manner: 'throws', kind: -1 })))
  const run = trainer.run()
  const reports: TrainingReport[] = []
  for (const report of run) {
    if (reports.push(report) === 8) void workers[0]?.terminate()
    // The loop has to turn for the message to go out, as it does between a page's slices.
    if (reports.length >= 8) await wait(1)
  }
  expect(told(reports)).toEqual(alone.get(NORMALISING)?.reports)
})

test('a helper that stalls until it is given up, and then writes after all, changes nothing', async () => {
  const loss: Loss = { manner: 'stalls', kind: KIND_LEARN }
  const trainer = await present(build(SPEC, spawnLosing(loss)))
  letHelperTakeFirst(loss)
  const gone = new Promise((resolve) => workers[0]?.once('exit', resolve))
  const run = trainer.run()
  const reports: TrainingReport[] = []
  while (trainer.threads.count > 1) {
    const { value, done } = run.next()
    if (done) break
    reports.push(value)
  }
  await gone
  expect(reports.at(-1)?.status, 'it was given up on the way').not.toBe('finished')
  reports.push(...run)
  expect(told(reports)).toEqual(alone.get(SPEC)?.reports)
})

test('predictions asked for in the middle of a step over which a helper was lost are those of the weights', async () => {
  const loss: Loss = { manner: 'throws', kind: KIND_LEARN }
  const trainer = await present(build(SPEC, spawnLosing(loss)))
  letHelperTakeFirst(loss)
  const inputs = new Float32Array(32 * 32 * 3).fill(0.5)
  const other = build(SPEC)
  const otherRun = other.run()
  for (const report of trainer.run()) {
    if (report.status === 'computing') trainer.predict(inputs, 1)
    if (report.status !== 'stepped') continue
    let next = otherRun.next()
    while (!next.done && next.value.status !== 'stepped') next = otherRun.next()
    expect(trainer.predict(inputs, 1)).toEqual(other.predict(inputs, 1))
  }
  expect(trainer.weightHash()).toBe(
    alone
      .get(SPEC)
      ?.reports.map((last) => 'weightHash' in last && last.weightHash)
      .at(-1),
  )
})

describe('a helper that cannot be had', () => {
  const CASES: [string, SpawnThread][] = [
    [
      'its host refuses',
      () => {
        throw new Error('No more threads.')
      },
    ],
    ['it has a fault before it begins', spawnLosing({ manner: 'never-begins', kind: KIND_LEARN })],
  ]
  test.each(CASES)('%s: the run does without', (_, spawn) => {
    const trainer = build(SPEC, spawn)
    expect(told(trainer.run())).toEqual(alone.get(SPEC)?.reports)
    expect(trainer.threads).toEqual({ count: 2, present: 1 })
  })
})
