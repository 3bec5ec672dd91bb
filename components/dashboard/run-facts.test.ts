import { expect, test } from 'vitest'
import type { EventOf } from '@/lib/events/event'
import { activationsOf, activationTitle, compareActivations, dataTitleOf } from './run-facts'

function run(spec: Record<string, unknown>, accuracy: number | null, outcome: 'finished' | 'diverged' = 'finished') {
  return {
    id: 'r',
    kind: 'run-finished',
    itemId: 'cifar-activation-swap',
    itemVersion: 'v',
    occurredAt: '2026-03-01T00:00:00.000Z',
    timeZone: 'UTC',
    deviceId: 'd',
    elapsedMs: 0,
    payload: {
      spec,
      seed: 1,
      numerics: 'ts-1',
      dataHash: 'x',
      outcome,
      steps: 1,
      weightHash: '0'.repeat(64),
      validation: { accuracy, loss: 1 },
      elapsedMs: 1,
      multiplyAdds: 1,
      curves: { loss: [], accuracy: [] },
    },
  } satisfies EventOf<'run-finished'>
}
const network = (name: string, kind = 'cifar10') => ({
  data: { kind },
  model: [{ layer: 'conv2d' }, { layer: 'activation', name }, { layer: 'linear' }, { layer: 'activation', name }],
})

test('a run names its activations once and its data set; the stand-in is called one', () => {
  expect(activationsOf(run(network('relu'), 0.5))).toEqual(['relu'])
  expect(dataTitleOf(run(network('relu'), 0.5))).toBe('CIFAR-10')
  expect(dataTitleOf(run(network('relu', 'drawn-ten'), 0.5))).toBe('drawn stand-in (not CIFAR-10)')
})

test.each([
  {},
  { model: 'x', data: 3 },
  { model: [null, 'x', { layer: 'activation', name: 4 }], data: { kind: 'toString' } },
])('a spec that is not what we know today (%o) is shown as far as it goes', (spec) => {
  expect(activationsOf(run(spec, 0.5))).toEqual([])
  expect(dataTitleOf(run(spec, 0.5))).toEqual(expect.any(String))
})

test('runs are compared by activation, never across data sets; a diverged run has no accuracy', () => {
  const results = compareActivations([
    run(network('relu'), 0.4),
    run(network('relu'), 0.6),
    run(network('gelu'), null, 'diverged'),
    run(network('relu', 'drawn-ten'), 0.9),
  ])
  expect(results).toEqual([
    { activation: 'relu', data: 'CIFAR-10', runs: 2, meanAccuracy: 0.5, bestAccuracy: 0.6, diverged: 0 },
    { activation: 'gelu', data: 'CIFAR-10', runs: 1, meanAccuracy: null, bestAccuracy: null, diverged: 1 },
    {
      activation: 'relu',
      data: 'drawn stand-in (not CIFAR-10)',
      runs: 1,
      meanAccuracy: 0.9,
      bestAccuracy: 0.9,
      diverged: 0,
    },
  ])
})

test('an activation is called by its title, and an unknown one by its name', () => {
  expect([activationTitle('relu'), activationTitle('gelu'), activationTitle('squiggle')]).toEqual([
    'ReLU',
    'GELU',
    'squiggle',
  ])
})
