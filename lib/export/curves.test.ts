import { expect, test } from 'vitest'
import type { ExperimentSpec } from '@/lib/engine'
import { type CurveRun, curvesCsv } from './curves'

const spec: ExperimentSpec = {
  version: 1,
  data: { kind: 'moons', samples: 60, noise: 0.1, seed: 1, validation: 0.2 },
  model: [{ layer: 'linear', units: 2 }],
  loss: { kind: 'softmax-cross-entropy' },
  optimizer: { kind: 'sgd', learningRate: 0.1 },
  batch: 8,
  epochs: 1,
  seeds: [3],
}
const run = (changes: Partial<CurveRun> = {}): CurveRun => ({
  ...{ spec, seed: 3, status: 'finished' },
  lossCurve: [
    [1, 0.7],
    [6, 0.1 + 0.2],
  ],
  evaluations: [
    { step: 6, epoch: 1, train: { loss: 0.6, accuracy: 0.5 }, validation: { loss: 0.65, accuracy: 0.75 } },
    { step: 3, epoch: 1, train: null, validation: { loss: 0.7, accuracy: null } },
  ],
  ...changes,
})

/** A reader of RFC 4180 of its own: quotes, doubled quotes, CRLF. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    if (end === '\r\n') rows.push([])
  }
  return rows.slice(0, -1)
}

test('one row for each step where something was measured, in order; what was not is empty', () => {
  const [head, ...rows] = readCsv(curvesCsv([run()], () => 'ReLU'))
  expect(head?.slice(0, 6)).toEqual([
    'run',
    'seed',
    'status',
    'step (completed updates)',
    'epoch (passes over the training data)',
    'loss of the batch (nats)',
  ])
  expect(rows).toEqual([
    ['ReLU', '3', 'finished', '1', '', '0.7', '', '', '', ''],
    ['ReLU', '3', 'finished', '3', '1', '', '', '', '0.7', ''],
    ['ReLU', '3', 'finished', '6', '1', '0.30000000000000004', '0.6', '0.5', '0.65', '0.75'],
  ])
})

test('a name with commas, quotes and line ends stays one cell; lines end with CRLF; seeds are apart', () => {
  const name = 'x, "y"\nz'
  const text = curvesCsv([run(), run({ seed: 4 })], ({ seed }) => (seed === 3 ? name : 'b'))
  expect(readCsv(text).map(([first]) => first)).toEqual(['run', name, name, name, 'b', 'b', 'b'])
  expect(text.endsWith('\r\n')).toBe(true)
  expect(text.split('\r\n').length).toBe(8)
})

test.each([
  ['mse', 'squared units of the label'],
  ['mae', 'units of the label'],
  ['huber', 'squared units of the label'],
  ['bce-with-logits', 'nats'],
] as const)('the losses of %s are in %s', (kind, unit) => {
  const [head] = readCsv(curvesCsv([run({ spec: { ...spec, loss: { kind } } })], () => ''))
  expect(head?.[8]).toBe(`held-back loss (${unit})`)
})

test('a loss that is no number is written as its name, and no run makes a header alone', () => {
  expect(readCsv(curvesCsv([run({ lossCurve: [[2, Number.POSITIVE_INFINITY]] })], () => 'a'))[1]?.[5]).toBe('Infinity')
  expect(readCsv(curvesCsv([], () => 'a')).length).toBe(1)
})
