import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { settingsOf, specWith } from '@/components/experiment/experiment-settings'
import { buildDataset, createTrainer, type ExperimentSpec, PROBE_NAMES, type ProbeReading } from '@/lib/engine'
import { plannedSnapshot, type RunView } from '@/lib/training/training-snapshot'
import { histogramRows } from './activation-histograms'
import { calibrationRows } from './calibration-diagram'
import { sharesOf } from './calibration-shares'
import { activationLayers, learningLayers } from './layer-names'
import { ProbeGauges } from './probe-gauges'
import { updateRows } from './update-ratios'

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

function runOf(spec: ExperimentSpec, evaluatedAt: number, given?: ProbeReading[]): RunView {
  const [run] = plannedSnapshot([{ key: 'seed 0', seed: 0, spec }], null).runs
  if (!run) throw new Error('no run')
  const probes = given ?? [{ probe: 'dead-units' as const, layer: 1, value: 0.25, details: { dead: 1, units: 4 } }]
  const validation = { loss: 1, accuracy: 0.5 }
  return { ...run, evaluations: [{ step: evaluatedAt, epoch: 1, train: null, validation, probes }] }
}

test('the gauges name the activation of the run they read, whatever is planned next', () => {
  const tanh = specWith(published, { ...settingsOf(published), activation: 'tanh' }, [0])
  expect(renderToStaticMarkup(<ProbeGauges run={runOf(tanh, 10)} planned={published} />)).toContain('layer 1 (Tanh)')
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

const all: ExperimentSpec = { ...published, probes: [...PROBE_NAMES] }
/** What a real run reads at its end. */
const readings = readAll(all)

function readAll(spec: ExperimentSpec): ProbeReading[] {
  const trainer = createTrainer({ spec, seed: 0, dataset: buildDataset(spec.data) })
  let probes: ProbeReading[] = []
  for (const report of trainer.run()) if (report.status === 'evaluated') probes = report.probes
  return probes
}
const readingsOf = (name: string) => readings.filter(({ probe }) => probe === name)

test('before anything was read their place says what will be, and shows no empty gauge', () => {
  const planned = renderToStaticMarkup(<ProbeGauges run={undefined} planned={published} />)
  expect(planned).toContain('At the end of each epoch you see here, layer by layer: which units are dead.')
  const everything = renderToStaticMarkup(<ProbeGauges run={undefined} planned={all} />)
  expect(everything).toContain('how activations are spread and whether its confidence can be believed.')
  // The place itself is kept by parts that nobody sees or hears.
  expect(everything).toMatch(/^<div[^>]*><div aria-hidden="true" class="invisible">/)
  expect(everything).not.toContain('not read yet')
  expect(renderToStaticMarkup(<ProbeGauges run={undefined} planned={{ ...published, probes: [] }} />)).toBe('')
})

test('every probe that was asked for is shown once it was read', () => {
  const shown = renderToStaticMarkup(<ProbeGauges run={runOf(all, 100, readings)} planned={all} />)
  expect(shown).not.toContain('not read yet')
  const titles = (markup: string) => [...markup.matchAll(/<figure aria-label="([^"]*)"/g)].map(([, title]) => title)
  expect(titles(shown)).toEqual(['How far a step moves the weights', 'How activations are spread', 'Calibration'])
})

test('the tables hold what was read: every number of a histogram, every example of the calibration', () => {
  const spreads = histogramRows(activationLayers(all, 100), readingsOf('activation-histogram'))
  for (const side of ['Before', 'After']) {
    const counted = spreads.filter((row) => row[1] === side).reduce((sum, row) => sum + Number(row[4]), 0)
    // 50 training examples, four units.
    expect(counted).toBe(200)
  }
  const zeros = spreads.filter(([, side, from, to]) => side === 'After' && from === '0' && to === '0')
  const [share] = readingsOf('activation-histogram').map(({ value }) => value)
  expect(zeros.map((row) => Number(row[4]))).toEqual([200 * (share ?? Number.NaN)])
  const calibration = calibrationRows(readingsOf('calibration')[0])
  expect(calibration.reduce((sum, row) => sum + Number(row[1]), 0)).toBe(50)
  const updates = updateRows(learningLayers(all), readingsOf('update-ratio'))
  expect(updates.map(([layer]) => layer)).toEqual(['0 (linear)', '2 (linear)'])
})

test('of two classes recall and precision have their lines before they are read; of ten there are none', () => {
  const names = (spec: ExperimentSpec) =>
    [...renderToStaticMarkup(<ProbeGauges run={undefined} planned={spec} />).matchAll(/Class 1: [a-z ]+/g)].map(String)
  expect(names(all)).toEqual(['Class 1: recall', 'Class 1: precision', 'Class 1: share', 'Class 1: mean p'])
  expect(names({ ...all, model: [...all.model.slice(0, 2), { layer: 'linear', units: 10 }] })).toEqual([])
  const [reading] = readingsOf('calibration')
  const shares = Object.fromEntries(sharesOf(reading, true).map(({ name, share }) => [name, share]))
  expect(shares['Class 1: share']).toBe(0.5)
  expect(shares['Class 1: recall']).toBe(reading?.details.recall)
})

test('a histogram’s ends are those of its bins, and what is not finite is told', () => {
  const [reading] = readingsOf('activation-histogram')
  if (!reading) throw new Error('no reading')
  const details = { ...reading.details, 'input.width': 0.25, 'input.notFinite': 3 }
  const markup = renderToStaticMarkup(<ProbeGauges run={runOf(all, 100, [{ ...reading, details }])} planned={all} />)
  expect(markup).toMatch(/<span>−4<\/span><span>0<\/span><span>4<\/span>/)
  const rows = histogramRows(activationLayers(all, 100), [{ ...reading, details }])
  expect(rows).toContainEqual(['1 (ReLU)', 'Before', 'NaN', '±∞', '3'])
})
