import { expect, test } from 'vitest'
import { activations } from '@/lib/engine'
import { LAB_WIDGETS } from '@/lib/lab/registry'
import { curvesOf } from './curves'
import { functionsCsv } from './functions-csv'

test('every row has x, and each function’s value and slope to the last digit', () => {
  const settings = {
    ...LAB_WIDGETS.plotter.defaults,
    f: ['gelu', 'leaky-relu'] as const,
    temperature: 2,
    from: -3,
    to: 5,
  }
  const curves = curvesOf({ ...settings, f: [...settings.f] }, null)
  const [head, ...rows] = functionsCsv(curves, settings).trimEnd().split('\r\n')
  expect(head).toBe('x,"GELU, f(x)","GELU, f′(x)","Leaky ReLU, f(x)","Leaky ReLU, f′(x)"')
  expect(rows).toHaveLength(401)
  expect([rows[0]?.split(',')[0], rows.at(-1)?.split(',')[0]]).toEqual(['-3', '5'])
  for (const row of rows) {
    const [x = Number.NaN, ...values] = row.split(',').map(Number)
    const alpha = { alpha: 0.01 }
    const expected = [
      ...[activations.gelu.value(x / 2, {}), activations.gelu.derivative(x / 2, {}) / 2],
      ...[activations['leaky-relu'].value(x / 2, alpha), activations['leaky-relu'].derivative(x / 2, alpha) / 2],
    ]
    expect(values).toEqual(expected)
  }
})
