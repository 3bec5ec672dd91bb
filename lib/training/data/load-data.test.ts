import { expect, test, vi } from 'vitest'
import {
  buildDataset,
  type DataSpec,
  drawnTenClasses,
  type ExperimentSpec,
  type TrainingReport,
  TWINS_BACKEND,
} from '@/lib/engine'
import { FIT_POINTS } from '@/lib/training/data/point-views'
import type { DataPorts } from './fetch-cifar10'
import { loadData } from './load-data'

const cifar10: DataSpec = { kind: 'cifar10', train: 40, validation: 20 }
const files: Record<string, Uint8Array> = {}
{
  const drawn = drawnTenClasses({ train: 50, validation: 30, seed: 5 })
  files['/f/data_batch_1.bin'] = drawn.train[0]?.bytes ?? new Uint8Array()
  files['/f/test_batch.bin'] = drawn.test[0]?.bytes ?? new Uint8Array()
}

function server({ available = true, spoil = false, problem = undefined as string | undefined } = {}): DataPorts {
  return {
    caches: undefined,
    fetch: async (url, { headers }) => {
      if (url === '/api/datasets/cifar10') {
        const list = Object.entries(files).map(([at, bytes]) => ({ name: at.slice(3), url: at, bytes: bytes.length }))
        return Response.json({ available, files: available ? list : [], classes: [], problem })
      }
      const last = Number(headers?.range?.split('-')[1] ?? 1e9)
      const bytes = new Uint8Array(files[url] ?? []).subarray(0, last + 1)
      if (spoil) bytes[3073] = 77
      return new Response(bytes, { status: 206 })
    },
  }
}
const signal = new AbortController().signal
const load = (data: DataSpec, ports: DataPorts) =>
  loadData(
    data,
    { written: false, probes: false, rareKernels: false, rareLayers: false },
    { ...ports, loadHardware: async () => ({ backend: TWINS_BACKEND }) },
    signal,
    () => {},
  )

const cnn: ExperimentSpec = {
  version: 1,
  data: cifar10,
  model: [
    { layer: 'conv2d', channels: 4, kernel: 3, stride: 2 },
    { layer: 'activation', name: 'relu' },
    { layer: 'flatten' },
    { layer: 'linear', units: 10 },
  ],
  loss: { kind: 'softmax-cross-entropy' },
  optimizer: { kind: 'adam', learningRate: 0.001 },
  batch: 8,
  epochs: 1,
  seeds: [0],
}

test('the browser’s own SHA-256 gives the data the hash that the engine gives them; so does a browser that offers none', async () => {
  const drawn: DataSpec = { kind: 'drawn-ten', train: 40, validation: 20, seed: 5 }
  const { hash } = buildDataset(drawn)
  expect((await load(drawn, server())).summary.hash).toBe(hash)
  vi.stubGlobal('crypto', {})
  expect((await load(drawn, server())).summary.hash).toBe(hash)
  vi.unstubAllGlobals()
})

test('CIFAR-10 from the server: the images asked for, and samples of the test images as pictures', async () => {
  const { summary } = await load(cifar10, server())
  expect(summary).toMatchObject({ source: 'cifar10', standIn: false, trainCount: 40, validationCount: 20, plane: null })
  expect(summary.classes?.[0]).toBe('airplane')
  expect(summary.samples?.labels).toHaveLength(12)
  // First pixel of the first test image: red, green and blue planes lie 1,024 bytes apart.
  const record = files['/f/test_batch.bin']
  expect([...(summary.samples?.rgba.subarray(0, 4) ?? [])]).toEqual([record?.[1], record?.[1025], record?.[2049], 255])
})

test('no CIFAR-10 on the server: the drawn stand-in, said to be one, with the reason', async () => {
  const { summary } = await load(cifar10, server({ available: false, problem: 'data_batch_1.bin is cut short' }))
  expect(summary).toMatchObject({ source: 'drawn-ten', standIn: true, problem: 'data_batch_1.bin is cut short' })
  expect(summary.classes).toContain('chess board')
  expect(summary.trainCount).toBe(40)
})

test('the stand-in asked for by name is no stand-in', async () => {
  const { summary } = await load({ kind: 'drawn-ten', train: 20, validation: 10, seed: 1 }, server())
  expect(summary).toMatchObject({ source: 'drawn-ten', standIn: false })
})

test('a label above 9 is refused, naming file and byte', async () => {
  await expect(load(cifar10, server({ spoil: true }))).rejects.toThrow(/data_batch_1\.bin has label 77 at byte 3073/)
})

test('points of the plane are handed to the page inside their square', async () => {
  const { summary } = await load({ kind: 'moons', samples: 50, noise: 0.3, seed: 1, validation: 0.2 }, server())
  const { inputs, labels, extent } = summary.plane ?? { inputs: [], labels: [], extent: 0 }
  expect(labels).toHaveLength(40)
  expect(Math.max(...inputs.map(Math.abs))).toBeLessThanOrEqual(extent)
})

test('a function of one number is handed to the page as points and the stretch they lie on, and its fit is drawn', async () => {
  const sine: DataSpec = { kind: 'function', name: 'sine', samples: 1000, noise: 0, seed: 1, validation: 0.2 }
  const { summary, createTrainer } = await load(sine, server())
  if (!summary.line) throw new Error('There are no points.')
  const { inputs, targets, low, high } = summary.line
  expect(inputs.length).toBe(267)
  expect(targets).toHaveLength(inputs.length)
  expect(inputs.every((x) => x >= low && x <= high)).toBe(true)
  const spec: ExperimentSpec = {
    ...{ version: 1, data: sine, batch: 20, epochs: 8, seeds: [0] },
    model: [
      { layer: 'linear', units: 16, init: 'glorot-normal' },
      { layer: 'activation', name: 'tanh' },
      { layer: 'linear', units: 1 },
    ],
    loss: { kind: 'mse' },
    optimizer: { kind: 'adam', learningRate: 0.03 },
  }
  const hashOf = (look: boolean) => {
    const trainer = createTrainer({ key: 'a', spec, seed: 0 })
    const before = trainer.drawFit()
    const reports = trainer.run()
    for (let next = reports.next(); !next.done; next = reports.next()) {
      if (look && next.value.status === 'stepped') trainer.drawFit()
    }
    const after = trainer.drawFit()
    expect(after).toHaveLength(FIT_POINTS)
    // It is a copy, and it has learnt: at the end it passes near the points.
    const gap = (fit: Float32Array | null) => {
      const at = (x: number) => fit?.[Math.round(((x - low) / (high - low)) * (FIT_POINTS - 1))] ?? Number.NaN
      return inputs.reduce((sum, x, i) => sum + Math.abs(at(x) - (targets[i] ?? 0)), 0) / inputs.length
    }
    expect(gap(after)).toBeLessThan(0.1)
    expect(gap(before)).toBeGreaterThan(0.2)
    return trainer.weightHash()
  }
  expect(hashOf(true)).toBe(hashOf(false))
})

test('looking at the network between steps changes nothing: same weights, looked at or not', async () => {
  const { createTrainer } = await load(cifar10, server())
  const hashOf = (look: boolean) => {
    const trainer = createTrainer({ key: 'a', spec: cnn, seed: 3 })
    let last: TrainingReport | undefined
    const reports = trainer.run()
    for (let next = reports.next(); !next.done; next = reports.next()) {
      last = next.value
      if (look && last.status !== 'computing') {
        expect(trainer.predictSamples()?.classes).toHaveLength(12)
        expect(trainer.drawSurface()).toBeNull()
      }
    }
    expect(last?.status).toBe('finished')
    return trainer.weightHash()
  }
  expect(hashOf(true)).toBe(hashOf(false))
})

test('data can be asked for the first steps of a run: the same as those of a trainer, with what it began with', async () => {
  const { createTrainer, open } = await load({ kind: 'drawn-ten', train: 40, validation: 8, seed: 2 }, server())
  const request = {
    key: 'a',
    spec: { ...cnn, data: { kind: 'drawn-ten', train: 40, validation: 8, seed: 2 } as const },
    seed: 4,
  }
  const opening = await open(request, 3)
  const trainer = createTrainer(request)
  const first = trainer.weights()
  const losses = [...iterate(trainer.run())].flatMap((report) => (report.status === 'stepped' ? [report.loss] : []))
  expect(opening.losses).toEqual(losses.slice(0, 3))
  expect(opening.weights).toEqual(first)
  expect(opening.batches.map(({ inputs }) => inputs.length)).toEqual([24_576, 24_576, 24_576])
  expect(trainer.weights()).not.toEqual(first)
})

function* iterate(reports: Iterator<TrainingReport>): Generator<TrainingReport> {
  for (let next = reports.next(); !next.done; next = reports.next()) yield next.value
}
