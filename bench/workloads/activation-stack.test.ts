/** An activation and its expression are compared in speed, so they have to be the same function. */
import { expect, test } from 'vitest'
import { ACTIVATION_NAMES, activations, parseActivation } from '@/lib/engine'
import { EQUAL_COST } from './activation-stack'

test.each(EQUAL_COST)('%s is %s', (name, expression) => {
  const parsed = parseActivation(expression)
  if (!parsed.ok) throw new Error(parsed.problem.message)
  for (let x = -19.9; x < 20; x += 0.37) {
    expect(parsed.activation.value(x)).toBeCloseTo(activations[name].value(x), 9)
    expect(parsed.activation.derivative(x)).toBeCloseTo(activations[name].derivative(x), 9)
  }
})

test('all are compared but the identity, which costs nothing, and PReLU, which is leaky ReLU', () => {
  const compared = new Set(EQUAL_COST.map(([name]) => name))
  expect(ACTIVATION_NAMES.filter((name) => !compared.has(name))).toEqual(['linear', 'prelu'])
})
