import { describe, expect, test } from 'vitest'
import { checkSpec } from '../check-spec'
import { exampleCounts } from '../cost'
import type { ExperimentSpec } from '../spec'
import { sentenceAt } from '../testing/problems'
import { IMAGES, planar, withData } from '../testing/specs'

const split = { seed: 1, validation: 0.25 }
const own = (data: object, batch = 2) => planar({ data: { ...split, ...data } as ExperimentSpec['data'], batch })
const placed = (points: unknown[], more: object = {}) => own({ kind: 'points', points, ...more })
const table = (text: string, more: object = {}) => own({ kind: 'table', text, label: 'kind', task: 'classes', ...more })
const CSV = 'x,y,kind\n1,2,a\n3,4,b\n5,6,a\n7,8,b\n'
const augmented = (augment: unknown) => ({ ...IMAGES, data: { ...IMAGES.data, augment } as ExperimentSpec['data'] })

describe('no problem', () => {
  test.each<[string, ExperimentSpec]>([
    ['imbalanced blobs', withData({ kind: 'gaussians', classes: 2, ratio: 20 })],
    ['augmentation', augmented(['shift', 'flip'])],
    [
      'points',
      placed([
        [0, 0, 0],
        [1, 1, 1],
        [2, 2, 1],
        [3, 3, 0],
      ]),
    ],
    ['a table of text', table(CSV)],
    [
      'a table of rows',
      own({
        kind: 'table',
        columns: ['x', 'kind'],
        rows: [
          [1, 0],
          [2, 1],
          [3, 0],
          [4, 1],
        ],
        label: 'kind',
        task: 'classes',
      }),
    ],
  ])('%s', (_title, spec) => {
    expect(checkSpec(spec)).toEqual([])
  })
})

test('examples of own data are counted before they are built', () => {
  expect(exampleCounts(table(CSV).data)).toEqual({ train: 3, validation: 1 })
  expect(
    exampleCounts(
      placed([
        [0, 0, 0],
        [1, 1, 1],
        [2, 2, 1],
        [3, 3, 0],
      ]).data,
    ),
  ).toEqual({ train: 3, validation: 1 })
})

describe('each fault is found at its key, with a sentence that says what to do', () => {
  test.each<[string, ExperimentSpec, string, RegExp]>([
    [
      'a ratio below 1',
      withData({ ratio: 0.5 }),
      'data.ratio',
      /ratio of the largest class to the smallest is 0.5; use a number from 1 to 1,000/,
    ],
    [
      'a class of nobody',
      withData({ samples: 100, ratio: 200 }),
      'data.ratio',
      /fewer than 2 of 100 samples; use a smaller ratio or more samples/,
    ],
    [
      'an unknown augmentation',
      augmented(['rotate']),
      'data.augment.0',
      /'rotate', which is not known; use one of flip, shift/,
    ],
    ['an augmentation twice', augmented(['flip', 'flip']), 'data.augment.1', /flip is there twice/],
    ['augmentation as a word', augmented('flip'), 'data.augment', /augment is 'flip'; use a list/],
    ['one point', placed([[0, 0, 0]]), 'data.points', /There are 1 points; place at least 2/],
    [
      'a point of two numbers',
      placed([
        [0, 0, 0],
        [1, 1],
      ]),
      'data.points.1',
      /Point 1 is a list; write \[x, y, class\]/,
    ],
    [
      'a point at infinity',
      placed([
        [0, 0, 0],
        [Infinity, 1, 1],
      ]),
      'data.points.1.0',
      /Point 1: x is Infinity/,
    ],
    [
      'a label out of range',
      placed([
        [0, 0, 0],
        [1, 1, 2],
      ]),
      'data.points.1.2',
      /Point 1: the class is 2; use a whole number from 0 to 1/,
    ],
    [
      'no validation point',
      own({
        kind: 'points',
        points: [
          [0, 0, 0],
          [1, 1, 1],
        ],
        validation: 0.1,
      }),
      'data.validation',
      /No example is left for validation/,
    ],
    [
      'no table',
      own({ kind: 'table', label: 'kind', task: 'classes' }),
      'data',
      /The table is missing; give CSV as text, or columns and rows/,
    ],
    ['two tables', table(CSV, { rows: [[1]] }), 'data', /The table is there twice/],
    [
      'an unknown task',
      table(CSV, { task: 'clustering' }),
      'data.task',
      /'clustering', which is not known; use one of classes, regression/,
    ],
    [
      'no such label',
      table(CSV, { label: 'species' }),
      'data.label',
      /no column 'species' for the label; name one of its columns: x, y, kind/,
    ],
    [
      'a fault in a cell',
      table(CSV.replace('3', 'three')),
      'data.text',
      /Row 2 \(line 3\), column 'x': 'three' is not a number/,
    ],
    [
      'a cell of another type',
      own({
        kind: 'table',
        columns: ['x', 'kind'],
        rows: [
          [1, 'a'],
          [null, 'b'],
        ],
        label: 'kind',
        task: 'classes',
      }),
      'data.rows.1.0',
      /Row 2, value 1 is null; use a number or text/,
    ],
    [
      'classes of a regression',
      table(CSV, { task: 'regression', label: 'x', classes: ['a', 'b'] }),
      'data.classes',
      /A regression has no classes/,
    ],
    ['one class', table(CSV, { classes: ['a'] }), 'data.classes', /There are 1 classes; name at least 2/],
    ['a class twice', table(CSV, { classes: ['a', 'a'] }), 'data.classes.1', /'a' is there twice/],
    ['features that are no list', table(CSV, { features: 'x' }), 'data.features', /features is 'x'; use a list/],
    ['a batch larger than the table', { ...table(CSV), batch: 4 }, 'batch', /batch is 4 but only 3 training examples/],
    [
      'a shape that does not fit the table',
      { ...table(CSV), model: [{ layer: 'conv2d', channels: 1, kernel: 1 }] },
      'model.0',
      /needs images .* but gets \[2\]/,
    ],
    [
      'outputs that do not fit the table',
      { ...table(CSV), model: [{ layer: 'linear', units: 3 }] },
      'model.0',
      /3 logits for 2 classes/,
    ],
  ])('%s', (_title, spec, path, message) => {
    expect(sentenceAt(path, spec)).toMatch(message)
  })
})
