/**
 * `bench`: how fast this machine trains, in a few seconds; a look, not a measurement to quote. The measured comparison
 * with other libraries, in interleaved rounds over fresh processes, is `npm run bench -- engine`.
 */
import { cpus } from 'node:os'
import {
  buildDataset,
  createTrainer,
  type DataSpec,
  type ExperimentSpec,
  GOLDEN_RUNS,
  type LayerSpec,
} from '@/lib/engine'
import { nodeBackend } from '@/lib/training/hardware/node-backend'
import type { BenchOptions, Say } from './command-line'

const WARM_UP_MS = 300
const ROUNDS = 3
/** Reports are told so that about this much is trained between two. */
const PULL_MS = 10

const block = (channels: number): LayerSpec[] => [
  { layer: 'conv2d', channels, kernel: 3 },
  { layer: 'activation', name: 'relu' },
  { layer: 'max-pool2d', size: 2 },
]

/** The reference CNN on drawn pictures. They are not CIFAR-10, and ReLU's speed depends a little on the data. */
const CNN: ExperimentSpec = {
  version: 1,
  data: { kind: 'drawn-ten', train: 64, validation: 16, seed: 1, standardise: 'per-channel' },
  model: [...block(16), ...block(32), ...block(64), { layer: 'flatten' }, { layer: 'linear', units: 10 }],
  loss: { kind: 'softmax-cross-entropy' },
  optimizer: { kind: 'adam', learningRate: 0.001 },
  batch: 32,
  epochs: 1,
  seeds: [0],
}

interface Row {
  workload: string
  batch: number
  stepsPerSecond: number
  examplesPerSecond: number
}

export function bench({ json, seconds }: BenchOptions, say: Say): void {
  const workloads = [...GOLDEN_RUNS.map(({ name, spec }) => ({ name, spec })), { name: 'cnn-reference', spec: CNN }]
  const model = cpus()[0]?.model ?? 'unknown processor'
  if (!json) say(`${model}, Node ${process.versions.node}, one thread\n`)
  const rows = workloads.map(({ name, spec }): Row => {
    const stepsPerSecond = measure(spec, seconds)
    const row = { workload: name, batch: spec.batch, stepsPerSecond, examplesPerSecond: stepsPerSecond * spec.batch }
    if (!json) say(`${textOf(row)}\n`)
    return row
  })
  if (json) say(`${JSON.stringify({ machine: model, node: process.versions.node, rows })}\n`)
}

function textOf({ workload, batch, stepsPerSecond, examplesPerSecond }: Row): string {
  const number = (value: number) => value.toFixed(0).padStart(10)
  return `${workload.padEnd(28)} batch ${String(batch).padStart(3)} ${number(stepsPerSecond)} steps/s ${number(examplesPerSecond)} examples/s`
}

/** The median of three rounds, warmed up. */
function measure(spec: ExperimentSpec, seconds: number): number {
  const run = startRun(spec)
  const guess = run(WARM_UP_MS)
  run(WARM_UP_MS, guess)
  const rates = Array.from({ length: ROUNDS }, () => run((seconds * 1000) / ROUNDS, guess))
  return rates.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0
}

/** Returns a function that trains for some milliseconds and tells the steps a second. */
function startRun(spec: ExperimentSpec): (ms: number, stepsPerSecond?: number) => number {
  const longer = { ...spec, data: manyExamples(spec.data), epochs: 100_000, interventions: [] }
  const dataset = buildDataset(longer.data)
  const stepsPerEpoch = Math.floor(dataset.train.count / spec.batch)
  return (ms, expected = 100) => {
    const reportEvery = Math.min(stepsPerEpoch, Math.max(1, Math.round((expected * PULL_MS) / 1000)))
    const trainer = createTrainer({ spec: longer, seed: 0, dataset, backend: nodeBackend() })
    trainer.reportEvery = reportEvery
    let trainingMs = 0
    let steps = 0
    let last = 0
    const reports = trainer.run()
    for (let begun = performance.now(); trainingMs < ms; ) {
      const { value: report } = reports.next()
      if (report === undefined || report.status === 'computing') continue
      const now = performance.now()
      // What ends in an evaluation does not count.
      if (report.status === 'stepped') {
        trainingMs += now - begun
        steps += report.step - last
      } else if (report.status !== 'evaluated') throw new Error(`The workload has ${report.status}.`)
      last = trainer.step
      begun = now
    }
    return (1000 * steps) / trainingMs
  }
}

/** So many that epochs are long, and few to validate: what is measured is training. */
function manyExamples(data: DataSpec): DataSpec {
  if (data.kind === 'drawn-ten') return { ...data, train: 512, validation: 8 }
  return 'samples' in data ? { ...data, samples: 4000, validation: 0.01 } : data
}
