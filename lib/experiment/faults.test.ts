/**
 * Every way to get a spec wrong, key by key: whatever stands where it should not, is missing or is there unasked, each
 * problem is one sentence that says what is wrong, of which layer, and what to do.
 */
import { inspect } from 'node:util'
import { describe, expect, test } from 'vitest'
import type { ExperimentSpec } from '@/lib/engine'
import { problemsOf } from './experiment-file'
import { valueAt } from './sentences'
import { experimentSchema } from './spec-schema'

type Path = (string | number)[]

const SPEC: ExperimentSpec = {
  version: 1,
  data: { kind: 'cifar10', train: 400, validation: 100, standardise: 'none', augment: ['flip', 'shift'] },
  model: [
    {
      layer: 'conv2d',
      channels: 8,
      kernel: 3,
      stride: 2,
      padding: 1,
      init: { name: 'orthogonal', gain: 1 },
      initialBias: 0,
    },
    { layer: 'batch-norm', momentum: 0.1, epsilon: 1e-5 },
    { layer: 'activation', name: 'swish', beta: 1, learnt: true },
    { layer: 'max-pool2d', size: 3, stride: 2 },
    { layer: 'conv2d', channels: 8, kernel: 3, padding: 'same', init: { name: 'constant', value: 0.5 } },
    { layer: 'activation', name: 'expression', expression: 'x * sigmoid(1.702 * x)' },
    { layer: 'residual', from: 3 },
    { layer: 'avg-pool2d', size: 2, stride: 1 },
    { layer: 'layer-norm', epsilon: 1e-5 },
    { layer: 'dropout', rate: 0.1 },
    { layer: 'alpha-dropout', rate: 0.1 },
    { layer: 'global-average-pool' },
    { layer: 'flatten' },
    { layer: 'linear', units: 10, init: 'zeros' },
    { layer: 'softmax', temperature: 2 },
  ],
  loss: {
    kind: 'softmax-cross-entropy',
    classWeights: [1, 1, 1, 1, 1, 2, 1, 1, 1, 1],
    labelSmoothing: 0.1,
    focalGamma: 2,
  },
  optimizer: {
    kind: 'adamw',
    learningRate: 0.001,
    beta1: 0.9,
    beta2: 0.99,
    epsilon: 1e-8,
    weightDecay: 0.1,
    clipNorm: 1,
  },
  schedule: { kind: 'cosine', final: 0.0001, warmupSteps: 20 },
  batch: 16,
  epochs: 4,
  seeds: [0],
  probes: ['gradient-norm'],
  interventions: [{ atStep: 5, layer: 2, activation: { name: 'swish', beta: 2 } }],
}

const small = { model: [{ layer: 'linear', units: 2 }], probes: [], interventions: [], batch: 1 } as const
const rest = { seed: 1, validation: 0.5 }
const table = { kind: 'table', label: 'c', task: 'classes', ...rest } as const
const withData = (data: object) => ({ ...SPEC, ...small, loss: { kind: 'softmax-cross-entropy' }, data })
/** Between them they have every key that a spec may have. */
const SPECS: [string, unknown][] = [
  ['images', SPEC],
  ['a plane', withData({ kind: 'gaussians', samples: 100, noise: 0.1, classes: 2, ratio: 9, ...rest })],
  ['a function', withData({ kind: 'function', name: 'chirp', samples: 100, noise: 0.1, ...rest })],
  [
    'points',
    withData({
      kind: 'points',
      points: [
        [0, 0, 0],
        [1, 1, 1],
      ],
      classes: 2,
      ...rest,
    }),
  ],
  [
    'text',
    withData({ ...table, text: 'a,b,c\n1,2,x\n3,4,y\n', features: ['a'], classes: ['x', 'y'], standardise: 'none' }),
  ],
  [
    'rows',
    withData({
      ...table,
      columns: ['a', 'c'],
      rows: [
        [1, 'x'],
        [2, 'y'],
      ],
    }),
  ],
  ['drawn', { ...SPEC, data: { kind: 'drawn-ten', train: 400, validation: 100, seed: 1 } }],
  ['sgd', { ...SPEC, optimizer: { kind: 'sgd', learningRate: 1, momentum: 0.9, nesterov: true } }],
  ['rmsprop', { ...SPEC, optimizer: { kind: 'rmsprop', learningRate: 1, alpha: 0.9, momentum: 0.1, epsilon: 1e-6 } }],
  ['steps', { ...SPEC, schedule: { kind: 'step', everySteps: 3, factor: 0.5, warmupSteps: 2 } }],
  ['huber', { ...SPEC, loss: { kind: 'huber', delta: 2 } }],
  ['bce', { ...SPEC, loss: { kind: 'bce-with-logits', positiveWeight: 2, labelSmoothing: 0.1 } }],
]

const WRONG: unknown[] = ['many', '', -1, 0.5, 1e9, Number.NaN, Number.POSITIVE_INFINITY, null, true, [], {}, [[null]]]

function placesIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  const keys = Array.isArray(value) ? value.map((_, i) => i) : Object.keys(value)
  return [path, ...keys.flatMap((key) => placesIn(valueAt(value, [key]), [...path, key]))]
}

/** A copy in which `change` has had its way with what holds the place. */
function changed(
  spec: unknown,
  path: Path,
  change: (owner: Record<PropertyKey, unknown>, key: string | number) => void,
) {
  const copy = { value: structuredClone(spec) }
  const whole: Path = ['value', ...path]
  const key = whole.at(-1) as string | number
  change(valueAt(copy, whole.slice(0, -1)) as Record<PropertyKey, unknown>, key)
  return copy.value
}

function problemsIn(value: unknown): { key: string; message: string }[] {
  const result = experimentSchema.safeParse(value)
  return result.success ? [] : problemsOf(result.error, value)
}

/** What is wrong; then, behind a semicolon, what to do. */
const SENTENCE =
  /^[A-Za-z][^\n]*; (?:use|write|give|check|correct|end|leave|place|add|remove|name|begin|fill) [^\n]*\.$/
/** The parser of expressions has its own way: a column, and the names there are. */
const WRITTEN = /column \d+: .*(?:Known are|Did you mean) .*[.?]$/
const LEFTOVERS = /Invalid|undefined|\[object|expected|received/

function expectSentences(problems: { key: string; message: string }[], fault: string): void {
  for (const { key, message } of problems) {
    expect(message, fault).toMatch(key.endsWith('.expression') && WRITTEN.test(message) ? WRITTEN : SENTENCE)
    expect(message, fault).not.toMatch(LEFTOVERS)
    const [list, index] = key.split('.')
    if (list === 'model' && index !== undefined)
      expect(message, fault).toMatch(new RegExp(`ayer ${index}\\b|^The model `))
  }
  const lines = problems.map(({ key, message }) => `${key}: ${message}`)
  expect(new Set(lines).size, lines.join('\n')).toBe(lines.length)
}

/** Which part of a spec its name is about; the others are the first one's. */
const OWN: Record<string, string> = {
  sgd: 'optimizer',
  rmsprop: 'optimizer',
  steps: 'schedule',
  huber: 'loss',
  bce: 'loss',
}

describe.each(SPECS)('%s', (name, spec) => {
  const own = spec === SPEC ? null : (OWN[name] ?? 'data')
  const places = placesIn(spec).filter(([key]) => own === null || key === own)

  test.each(WRONG.map((wrong) => [inspect(wrong), wrong]))('%s where it does not belong', (shown, wrong) => {
    for (const path of places) {
      const value = changed(spec, path, (owner, key) => {
        owner[key] = wrong
      })
      expectSentences(problemsIn(value), `${path.join('.')} = ${shown}`)
    }
  })

  test('a key that is missing', () => {
    for (const path of places.filter((at) => typeof at.at(-1) === 'string')) {
      const value = changed(spec, path, (owner, key) => {
        delete owner[key]
      })
      expectSentences(problemsIn(value), `without ${path.join('.')}`)
    }
  })

  test('a key that nobody knows, wherever keys are', () => {
    for (const path of places) {
      const at = valueAt(spec, path)
      if (typeof at !== 'object' || at === null || Array.isArray(at)) continue
      const problems = problemsIn(
        changed(spec, path, (owner, key) => Object.assign(owner[key] as object, { bacth: 1 })),
      )
      expect(problems[0]?.key).toBe(path.join('.'))
      expect(problems[0]?.message).toMatch(/he key 'bacth' is not known here; check the spelling or remove it\.$/)
      expectSentences(problems, `bacth in ${path.join('.')}`)
    }
  })
})
