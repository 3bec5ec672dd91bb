/** The watched run against the engine itself: its probe of dead units, its weights, its batches. */
import { expect, test } from 'vitest'
import { buildDataset, createTrainer, type ExperimentSpec, firstBatches, TWINS_BACKEND } from '@/lib/engine'
import { loadRecipeHere } from '@/lib/training/plane/testing/recipe-here'
import { deathsOf, UnitHistory } from './unit-history'
import type { UnitAnswer, UnitCause, UnitFrame } from './unit-protocol'
import { UnitSession } from './unit-session'

/** Two hidden layers of six, at a rate that kills within a few steps. */
const SPEC: ExperimentSpec = {
  version: 1,
  data: { kind: 'spiral', samples: 60, noise: 0.05, seed: 7, validation: 0.2 },
  model: [
    { layer: 'linear', units: 6, init: 'he-normal' },
    { layer: 'activation', name: 'relu' },
    { layer: 'linear', units: 6, init: 'he-normal' },
    { layer: 'activation', name: 'relu' },
    { layer: 'linear', units: 2, init: 'glorot-normal' },
  ],
  loss: { kind: 'softmax-cross-entropy' },
  optimizer: { kind: 'sgd', learningRate: 1, momentum: 0.9 },
  batch: 12,
  epochs: 10,
  seeds: [3],
}
const STEPS = 40
const SEED = 3
const swapped = (atStep: number): ExperimentSpec => ({
  ...SPEC,
  interventions: [1, 3].map((layer) => ({ atStep, layer, activation: { name: 'leaky-relu', alpha: 0.1 } })),
})

const session = () => {
  let now = 0
  return new UnitSession({ now: () => (now += 1), load: (spec) => loadRecipeHere(spec) })
}
const start = { kind: 'start', spec: SPEC, seed: SEED, checkpoint: null } as const
const advance = (steps: number, until = STEPS) =>
  ({ kind: 'advance', steps, until, budgetMs: 1e9, checkpoint: false }) as const

function frameOf(answer: UnitAnswer): UnitFrame {
  if (answer.kind === 'failed') throw new Error(answer.message)
  if (answer.kind === 'cause') throw new Error('A cause is no frame.')
  return answer.frame
}

async function watched(
  spec: ExperimentSpec,
  pace = STEPS,
): Promise<{ history: UnitHistory; hash: string | undefined }> {
  const watching = session()
  const history = new UnitHistory(12, STEPS)
  let frame = frameOf(await watching.answer({ ...start, spec }))
  history.add(frame.looks)
  while (frame.news.end === null) {
    frame = frameOf(await watching.answer(advance(pace)))
    history.add(frame.looks)
  }
  return { history, hash: frame.news.end.weightHash }
}

function plain(spec: ExperimentSpec, evaluateAt: number[] = []) {
  const dataset = buildDataset(spec.data)
  const trainer = createTrainer({ spec, seed: SEED, dataset, backend: TWINS_BACKEND, evaluateAt })
  const dead = new Map<string, number>()
  for (const report of trainer.run()) {
    if (report.status !== 'evaluated') continue
    for (const { layer, details } of report.probes) dead.set(`${report.step}/${layer}`, details.dead ?? Number.NaN)
  }
  return { hash: trainer.weightHash(), dead }
}

test('after every step it counts as the engine’s own probe does, and changes no weight', async () => {
  const every = Array.from({ length: STEPS + 1 }, (_, step) => step)
  const { dead, hash } = plain({ ...SPEC, probes: ['dead-units'] }, every)
  const { history, hash: ours } = await watched(SPEC)
  expect(ours).toBe(hash)
  expect(history.last).toBe(STEPS)
  const counted = every.flatMap((step) =>
    [0, 1].map((layer) => Array.from({ length: 6 }, (_, unit) => history.isDead(step, layer * 6 + unit))),
  )
  const probed = every.flatMap((step) => [1, 3].map((layer) => dead.get(`${step}/${layer}`)))
  expect(counted.map((units) => units.filter(Boolean).length)).toEqual(probed)
  // Some die, and not all: there is something to be counted.
  expect(new Set(probed).size).toBeGreaterThan(2)
})

test.each([1, 7])('asked for %i steps at a time, it sees the same', async (pace) => {
  const [whole, parts] = [await watched(SPEC), await watched(SPEC, pace)]
  expect(parts.hash).toBe(whole.hash)
  for (let unit = 0; unit < 12; unit++) {
    expect(deathsOf(parts.history, unit)).toEqual(deathsOf(whole.history, unit))
    expect(parts.history.awakeInBatch(9, unit)).toBe(whole.history.awakeInBatch(9, unit))
  }
})

test.each([0, 13, 20])(
  'from step %i it goes on with another activation, to the weights of that recipe',
  async (step) => {
    const watching = session()
    await watching.answer(start)
    const far = frameOf(await watching.answer(advance(30)))
    expect(far.news.step).toBe(30)
    const back = frameOf(await watching.answer({ kind: 'go', spec: swapped(step), step }))
    expect(back.news).toMatchObject({ step, lossPoints: [], evaluations: [], end: null })
    expect(back.looks.first).toBe(step)
    const { hash } = await watched(swapped(step))
    const end = frameOf(await watching.answer(advance(STEPS))).news.end
    expect(end?.weightHash).toBe(hash)
    expect(hash).toBe(plain(swapped(step)).hash)
    expect(hash).not.toBe(plain(SPEC).hash)
    // And back to the recipe without the swap.
    await watching.answer({ kind: 'go', spec: SPEC, step })
    expect(frameOf(await watching.answer(advance(STEPS))).news.end?.weightHash).toBe(plain(SPEC).hash)
  },
)

test('it rests where it is told, and a new worker goes on from a checkpoint', async () => {
  const watching = session()
  await watching.answer(start)
  const { checkpoint, news } = frameOf(await watching.answer({ ...advance(STEPS, 17), checkpoint: true }))
  expect(news.step).toBe(17)
  const other = session()
  const resumed = frameOf(await other.answer({ ...start, checkpoint: structuredClone(checkpoint) }))
  expect([resumed.news.step, resumed.looks.first]).toEqual([17, 17])
  expect(frameOf(await other.answer(advance(STEPS))).news.end?.weightHash).toBe(plain(SPEC).hash)
})

test('what cannot be answered is said, and the next start is taken', async () => {
  const watching = session()
  expect(await watching.answer(advance(1))).toEqual({ kind: 'failed', message: 'Nothing was started yet.' })
  await watching.answer(start)
  const nobody = await watching.answer({ kind: 'cause', unit: { layer: 0, unit: 99 }, step: 3 })
  expect(nobody).toEqual({ kind: 'failed', message: 'There is no such unit.' })
  expect(await watching.answer(start)).toMatchObject({ kind: 'started', data: { layers: [6, 6] } })
})

/** The first death on the way of each unit of a layer. */
async function causesOf(spec: ExperimentSpec, layer: number): Promise<{ cause: UnitCause; history: UnitHistory }[]> {
  const { history } = await watched(spec)
  const watching = session()
  await watching.answer({ ...start, spec })
  await watching.answer(advance(STEPS))
  const causes: { cause: UnitCause; history: UnitHistory }[] = []
  for (let unit = 0; unit < 6; unit++) {
    const step = deathsOf(history, layer * 6 + unit).find(({ died }) => died > 0)?.died
    if (step === undefined) continue
    const answer = await watching.answer({ kind: 'cause', unit: { layer, unit }, step })
    if (answer.kind !== 'cause') throw new Error('No cause.')
    causes.push({ cause: answer.cause, history })
  }
  return causes
}

test.each([0, 1])(
  'who died in layer %i: the step is the engine’s, and the parts of its batch and of those before make the whole change',
  async (layer) => {
    const causes = await causesOf(SPEC, layer)
    expect(causes.length).toBeGreaterThan(0)
    const dataset = buildDataset(SPEC.data)
    for (const { cause, history } of causes) {
      const { step, unit, parts, shares, largestSum, before, after } = cause
      const index = layer * 6 + unit
      expect(cause.awakeBefore.length).toBe(history.awakeOn(step - 1, index))
      expect(cause.awakeBefore.length).toBeGreaterThan(0)
      expect(cause.awakeAfter).toEqual([])
      expect(largestSum.before).toBeGreaterThan(0)
      expect(largestSum.after).toBeLessThanOrEqual(0)
      expect(before.length).toBe(layer === 0 ? 3 : 7)
      if (layer === 0) expect(cause.awakeByItsOwn).toBe(0)
      if (before.every((value, i) => value === after[i])) expect(shares).toBe(null)
      // All batches from the first on are taken apart, so nothing is forgotten.
      else expect((shares?.batch ?? 0) + (shares?.earlier ?? 0)).toBeCloseTo(1, 3)
      for (const { share, along } of cause.earlier) expect((share ?? 1) * along).toBeGreaterThan(0)
      const batch = firstBatches({ spec: SPEC, seed: SEED, dataset }, step).at(-1)
      const inputs = parts.flatMap(({ example }) => [...dataset.train.inputs.slice(example * 2, example * 2 + 2)])
      expect(inputs).toEqual([...(batch?.inputs ?? [])])
    }
  },
)

test('without momentum the step’s own batch makes the whole change', async () => {
  const bare: ExperimentSpec = { ...SPEC, optimizer: { kind: 'sgd', learningRate: 4 } }
  const causes = await causesOf(bare, 0)
  expect(causes.length).toBeGreaterThan(0)
  for (const { cause } of causes) {
    expect(cause.earlier).toEqual([])
    expect(cause.shares?.batch).toBeCloseTo(1, 4)
  }
})

test('Adam’s change is no sum of parts: pushes, and no shares', async () => {
  const adam: ExperimentSpec = { ...SPEC, optimizer: { kind: 'adam', learningRate: 0.5 } }
  const causes = [...(await causesOf(adam, 0)), ...(await causesOf(adam, 1))]
  expect(causes.length).toBeGreaterThan(0)
  for (const { cause } of causes) {
    expect([cause.shares, cause.earlier]).toEqual([null, []])
    expect(cause.parts.map(({ share }) => share)).toEqual(cause.parts.map(() => null))
  }
})
