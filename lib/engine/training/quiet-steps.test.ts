/** How often a run reports changes neither what it learns nor where it ends; steps that nobody hears of are stepped quietly. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildDataset } from '../data/build-dataset'
import type { ExperimentSpec } from '../spec/spec'
import { BACKENDS } from '../testing/backends'
import { createTrainer } from './create-trainer'
import type { Trainer } from './trainer'

const SPEC: ExperimentSpec = {
  version: 1,
  data: { kind: 'moons', samples: 100, noise: 0.1, seed: 3, validation: 0.3 },
  model: [
    { layer: 'linear', units: 6 },
    { layer: 'activation', name: 'tanh' },
    { layer: 'dropout', rate: 0.1 },
    { layer: 'linear', units: 1 },
  ],
  loss: { kind: 'mse' },
  optimizer: { kind: 'adam', learningRate: 0.03 },
  schedule: { kind: 'cosine' },
  batch: 10,
  epochs: 5,
  seeds: [0],
  probes: ['update-ratio'],
}
const dataset = buildDataset(SPEC.data)

function run(spec: ExperimentSpec, reportEvery: number, evaluateAt: number[] = []) {
  const trainer: Trainer = createTrainer({ spec, seed: 0, dataset, evaluateAt, backend: BACKENDS.kernels })
  trainer.reportEvery = reportEvery
  return { reports: [...trainer.run()].filter(({ status }) => status !== 'computing'), hash: trainer.weightHash() }
}

describe('reporting every few steps', () => {
  test('leaves out reports of steps, and nothing else', () => {
    const step = fc.integer({ min: 1, max: 34 })
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 50 }), fc.uniqueArray(step), fc.uniqueArray(step), (every, asked, at) => {
        const interventions = at.map((atStep, i) => {
          return { atStep, layer: 1, activation: { name: i % 2 === 0 ? ('sigmoid' as const) : ('relu' as const) } }
        })
        const spec = { ...SPEC, interventions }
        const [loud, quiet] = [run(spec, 1, asked), run(spec, every, asked)]
        expect(quiet.hash).toBe(loud.hash)
        expect(quiet.reports).toEqual(
          loud.reports.filter((report) => report.status !== 'stepped' || report.step % every === 0),
        )
      }),
      { numRuns: 30 },
    )
  })

  test('a run diverges at the same step, and without its update', () => {
    const optimizer = { kind: 'sgd', learningRate: 30, momentum: 0.99 } as const
    const model = SPEC.model.map((layer) =>
      layer.layer === 'activation' ? { ...layer, name: 'linear' as const } : layer,
    )
    const [loud, quiet] = [1, 1000].map((every) => run({ ...SPEC, model, optimizer }, every)) as [
      ReturnType<typeof run>,
      ReturnType<typeof run>,
    ]
    expect(loud.reports.at(-1)?.status).toBe('diverged')
    expect(loud.reports.at(-1)?.step).toBeGreaterThan(2)
    expect(quiet.reports.at(-1)).toEqual(loud.reports.at(-1))
    expect(quiet.hash).toBe(loud.hash)
  })
})
