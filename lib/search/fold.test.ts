import { describe, expect, test } from 'vitest'
import { foldWord, runTogether, wordsIn } from './fold'

describe('a word is compared without', () => {
  test.each([
    ['case', 'ReLU', 'relu'],
    ['accents', 'Schrödinger', 'schrodinger'],
    ['possession', 'ReLU’s', 'relu'],
    ['small figures', 'x²', 'x2'],
    ['Greek', 'β', 'beta'],
    ['another name of σ', 'sigma', 'sigmoid'],
    ['full width', 'ＧＥＬＵ', 'gelu'],
  ])('%s: %s is %s', (_, written, folded) => {
    expect(foldWord(written)).toBe(folded)
  })
})

describe('run together', () => {
  test.each([
    [['Leaky ReLU', 'LeakyReLU', 'leaky-relu', 'LEAKY_RELU'], 'leakyrelu'],
    [['x*sigmoid(x)', 'x·σ(x)', 'x σ(x)', 'X × Sigmoid( x )', 'x*sigma(x)'], 'xsigmoidx'],
    [['1/(1+e^-x)', '1/(1+exp(-x))', '1/(1+e⁻ˣ)'], '11ex'],
    [['max(0, x)', 'max(0,x)'], 'max0x'],
  ])('%j are one', (written, joined) => {
    expect(written.map(runTogether)).toEqual(written.map(() => joined))
  })

  test('max(0, x) and max(x, 0) stay two', () => {
    expect(runTogether('max(0, x)')).not.toBe(runTogether('max(x, 0)'))
  })
})

test('words know where they stand', () => {
  const text = 'A dead unit’s slope'
  expect(wordsIn(text).map(({ from, to }) => text.slice(from, to))).toEqual(['A', 'dead', 'unit’s', 'slope'])
})
