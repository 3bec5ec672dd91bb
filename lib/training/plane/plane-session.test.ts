import { expect, test } from 'vitest'
import { activations, buildDataset, createTrainer, type ExperimentSpec, TWINS_BACKEND } from '@/lib/engine'
import type { PlaneAdvance, PlaneAnswer, PlaneFrame, PlaneStart, RunCheckpoint } from './plane-protocol'
import type { PlaneSession } from './plane-session'
import { createSessionHere } from './testing/session-here'

const SPEC: ExperimentSpec = {
  version: 1,
  data: { kind: 'gaussians', samples: 60, noise: 0.05, seed: 7, validation: 0.2 },
  model: [
    { layer: 'linear', units: 4 },
    { layer: 'activation', name: 'swish', beta: 2 },
    { layer: 'linear', units: 3 },
    { layer: 'activation', name: 'tanh' },
    { layer: 'linear', units: 2 },
  ],
  loss: { kind: 'softmax-cross-entropy' },
  optimizer: { kind: 'adam', learningRate: 0.05 },
  batch: 12,
  epochs: 5,
  seeds: [0],
}
const STEPS = 20

function session(): PlaneSession {
  let now = 0
  return createSessionHere(() => (now += 1))
}

const start = (more: Partial<PlaneStart> = {}): PlaneStart => ({
  kind: 'start',
  spec: SPEC,
  seeds: [3, 4],
  stopAt: null,
  extent: null,
  scores: false,
  checkpoints: null,
  ...more,
})
const advance = (steps: number, more: Partial<PlaneAdvance> = {}): PlaneAdvance => ({
  kind: 'advance',
  steps,
  budgetMs: 1000,
  view: { run: 0, units: false, place: null },
  checkpoint: false,
  ...more,
})
function frameOf(answer: PlaneAnswer): PlaneFrame {
  if (answer.kind === 'failed') throw new Error(answer.message)
  if (answer.kind === 'weights') throw new Error('These are weights.')
  return answer.frame
}
const hashOf = (frame: PlaneFrame, run: number) => frame.runs[run]?.end?.weightHash

function inOneGo(spec: ExperimentSpec, seed: number): string {
  const plain = createTrainer({ spec, seed, dataset: buildDataset(spec.data), backend: TWINS_BACKEND })
  for (const _ of plain.run());
  return plain.weightHash()
}

test.each([2, 7, 1000])('%i steps at a time, every seed ends in the weights of a run by itself', async (pace) => {
  const plane = session()
  await plane.answer(start())
  let frame = frameOf(await plane.answer(advance(pace)))
  const curve: number[] = []
  while (frame.runs.some(({ end }) => end === null)) {
    curve.push(...(frame.runs[0]?.lossPoints.map(([step]) => step) ?? []))
    const [one, other] = frame.runs
    expect(one?.step).toBe(other?.step)
    frame = frameOf(await plane.answer(advance(pace)))
  }
  expect([hashOf(frame, 0), hashOf(frame, 1)]).toEqual([inOneGo(SPEC, 3), inOneGo(SPEC, 4)])
  expect(frame.runs.map(({ end }) => end?.outcome)).toEqual(['finished', 'finished'])
  if (pace < 1000) expect(curve.slice(0, 3)).toEqual([1, 2, 3])
})

test('a budget that is used up ends a question early, after some steps at least', async () => {
  const plane = session()
  await plane.answer(start())
  const frame = frameOf(await plane.answer(advance(1000, { budgetMs: 0 })))
  expect(frame.runs[0]?.step).toBeGreaterThan(0)
  expect(frame.runs[0]?.step).toBeLessThan(STEPS)
})

test.each([1, 7, 13])('from a checkpoint after %i steps, a new worker comes to the same weights', async (steps) => {
  const plane = session()
  await plane.answer(start())
  const { checkpoints } = frameOf(await plane.answer(advance(steps, { checkpoint: true })))
  const other = session()
  const copy = structuredClone(checkpoints) as RunCheckpoint[]
  const resumed = await other.answer(start({ checkpoints: copy }))
  expect(frameOf(resumed).runs[0]?.step).toBe(copy[0]?.checkpoint.step)
  let frame = frameOf(resumed)
  while (frame.runs.some(({ end }) => end === null)) frame = frameOf(await other.answer(advance(4)))
  expect([hashOf(frame, 0), hashOf(frame, 1)]).toEqual([inOneGo(SPEC, 3), inOneGo(SPEC, 4)])
})

test('the rule to stop ends all runs at the end of the epoch in which the last of them keeps it', async () => {
  const plane = session()
  const long = { ...SPEC, epochs: 400 }
  await plane.answer(start({ spec: long, stopAt: 0.9 }))
  const frame = frameOf(await plane.answer(advance(100_000, { budgetMs: 1e9 })))
  const reached = frame.runs.map(({ reachedAt }) => reachedAt ?? Number.NaN)
  expect(frame.runs.map(({ end }) => end?.outcome)).toEqual(['reached', 'reached'])
  expect(frame.runs.map(({ epoch }) => epoch)).toEqual([Math.max(...reached), Math.max(...reached)])
  for (const { evaluations, reachedAt } of frame.runs) {
    const first = evaluations.find(({ validation }) => (validation.accuracy ?? 0) >= 0.9)
    expect(first?.epoch).toBe(reachedAt)
  }
})

test('a run that diverges says at which step, and the curve up to there is kept', async () => {
  const plane = session()
  const wild: ExperimentSpec = { ...SPEC, optimizer: { kind: 'sgd', learningRate: 900 }, loss: { kind: 'mse' } }
  await plane.answer(start({ spec: wild, seeds: [1] }))
  const [run] = frameOf(await plane.answer(advance(100))).runs
  const end = run?.end
  expect(end?.outcome).toBe('diverged')
  if (end?.outcome !== 'diverged') return
  expect(end.step).toBeLessThanOrEqual(4)
  expect(end.reason).toContain(String(end.step))
  expect(run?.lossPoints.length).toBe(end.step - 1)
})

test('a place is read exactly: what the units put out is the activation of their inputs, and the classes share all', async () => {
  const plane = session()
  await plane.answer(start())
  const asked = advance(5, { checkpoint: true, view: { run: 1, units: true, place: [0.25, -0.5] } })
  const { place, units, checkpoints } = frameOf(await plane.answer(asked))
  const weights = checkpoints?.[1]?.checkpoint.weights ?? []
  const layer = (inputs: number[], [w, b]: (Float32Array | undefined)[], f: (x: number) => number) =>
    Array.from(b ?? [], (bias, unit) =>
      f(inputs.reduce((sum, x, i) => sum + x * (w?.[unit * inputs.length + i] ?? 0), bias)),
    )
  const first = layer([0.25, -0.5], weights.slice(0, 2), (x) => activations.swish.value(x, { beta: 2 }))
  const second = layer(first, weights.slice(2, 4), Math.tanh)
  const close = (all: number[]) => all.map((value) => expect.closeTo(value, 5))
  expect(place?.units).toEqual([close(first), close(second)])
  expect(place?.outputs).toEqual(close(layer(second, weights.slice(4), (x) => x)))
  expect(place?.shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 6)
  expect(units?.layers.map((one) => [one.units, one.values.length])).toEqual([
    [4, 4 * 26 * 26],
    [3, 3 * 26 * 26],
  ])
})

test('what a seed has learnt can be asked for at any step, and asking changes nothing', async () => {
  const plane = session()
  await plane.answer(start())
  await plane.answer(advance(7))
  const asked = await plane.answer({ kind: 'weights', run: 1 })
  const alone = createTrainer({ spec: SPEC, seed: 4, dataset: buildDataset(SPEC.data), backend: TWINS_BACKEND })
  for (const report of alone.run()) if (report.status === 'stepped' && report.step === 7) break
  expect(asked).toEqual({ kind: 'weights', learnt: { step: 7, weights: alone.weights() } })
  const frame = frameOf(await plane.answer(advance(1000)))
  expect(hashOf(frame, 1)).toBe(inOneGo(SPEC, 4))
})

test('outputs for the points held back come with every picture where they are asked for, of the run that is shown', async () => {
  const plane = session()
  expect(frameOf(await plane.answer(start())).scores).toBeNull()
  const started = await plane.answer(start({ scores: true }))
  if (started.kind !== 'started') throw new Error('Not started.')
  const { inputs, labels } = started.data.held
  expect(started.frame.scores).toHaveLength(2 * labels.length)
  const view = { run: 1, units: false, place: [inputs[4] ?? 0, inputs[5] ?? 0] as const }
  const { scores, place } = frameOf(await plane.answer(advance(3, { view })))
  expect([...(scores ?? []).slice(4, 6)]).toEqual(place?.outputs)
  expect(scores).not.toEqual(started.frame.scores)
})

test('what cannot be trained is an answer, and the next start is taken', async () => {
  const plane = session()
  expect(await plane.answer(advance(1))).toEqual({ kind: 'failed', message: 'Nothing was started yet.' })
  const regression = { ...SPEC, data: { ...SPEC.data, kind: 'function', name: 'sine' } } as unknown as ExperimentSpec
  expect(await plane.answer(start({ spec: regression }))).toMatchObject({ kind: 'failed' })
  expect(await plane.answer(start())).toMatchObject({ kind: 'started', data: { classes: ['class 0', 'class 1'] } })
})
