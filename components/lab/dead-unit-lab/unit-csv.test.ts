import { expect, test } from 'vitest'
import { UnitHistory } from '@/lib/training/dead-units/unit-history'
import { newCurves } from '@/lib/training/plane/plane-curves'
import { curvesCsv, deathsCsv } from './unit-csv'

const history = new UnitHistory(3, 2)
history.add({
  first: 0,
  awake: Uint16Array.of(4, 0, 2, 0, 0, 3, 0, 5, 3),
  inBatch: Uint16Array.of(1, 0, 0, 0, 0, 1, 0, 2, 1),
})

test('curves: a row a step, empty where nothing was measured', () => {
  const run = {
    ...newCurves(1),
    lossCurve: [[1, 0.5] as [number, number]],
    evaluations: [{ step: 2, epoch: 1, train: null, validation: { loss: 0.25, accuracy: 0.75 } }],
  }
  expect(curvesCsv(history, run).split('\r\n').slice(1)).toEqual([
    '0,1,1,1,,,',
    '1,2,0,1,0.5,,',
    '2,1,0,2,,0.25,0.75',
    '',
  ])
})

test('deaths: a row each, by layer and unit', () => {
  expect(deathsCsv(history, [2, 1]).split('\r\n')).toEqual([
    'layer,unit,died at step,awake again at step',
    '1,1,1,',
    '1,2,0,2',
    '',
  ])
})
