import { describe, expect, test } from 'vitest'
import { DatasetError } from '../../errors'
import type { TableDataSpec } from '../../spec/data-spec'
import { buildDataset } from '../build-dataset'
import { readTable } from './table'

const table = (text: string, more: Partial<TableDataSpec> = {}): TableDataSpec => ({
  kind: 'table',
  text,
  label: 'kind',
  task: 'classes',
  seed: 1,
  validation: 0.25,
  ...more,
})

describe('a table is read into numbers', () => {
  test('every column but the label is a feature; labels are classes by alphabet', () => {
    const read = readTable(table('width,kind,height\n1,rose,-2\n.5,iris,3e2\n+4.,iris,0\n'))
    expect(read.features).toEqual(['width', 'height'])
    expect(read.classes).toEqual(['iris', 'rose'])
    expect([...read.inputs]).toEqual([1, -2, 0.5, 300, 4, 0])
    expect([...read.labels]).toEqual([1, 0, 0])
  })

  test('labels that are numbers are classes by size', () => {
    expect(readTable(table('x,kind\n1,10\n2,9\n3,-1\n4,10\n')).classes).toEqual(['-1', '9', '10'])
  })

  test('features and classes in the order they are named', () => {
    const read = readTable(table('a,b,c,kind\n1,2,?,x\n3,4,?,y\n', { features: ['b', 'a'], classes: ['y', 'z', 'x'] }))
    expect([[...read.inputs], [...read.labels], read.classes]).toEqual([
      [2, 1, 4, 3],
      [2, 0],
      ['y', 'z', 'x'],
    ])
  })

  test('rows as values give what the same text gives', () => {
    const { text: _, ...rest } = table('')
    const rows = [
      [1, 'a'],
      ['2', 'b'],
    ]
    const fromRows = readTable({ ...rest, columns: ['x', 'kind'], rows })
    expect(fromRows).toEqual(readTable(table('x,kind\n1,a\n2,b\n')))
  })

  test('a regression keeps its label as a number', () => {
    const read = readTable(table('x,price\n1,200\n2,300.5\n', { label: 'price', task: 'regression' }))
    expect([read.classes, [...read.labels]]).toEqual([null, [200, 300.5]])
  })
})

describe('what is wrong is named by row and column, with what to do', () => {
  test.each<[string, TableDataSpec, RegExp, (string | number)[]]>([
    [
      'a word',
      table('x,kind\n1,a\ntwo,b\n'),
      /^Row 2 \(line 3\), column 'x': 'two' is not a number; write one, or leave the column out\.$/,
      ['text'],
    ],
    ['a gap', table('x,kind\n1,a\n\n,b\n'), /^Row 2 \(line 4\), column 'x': the value is missing/, ['text']],
    ['a decimal comma', table('x;kind\n1,5;a\n2;b'), /'1,5' has a decimal comma; write 1\.5/, ['text']],
    ['hexadecimal', table('x,kind\n0x10,a\n2,b'), /'0x10' is not a number/, ['text']],
    ['infinity', table('x,kind\nInfinity,a\n2,b'), /'Infinity' is not a number/, ['text']],
    ['a number beyond float32', table('x,kind\n1e39,a\n2,b'), /1e39 is too large; use numbers up to/, ['text']],
    [
      'a short row',
      table('x,y,kind\n1,2,a\n2,b\n'),
      /^Row 2 \(line 3\) has 2 values, but there are 3 columns/,
      ['text'],
    ],
    [
      'a label without a name',
      table('x,kind\n1,a\n2,\n'),
      /^Row 2 \(line 3\), column 'kind': the label is missing/,
      ['text'],
    ],
    [
      'a label out of range',
      table('x,kind\n1,a\n2,c\n', { classes: ['a', 'b'] }),
      /'c' is not one of the classes a, b; correct it or add it to classes/,
      ['text'],
    ],
    ['one label', table('x,kind\n1,a\n2,a\n'), /has 1 different label; add examples of another/, ['label']],
    [
      'labels that are measurements',
      table(`x,kind\n${Array.from({ length: 101 }, (_, i) => `1,${i}`).join('\n')}`),
      /101 different labels; use task: regression/,
      ['label'],
    ],
    ['nothing', table(' \n'), /The table is empty; begin with a line that names the columns/, ['text']],
    ['a header alone', table('x,kind\n'), /The table has 0 rows of data; use 2 to 20000/, ['text']],
    ['a nameless column', table('x,,kind\n1,2,a\n2,3,b'), /Column 2 has no name/, ['text']],
    ['two columns of one name', table('x,x,kind\n1,2,a\n2,3,b'), /Two columns are named 'x'/, ['text']],
    [
      'no column for the label',
      table('x,y\n1,2\n2,3'),
      /no column 'kind' for the label; name one of its columns: x, y/,
      ['label'],
    ],
    ['no column besides the label', table('kind\na\nb'), /no column besides the label/, ['text']],
    [
      'the label as a feature',
      table('x,kind\n1,a\n2,b', { features: ['x', 'kind'] }),
      /'kind' is the label; leave it out of features/,
      ['features', 1],
    ],
    [
      'an unknown feature',
      table('x,kind\n1,a\n2,b', { features: ['z'] }),
      /no column 'z' for a feature/,
      ['features', 0],
    ],
    ['no feature', table('x,kind\n1,a\n2,b', { features: [] }), /features is empty/, ['features']],
    [
      'a cell of rows',
      {
        ...table(''),
        text: undefined,
        columns: ['x', 'kind'],
        rows: [
          [1, 'a'],
          ['', 'b'],
        ],
      },
      /^Row 2, column 'x': the value is missing/,
      ['rows', 1, 0],
    ],
    [
      'a row of rows',
      { ...table(''), text: undefined, columns: ['x', 'kind'], rows: [[1, 'a'], [2]] },
      /^Row 2 has 1 value, but there are 2 columns/,
      ['rows', 1],
    ],
  ])('%s', (_title, spec, message, path) => {
    expect(() => readTable(spec)).toThrow(message)
    expect(() => readTable(spec)).toThrow(DatasetError)
    expect(() => readTable(spec)).toThrow(expect.objectContaining({ path }))
  })
})

describe('standardising', () => {
  const rows = Array.from({ length: 40 }, (_, i) => `${1000 + 3 * i},7,${i % 2 === 0 ? 'a' : 'b'}`)
  const text = `x,same,kind\n${rows.join('\n')}`

  test('each feature has mean 0 and deviation 1 over the training rows; one that never changes is 0', () => {
    const { train, validation } = buildDataset(table(text))
    const column = (values: Iterable<number>, k: number) => [...values].filter((_, i) => i % 2 === k)
    const x = column(train.inputs, 0)
    expect(x.reduce((sum, value) => sum + value, 0) / x.length).toBeCloseTo(0, 6)
    expect(x.reduce((sum, value) => sum + value * value, 0) / x.length).toBeCloseTo(1, 5)
    expect(column(train.inputs, 1).every((value) => value === 0)).toBe(true)
    // The validation rows are on the same scale: neighbours in the table lie as far apart as in training.
    const all = [...x, ...column(validation.inputs, 0)].sort((a, b) => a - b)
    const gaps = all.slice(1).map((value, i) => value - (all[i] ?? 0))
    expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThan(1e-5)
  })

  test('none leaves the numbers as they are', () => {
    const { train } = buildDataset(table(text, { standardise: 'none' }))
    expect([...train.inputs].every((value) => value === 7 || (value >= 1000 && value % 1 === 0))).toBe(true)
  })

  test('a regression’s label is scaled too, unless none is', () => {
    const regression: Partial<TableDataSpec> = { label: 'x', features: ['same'], task: 'regression' }
    const { train } = buildDataset(table(text, regression))
    expect([...train.labels].reduce((sum, y) => sum + y * y, 0) / train.count).toBeCloseTo(1, 5)
    const plain = buildDataset(table(text, { ...regression, standardise: 'none' }))
    expect(Math.min(...plain.train.labels)).toBeGreaterThanOrEqual(1000)
  })

  test('what is hashed are the numbers given, not the scaled ones', () => {
    expect(buildDataset(table(text)).hash).toBe(buildDataset(table(text, { standardise: 'none' })).hash)
    expect(buildDataset(table(text)).hash).not.toBe(buildDataset(table(text.replace('1000', '999'))).hash)
  })
})

test('points are learnt from as they were placed, and held back in part', () => {
  const points: [number, number, number][] = Array.from({ length: 20 }, (_, i) => [i, 1 - i / 2, i % 3])
  const { train, validation, classes, inputShape } = buildDataset({
    kind: 'points',
    points,
    classes: 3,
    seed: 4,
    validation: 0.25,
  })
  expect([train.count, validation.count, inputShape, classes?.length]).toEqual([15, 5, [2], 3])
  const seen = [train, validation].flatMap(({ inputs, labels }) =>
    [...labels].map((label, i) => [inputs[2 * i], inputs[2 * i + 1], label]),
  )
  expect(seen.sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0))).toEqual(points)
})
