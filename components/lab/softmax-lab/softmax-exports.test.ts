import { expect, test } from 'vitest'
import { LAB_WIDGETS } from '@/lib/lab/registry'
import { classesCsv, jacobianCsv } from './softmax-exports'
import { readSoftmax } from './softmax-reading'

const cells = (csv: string) =>
  csv
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','))

test.each([false, true])('a row for each class, softmax twice: %s', (twice) => {
  const settings = {
    ...LAB_WIDGETS['softmax-lab'].defaults,
    z: [1, 3, -2],
    shift: 0.5,
    temperature: 2,
    answer: 1,
    twice,
  }
  const [head, ...rows] = cells(classesCsv(readSoftmax(settings), settings))
  expect(head).toHaveLength(11)
  const column = (name: string) => rows.map((row) => row[head?.indexOf(name) ?? -1])
  expect(column('class')).toEqual(['1', '2', '3'])
  expect(column('right (1 or 0)')).toEqual(['0', '1', '0'])
  expect(column('divided by T').map(Number)).toEqual([0.75, 1.75, -0.75])
  const powers = [0.75, 1.75, -0.75].map(Math.exp)
  const sum = powers.reduce((all, power) => all + power, 0)
  const probabilities = column('probability').map(Number)
  expect(probabilities).toEqual(powers.map((power) => expect.closeTo(power / sum, 12)))
  expect(column('softmax once more').map((cell) => cell === '')).toEqual([!twice, !twice, !twice])
  // p − y, divided by T.
  if (!twice) {
    const gradient = probabilities.map((p, i) => expect.closeTo((p - Number(i === 1)) / 2, 12))
    expect(column('gradient of the loss at the logit').map(Number)).toEqual(gradient)
  }
})

test('the Jacobian has a row for each probability and a column for each logit, each adding up to 0', () => {
  const [head, ...rows] = cells(jacobianCsv(readSoftmax(LAB_WIDGETS['softmax-lab'].defaults)))
  expect(head).toEqual(['', 'z1', 'z2', 'z3', 'z4'])
  expect(rows.map(([name]) => name)).toEqual(['p1', 'p2', 'p3', 'p4'])
  for (const [, ...row] of rows) expect(row.reduce((sum, cell) => sum + Number(cell), 0)).toBeCloseTo(0, 12)
})
