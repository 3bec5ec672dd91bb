import { expect, test } from 'vitest'
import { fileName } from './file-name'

test.each([
  [['relu.calm', 'Training loss'], 'svg', 'relu-calm-training-loss.svg'],
  [['seed', 3], 'json', 'seed-3.json'],
  [['Crème brûlée', '→ 2'], 'png', 'creme-brulee-2.png'],
  [['../../etc', '\u0000'], 'csv', 'etc.csv'],
  [['—'], 'zip', 'nonlinear.zip'],
  [['a'.repeat(99), 'b'], 'csv', `${'a'.repeat(99)}.csv`],
] as const)('%j becomes a name that every system takes', (parts, extension, name) => {
  expect(fileName(parts, extension)).toBe(name)
})
