/** That the golden runs give their hashes, by the twins; `npm run engine -- hash` and e2e/engine.spec.ts try the rest. */
import { expect, test } from 'vitest'
import { ACTIVATION_NAMES } from '../activations/activation'
import { checkSpec } from '../spec/check-spec'
import { LAYER_KINDS, LOSS_KINDS, OPTIMIZER_KINDS, SCHEDULE_KINDS } from '../spec/spec'
import { GOLDEN_RUNS, replayGoldenRun } from './golden-runs'

test.each(GOLDEN_RUNS)('golden run $name', (run) => {
  expect(replayGoldenRun(run)).toBe(run.weightHash)
})

test.each(GOLDEN_RUNS)('$name is a spec that anybody may train', ({ spec }) => {
  expect(checkSpec(spec)).toEqual([])
})

test('they leave out no layer, activation, loss, optimizer or schedule that can be trained', () => {
  const specs = GOLDEN_RUNS.map(({ spec }) => spec)
  const layers = specs.flatMap(({ model }) => model)
  const used = new Set<string>([
    ...layers.map(({ layer }) => layer),
    ...layers.flatMap((layer) => (layer.layer === 'activation' ? [layer.name] : [])),
    ...specs.map(({ loss }) => loss.kind),
    ...specs.map(({ optimizer }) => optimizer.kind),
    ...specs.map(({ schedule }) => schedule?.kind ?? 'constant'),
  ])
  const all = [LAYER_KINDS, ACTIVATION_NAMES, ['expression'], LOSS_KINDS, OPTIMIZER_KINDS, SCHEDULE_KINDS].flat()
  expect(all.filter((name) => !used.has(name))).toEqual([])
})
