/** The schema knows every key of a spec that the engine's types know, and names what it does not. */
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { DATA_KINDS, LAYER_KINDS, LOSS_KINDS, OPTIMIZER_KINDS, SCHEDULE_KINDS } from '@/lib/engine'
import { experimentSchema } from './spec-schema'

const SPEC = `
version: 1
data: { kind: cifar10, train: 400, validation: 100, standardise: none, augment: [flip, shift] }
model:
  - { layer: conv2d, channels: 8, kernel: 3, stride: 2, padding: 1, init: { name: orthogonal, gain: 1.4 }, initialBias: 0.1 }
  - { layer: batch-norm, momentum: 0.1, epsilon: 1.0e-5 }
  - { layer: activation, name: swish, beta: 1, learnt: true }
  - { layer: max-pool2d, size: 3, stride: 2 }
  - { layer: conv2d, channels: 8, kernel: 3, padding: same, init: { name: constant, value: 0.5 } }
  - { layer: activation, name: expression, expression: 'x * sigmoid(1.702 * x)' }
  - { layer: residual, from: 3 }
  - { layer: avg-pool2d, size: 2, stride: 1 }
  - { layer: layer-norm, epsilon: 1.0e-5 }
  - { layer: dropout, rate: 0.1 }
  - { layer: alpha-dropout, rate: 0.1 }
  - { layer: global-average-pool }
  - { layer: flatten }
  - { layer: linear, units: 10, init: zeros }
  - { layer: softmax, temperature: 2 }
loss: { kind: softmax-cross-entropy, classWeights: [1, 1, 1, 1, 1, 2, 1, 1, 1, 1], labelSmoothing: 0.1, focalGamma: 2 }
optimizer: { kind: adamw, learningRate: 0.001, beta1: 0.9, beta2: 0.99, epsilon: 1.0e-8, weightDecay: 0.1, clipNorm: 1 }
schedule: { kind: cosine, final: 0.0001, warmupSteps: 20 }
batch: 16
epochs: 4
seeds: [0]
probes: [gradient-norm]
interventions: []
`

/** What is wrong with a spec. */
function faultsOf(value: unknown): string[] {
  const result = experimentSchema.safeParse(value)
  const issues = result.success ? [] : result.error.issues
  return issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
}

const changed = (change: object): unknown => ({ ...parse(SPEC), ...change })
const points = { seed: 1, validation: 0.5 }
/** For small data of two classes. */
const small = {
  model: [{ layer: 'linear', units: 2 }],
  loss: { kind: 'softmax-cross-entropy' },
  schedule: { kind: 'constant' },
  batch: 1,
}

describe('all that a spec can say is read', () => {
  test.each<[string, unknown]>([
    ['every kind of layer', parse(SPEC)],
    [
      'rmsprop',
      changed({
        optimizer: { kind: 'rmsprop', learningRate: 1, alpha: 0.9, momentum: 0.1, epsilon: 1e-6, clipValue: 1 },
      }),
    ],
    ['adam', changed({ optimizer: { kind: 'adam', learningRate: 1, weightDecay: 0.1 } })],
    ['a step schedule', changed({ schedule: { kind: 'step', everySteps: 3, factor: 0.5, warmupSteps: 2 } })],
    ['a constant schedule', changed({ schedule: { kind: 'constant', warmupSteps: 2 } })],
    ['huber', changed({ loss: { kind: 'huber', delta: 2 } })],
    ['mae', changed({ loss: { kind: 'mae' } })],
    ['softmax-twice', changed({ loss: { kind: 'softmax-twice' } })],
    [
      'blobs',
      changed({ ...small, data: { kind: 'gaussians', samples: 100, noise: 0.1, classes: 2, ratio: 9, ...points } }),
    ],
    [
      'points',
      changed({
        ...small,
        data: {
          kind: 'points',
          points: [
            [0, 0, 0],
            [1, 1, 1],
          ],
          classes: 2,
          ...points,
        },
      }),
    ],
    [
      'a table',
      changed({
        ...small,
        data: {
          kind: 'table',
          text: 'a,b,c\n1,2,x\n3,4,y\n',
          label: 'c',
          task: 'classes',
          features: ['a'],
          classes: ['x', 'y'],
          standardise: 'none',
          ...points,
        },
      }),
    ],
    [
      'rows',
      changed({
        ...small,
        data: {
          kind: 'table',
          columns: ['a', 'b'],
          rows: [
            [1, 'x'],
            [2, 'y'],
          ],
          label: 'b',
          task: 'classes',
          ...points,
        },
      }),
    ],
  ])('%s', (_title, value) => {
    expect(faultsOf(value)).toEqual([])
  })
})

describe('a fault is named by key and sentence', () => {
  test.each<[object, RegExp]>([
    [
      { model: [{ layer: 'dense', units: 1 }] },
      new RegExp(`^model\\.0\\.layer: The kind of layer 0 is 'dense', .* use one of ${LAYER_KINDS.join(', ')}\\.$`),
    ],
    [
      { data: { kind: 'mnist' } },
      new RegExp(`^data\\.kind: .*'mnist', which is not known; use one of ${DATA_KINDS.join(', ')}\\.$`),
    ],
    [
      { loss: { kind: 'hinge' } },
      new RegExp(`^loss\\.kind: .*'hinge', which is not known; use one of ${LOSS_KINDS.join(', ')}\\.$`),
    ],
    [
      { optimizer: { kind: 'lion', learningRate: 1 } },
      new RegExp(`^optimizer\\.kind: .*'lion', which is not known; use one of ${OPTIMIZER_KINDS.join(', ')}\\.$`),
    ],
    [
      { schedule: { kind: 'linear' } },
      new RegExp(`^schedule\\.kind: .*'linear', which is not known; use one of ${SCHEDULE_KINDS.join(', ')}\\.$`),
    ],
    [
      { model: [{ layer: 'linear', units: 1, init: 'xavier' }] },
      /^model\.0\.init: Layer 0 \(linear\): init is 'xavier', which is not known; use one of zeros/,
    ],
    [
      { model: [{ layer: 'conv2d', channels: 1, kernel: 3, padding: 'full' }] },
      /^model\.0\.padding: Layer 0 \(conv2d\): padding is 'full', which is not known; use /,
    ],
    [
      { model: [{ layer: 'activation', name: 'rleu' }] },
      /^model\.0\.name: Layer 0 .* the activation is 'rleu', .* use one of linear, .*expression\.$/,
    ],
    [{ model: [{ layer: 'activation', name: 'expression' }] }, /^model\.0\.expression: /],
    [{ model: [{ layer: 'activation', name: 'expression', expression: 'x', alpha: 1 }] }, /^model\.0: .*alpha/],
    [
      { data: { kind: 'cifar10', train: 1, validation: 1, augment: ['rotate'] } },
      /^data\.augment\.0: The augmentation is 'rotate', which is not known; use one of flip, shift\.$/,
    ],
    [{ optimizer: { kind: 'sgd', learningRate: 1, beta1: 0.9 } }, /^optimizer: .*beta1/],
  ])('%j', (change, line) => {
    expect(faultsOf(changed(change))[0]).toMatch(line)
  })
})
