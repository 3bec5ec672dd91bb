import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { ExperimentSpec } from '@/lib/engine'
import { plannedSnapshot, type RunView } from '@/lib/training/training-snapshot'
import { settingsOf, specWith } from './experiment-settings'
import { ProbeGauges } from './probe-gauges'

const published: ExperimentSpec = {
  version: 1,
  data: { kind: 'moons', samples: 100, noise: 0, seed: 0, validation: 0.5 },
  model: [
    { layer: 'linear', units: 4 },
    { layer: 'activation', name: 'relu' },
    { layer: 'linear', units: 2 },
  ],
  loss: { kind: 'softmax-cross-entropy' },
  optimizer: { kind: 'sgd', learningRate: 0.1 },
  batch: 5,
  epochs: 10,
  seeds: [0],
  probes: ['dead-units'],
}

function runOf(spec: ExperimentSpec, evaluatedAt: number): RunView {
  const [run] = plannedSnapshot([{ key: 'seed 0', seed: 0, spec }], null).runs
  if (!run) throw new Error('no run')
  const probes = [{ probe: 'dead-units' as const, layer: 1, value: 0.25, details: { dead: 1, units: 4 } }]
  const validation = { loss: 1, accuracy: 0.5 }
  return { ...run, evaluations: [{ step: evaluatedAt, epoch: 1, train: null, validation, probes }] }
}

test('the gauges name the activation of the run they read, whatever is planned next', () => {
  const tanh = specWith(published, { ...settingsOf(published), activation: 'tanh' }, [0])
  expect(renderToStaticMarkup(<ProbeGauges run={runOf(tanh, 10)} planned={published} />)).toContain('layer 1 (Tanh)')
  expect(renderToStaticMarkup(<ProbeGauges run={undefined} planned={tanh} />)).toContain('layer 1 (Tanh)')
})

test('after a swap they name what was swapped in; the swap at a step comes after its evaluation', () => {
  const spec: ExperimentSpec = {
    ...published,
    interventions: [
      { atStep: 50, layer: 1, activation: { name: 'gelu' } },
      { atStep: 20, layer: 1, activation: { name: 'leaky-relu' } },
    ],
  }
  const shown = (step: number) => renderToStaticMarkup(<ProbeGauges run={runOf(spec, step)} planned={published} />)
  expect(shown(20)).toContain('(ReLU)')
  expect(shown(30)).toContain('(Leaky ReLU)')
  expect(shown(60)).toContain('(GELU)')
})
