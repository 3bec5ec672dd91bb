import { describe, expect, test } from 'vitest'
import {
  type ActivationName,
  buildDataset,
  createTrainer,
  type ExperimentSpec,
  type LayerSpec,
  PROBE_KIT,
} from '@/lib/engine'
import { nodeBackend } from '@/lib/training/hardware/node-backend'
import type { DepthAdvance, DepthAnswer, DepthFrame, DepthStart, LayerReading } from './depth-protocol'
import { DepthSession } from './depth-session'

interface Deep {
  depth?: number
  units?: number
  norm?: boolean
  gain?: number
}

function specOf(
  name: ActivationName,
  init: 'glorot-normal' | 'he-normal' | 'lecun-normal',
  { depth = 10, units = 16, norm = false, gain = 1 }: Deep = {},
): ExperimentSpec {
  const hidden = Array.from({ length: depth }, (): LayerSpec[] => [
    { layer: 'linear', units, init: { name: init, gain } },
    ...(norm ? [{ layer: 'batch-norm' } as const] : []),
    { layer: 'activation', name },
  ])
  return {
    version: 1,
    data: { kind: 'spiral', samples: 400, noise: 0.05, seed: 11, validation: 0.25 },
    model: [...hidden.flat(), { layer: 'linear', units: 2, init: 'glorot-normal' }],
    loss: { kind: 'softmax-cross-entropy' },
    optimizer: { kind: 'sgd', learningRate: 0.02, momentum: 0.9 },
    batch: 32,
    epochs: 2,
    seeds: [0],
  }
}
const SMALL = { depth: 3, units: 8 }
const SIGMOID = specOf('sigmoid', 'glorot-normal', SMALL)
const RELU = specOf('relu', 'he-normal', SMALL)

function sessionOf(): DepthSession {
  let now = 0
  return new DepthSession({
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
}

const start = (specs: ExperimentSpec[], more: Partial<DepthStart> = {}): DepthStart => ({
  kind: 'start',
  specs,
  seeds: [0, 1],
  checkpoints: null,
  ...more,
})
const advance = (steps: number, more: Partial<DepthAdvance> = {}): DepthAdvance => ({
  kind: 'advance',
  steps,
  budgetMs: 1000,
  look: 0,
  checkpoint: false,
  ...more,
})
function frameOf(answer: DepthAnswer): DepthFrame {
  if (answer.kind !== 'frame') throw new Error(answer.kind === 'failed' ? answer.message : 'No frame.')
  return answer.frame
}
/** As they are before the first step, recipe by recipe, seed by seed. */
async function readAtFirst(specs: ExperimentSpec[], seeds = [0, 1, 2, 3, 4]): Promise<LayerReading[][]> {
  const session = sessionOf()
  await session.answer(start(specs, { seeds }))
  const { runs } = frameOf(await session.answer(advance(0)))
  return specs.map((_, line) =>
    runs.slice(line * seeds.length, (line + 1) * seeds.length).map((news) => news?.reading as LayerReading),
  )
}

describe('what is known of depth', () => {
  test('with ten layers, the first gradient of sigmoid with Glorot is at least 10⁴ times below that of ReLU with He', async () => {
    const [sigmoid = [], relu = []] = await readAtFirst([
      specOf('sigmoid', 'glorot-normal'),
      specOf('relu', 'he-normal'),
    ])
    const first = (readings: LayerReading[]) => readings.map(({ gradients }) => gradients[0] ?? Number.NaN)
    expect(Math.min(...first(relu)) / Math.max(...first(sigmoid))).toBeGreaterThan(1e4)
    expect(sigmoid[0]?.gradients).toHaveLength(11)
    expect(sigmoid[0]?.variances).toHaveLength(10)
  })

  test('with fifty layers, SELU with LeCun stays about mean 0 and variance 1, which ReLU with Glorot loses', async () => {
    const [selu = []] = await readAtFirst([specOf('selu', 'lecun-normal', { depth: 50, units: 64 })], [0, 1])
    const [relu = []] = await readAtFirst([specOf('relu', 'glorot-normal', { depth: 50 })], [0, 1])
    for (const { means, variances } of selu) {
      // The points begin with less; by the tenth layer they are drawn to the fixed point.
      for (const variance of variances.slice(10)) expect(Math.abs(Math.log2(variance))).toBeLessThan(1)
      for (const mean of means.slice(10)) expect(Math.abs(mean)).toBeLessThan(0.35)
    }
    for (const { variances } of relu) expect(variances.at(-1)).toBeLessThan(1e-10)
  })

  test('batch norm keeps the variance where it is, from the first reading on, whatever the scale of the weights', async () => {
    const deep = { depth: 50, gain: 0.5 }
    const [plain = [], normed = []] = await readAtFirst(
      [specOf('relu', 'he-normal', deep), specOf('relu', 'he-normal', { ...deep, norm: true })],
      [0, 1],
    )
    for (const { variances } of plain) expect(variances.at(-1)).toBeLessThan(1e-20)
    // Of a ReLU behind mean 0 and variance 1: ½ − 1/(2π) = 0.34.
    for (const { variances } of normed) for (const variance of variances) expect(variance).toBeCloseTo(0.34, 0)
  })
})

test.each([1, 3, 7, 100])('%i steps a round, every run ends in the weights of a run by itself', async (pace) => {
  const session = sessionOf()
  await session.answer(start([SIGMOID, RELU]))
  let frame = frameOf(await session.answer(advance(0)))
  const steps: number[] = []
  while (frame.runs.some((news) => news?.end == null)) {
    frame = frameOf(await session.answer(advance(pace)))
    steps.push(frame.runs[0]?.step ?? Number.NaN)
    expect(new Set(frame.runs.map((news) => news?.step)).size).toBe(1)
  }
  expect(steps.slice(0, -1)).toEqual(steps.slice(0, -1).map((_, round) => (round + 1) * pace))
  expect(steps.at(-1)).toBe(18)
  const plain = createTrainer({ spec: RELU, seed: 1, dataset: buildDataset(RELU.data), backend: nodeBackend() })
  for (const _ of plain.run());
  expect(frame.runs[3]?.end).toEqual({ outcome: 'finished', weightHash: plain.weightHash() })
  expect(frame.runs[3]?.accuracy).toBeGreaterThan(0.3)
})

test('a round that takes longer than there is time for goes on with the next question, and begins no other before', async () => {
  const session = sessionOf()
  await session.answer(start([SIGMOID, RELU]))
  const brought: (number | null)[][] = []
  let frame: DepthFrame
  do {
    frame = frameOf(await session.answer(advance(5, { budgetMs: 0 })))
    brought.push(frame.runs.map((news) => news?.step ?? null))
  } while (!frame.isWhole)
  expect(brought).toEqual([
    [0, null, null, null],
    [null, 0, null, null],
    [null, null, 0, null],
    [null, null, null, 0],
  ])
  expect(frameOf(await session.answer(advance(5, { budgetMs: 0 }))).runs[0]?.step).toBe(5)
})

test('histograms come once, of the run that is looked into, and again when it or the step is another', async () => {
  const session = sessionOf()
  await session.answer(start([SIGMOID, RELU]))
  const seen = async (steps: number, look: number) => {
    const { histograms } = frameOf(await session.answer(advance(steps, { look })))
    return histograms && [histograms.run, histograms.step, histograms.readings.length]
  }
  expect(await seen(0, 0)).toEqual([0, 0, 3])
  expect(await seen(0, 0)).toBeNull()
  expect(await seen(0, 2)).toEqual([2, 0, 3])
  expect(await seen(4, 2)).toEqual([2, 4, 3])
})

test('from its checkpoints another worker comes to the same weights', async () => {
  const first = sessionOf()
  await first.answer(start([RELU]))
  await first.answer(advance(0))
  const { checkpoints } = frameOf(await first.answer(advance(11, { checkpoint: true })))
  const whole = frameOf(await first.answer(advance(100)))
  const other = sessionOf()
  await other.answer(start([RELU], { checkpoints }))
  expect(frameOf(await other.answer(advance(0))).runs.map((news) => news?.step)).toEqual([11, 11])
  expect(frameOf(await other.answer(advance(100))).runs.map((news) => news?.end)).toEqual(
    whole.runs.map((news) => news?.end),
  )
})

test('a run that diverges ends at its step; the others go on', async () => {
  const wild = { ...RELU, optimizer: { kind: 'sgd', learningRate: 100 } } as const
  const session = sessionOf()
  await session.answer(start([wild, RELU], { seeds: [0] }))
  await session.answer(advance(0))
  const { runs } = frameOf(await session.answer(advance(18)))
  expect(runs[0]?.end).toMatchObject({ outcome: 'diverged', step: expect.any(Number) })
  expect(runs[1]?.end).toMatchObject({ outcome: 'finished' })
})

test('what cannot be made is an answer, and what was not started too', async () => {
  const session = sessionOf()
  expect(await session.answer(advance(1))).toEqual({ kind: 'failed', message: 'Nothing was started yet.' })
  const bad = { ...RELU, batch: 4000 }
  expect(await session.answer(start([bad]))).toMatchObject({ kind: 'started' })
  expect(await session.answer(advance(0))).toMatchObject({ kind: 'failed', message: expect.stringContaining('batch') })
})
