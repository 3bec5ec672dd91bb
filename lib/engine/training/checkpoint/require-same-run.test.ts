/** A checkpoint goes on with the run it was made by, and with no other. */
import { describe, expect, test } from 'vitest'
import { buildDataset } from '../../data/build-dataset'
import { CheckpointError } from '../../errors'
import type { Backend } from '../../network/backend'
import type { ExperimentSpec } from '../../spec/spec'
import { SMALL_SPEC } from '../../testing/small-spec'
import { createTrainer, type TrainerOptions } from '../create-trainer'
import type { Checkpoint } from './checkpoint'

const SPEC: ExperimentSpec = { ...SMALL_SPEC, batch: 10, probes: ['gradient-norm'] }
const dataset = buildDataset(SPEC.data)
const create = (options: Partial<TrainerOptions> = {}) => createTrainer({ spec: SPEC, seed: 0, dataset, ...options })

/** Asking for memory is a failure of its own. */
const NO_MEMORY: Backend = {
  kind: 'twins',
  createExecutor: () => {
    throw new Error('Something was allocated.')
  },
}

function checkpointAt(step: number, spec = SPEC): Checkpoint {
  const trainer = create({ spec })
  for (const report of trainer.run()) if (report.status === 'stepped' && report.step === step) break
  return trainer.checkpoint()
}
const checkpoint = checkpointAt(5)
const lastOf = (options: Partial<TrainerOptions>) => [...create(options).run()].at(-1)

describe('refused, before anything is allocated, is a checkpoint of', () => {
  const given = (change: object): Partial<TrainerOptions> => ({
    checkpoint: { ...checkpoint, ...change } as Checkpoint,
  })
  const run = (change: Partial<ExperimentSpec>) => ({ spec: { ...SPEC, ...change }, checkpoint })
  const [first, ...others] = SPEC.model
  test.each<[string, Partial<TrainerOptions>, RegExp]>([
    [
      'another learning rate',
      run({ optimizer: { kind: 'adam', learningRate: 0.02 } }),
      /another spec: optimizer\.learningRate is 0\.01 there and 0\.02 here; resume it with the spec it was made by, or/,
    ],
    [
      'another layer',
      run({ model: [...SPEC.model.with(1, { layer: 'layer-norm' })] }),
      /model\.1\.layer is 'activation'/,
    ],
    [
      'a layer more',
      run({ model: [first as never, first as never, ...others] }),
      /model\.1\.layer is 'activation' there/,
    ],
    ['no schedule', run({ schedule: { kind: 'constant' } }), /: schedule is missing there and an object here/],
    [
      'no momentum',
      run({ optimizer: { kind: 'adam', learningRate: 0.01, beta1: 0.8 } }),
      /: optimizer\.beta1 is missing there and 0\.8 here/,
    ],
    [
      'other data, by the spec',
      { ...run({ data: { ...SPEC.data, seed: 4 } as typeof SPEC.data }) },
      /: data\.seed is 3 there and 4 here/,
    ],
    [
      'other data, by their hash',
      { checkpoint, dataset: { ...dataset, hash: 'ab'.repeat(32) } },
      /other data: their hash is '[0-9a-f]{40}…', that of moons here '(?:ab){20}…'; resume it with the data it was/,
    ],
    ['nothing known', given({ spec: undefined }), /another spec: the spec is missing there and an object here/],
    ['unknown data', given({ dataHash: undefined }), /other data: their hash is missing/],
  ])('%s', (_title, options, message) => {
    const resume = () => create({ ...options, backend: NO_MEMORY })
    expect(resume).toThrow(CheckpointError)
    expect(resume).toThrow(message)
  })

  test('another number of epochs, where the schedule is stretched over them', () => {
    const cosine: ExperimentSpec = { ...SPEC, schedule: { kind: 'cosine' } }
    const ofCosine = checkpointAt(5, cosine)
    expect(lastOf({ spec: cosine, checkpoint: ofCosine })?.status).toBe('finished')
    expect(() => create({ spec: { ...cosine, epochs: 3 }, checkpoint: ofCosine })).toThrow(
      /another spec: epochs is 2 there and 3 here/,
    )
  })

  test('a longer run than this one', () => {
    expect(() => create({ spec: { ...SPEC, epochs: 1 }, checkpoint })).toThrow(/after step 5, but the run has 4 steps/)
  })
})

describe('what changes no bit of the first steps may differ', () => {
  test('the order of keys, keys without a value, the seeds of other runs', () => {
    const { data, ...rest } = SPEC
    const spec: ExperimentSpec = { ...rest, schedule: undefined, seeds: [0, 1, 2], data }
    expect(lastOf({ spec, checkpoint })).toEqual(lastOf({}))
  })

  test('probes', () => {
    const { probes: _probes, ...blind } = SPEC
    expect(lastOf({ spec: blind, checkpoint })).toEqual(lastOf({}))
    expect(lastOf({ spec: { ...SPEC, probes: ['update-ratio', 'dead-units'] }, checkpoint })).toEqual(lastOf({}))
  })

  test.each([undefined, { kind: 'step', everySteps: 3, factor: 0.5, warmupSteps: 2 } as const])(
    'epochs: a run that goes on for longer ends as one that was meant to be so long: %j',
    (schedule) => {
      const short: ExperimentSpec = { ...SPEC, schedule }
      const long: ExperimentSpec = { ...short, epochs: 5 }
      const whole = lastOf({ spec: long })
      expect(whole).toMatchObject({ status: 'finished', step: 20 })
      for (const step of [5, 8]) expect(lastOf({ spec: long, checkpoint: checkpointAt(step, short) })).toEqual(whole)
    },
  )
})
