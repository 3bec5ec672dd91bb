import { describe, expect, test } from 'vitest'
import { buildDataset } from '../data/build-dataset'
import { SpecError } from '../errors'
import type { ExperimentSpec } from '../spec/spec'
import { SMALL_SPEC } from '../testing/small-spec'
import { TWINS_BACKEND } from '../twins/twin-executor'
import { buildTrainer } from './build-trainer'
import { createTrainer } from './create-trainer'

const WRITTEN: ExperimentSpec = {
  ...SMALL_SPEC,
  model: [
    { layer: 'linear', units: 6 },
    { layer: 'activation', name: 'expression', expression: 'x * x' },
    { layer: 'linear', units: 2 },
  ],
}
const NORMALISED: ExperimentSpec = {
  ...SMALL_SPEC,
  model: [{ layer: 'linear', units: 6 }, { layer: 'batch-norm' }, { layer: 'linear', units: 2 }],
}
const LEARNT: ExperimentSpec = {
  ...SMALL_SPEC,
  model: [
    { layer: 'linear', units: 6 },
    { layer: 'activation', name: 'swish', learnt: true },
    { layer: 'linear', units: 2 },
  ],
}
const PROBED: ExperimentSpec = { ...SMALL_SPEC, probes: ['dead-units'] }
const run = { seed: 0, dataset: buildDataset(SMALL_SPEC.data), backend: TWINS_BACKEND }
const bare = { ...run, parseActivation: null, probeKit: null, rareLayers: null }

describe('what a spec asks for and nobody handed in is refused, not left out', () => {
  test.each([
    ['a written activation', WRITTEN, /Layer 1 is written as x \* x, .* pass parseActivation/],
    ['batch norm', NORMALISED, /Layer 1 \(batch-norm\) is not among .* pass rareLayers/],
    ['a learnt slope', LEARNT, /Layer 1 \(activation\) is not among .* pass rareLayers/],
    ['probes', PROBED, /asks for dead-units, .* pass probeKit/],
  ])('%s', (_title, spec, message) => {
    expect(() => buildTrainer({ ...bare, spec })).toThrow(message)
    expect(() => buildTrainer({ ...bare, spec })).toThrow(SpecError)
    expect([...createTrainer({ ...run, spec }).run()].at(-1)).toMatchObject({ status: 'finished' })
  })
})

test('where nothing asks for them, a run without is the same run', () => {
  const last = [...createTrainer({ ...run, spec: SMALL_SPEC }).run()].at(-1)
  expect(last).toMatchObject({ status: 'finished' })
  expect([...buildTrainer({ ...bare, spec: SMALL_SPEC }).run()].at(-1)).toEqual(last)
})
