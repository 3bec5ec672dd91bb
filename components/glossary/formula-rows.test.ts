import { describe, expect, test } from 'vitest'
import { activations } from '@/lib/engine'
import { formulaRows, gainOf } from './formula-rows'

describe('the formula sheet', () => {
  test('has a row for every activation of the registry, each with both formulas and a range as MathML', () => {
    const rows = formulaRows()
    expect(rows.map(({ name }) => name)).toEqual(Object.keys(activations))
    for (const row of rows) {
      for (const html of [row.formula.html, row.derivative.html, row.range.html])
        expect(html).toMatch(/^<span class="katex"><math/)
      expect(row.sources.length).toBeGreaterThan(0)
    }
  })

  test.each(Object.values(activations).filter(({ facts }) => 'secondMomentUnderNormal' in facts))(
    'gain of $name: the root of one over the second moment that its file states',
    ({ value, facts }) => {
      expect(gainOf({ value }) ** -2).toBeCloseTo(facts.secondMomentUnderNormal ?? Number.NaN, 9)
    },
  )

  test('gain: √2 for ReLU, √(2/(1 + α²)) for leaky ReLU, 1 for SELU, as published', () => {
    expect(gainOf(activations.relu)).toBeCloseTo(Math.SQRT2, 9)
    expect(gainOf(activations['leaky-relu'])).toBeCloseTo(Math.sqrt(2 / (1 + 0.01 ** 2)), 9)
    expect(gainOf(activations.selu)).toBeCloseTo(1, 6)
  })
})
