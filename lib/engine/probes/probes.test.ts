/** Each probe on networks planted so that its reading is known beforehand, on every backend. */
import { describe, expect, test } from 'vitest'
import type { Backend } from '../network/backend'
import type { ActivationSpec, LayerSpec } from '../spec/layer-spec'
import type { ProbeName } from '../spec/spec'
import { BACKENDS } from '../testing/backends'
import { type Planted, readPlanted } from './testing/read-planted'

const IDENTITY = [
  [1, 0, 0, 1],
  [0, 0],
]

/** Two units that pass the inputs on to an activation, and a linear layer above it. */
function passingOn(backend: Backend, activation: ActivationSpec, probes: ProbeName[], inputs: number[][]): Planted {
  return {
    backend,
    model: [{ layer: 'linear', units: 2 }, activation, { layer: 'linear', units: 2 }],
    loss: { kind: 'softmax-cross-entropy' },
    train: { inputs, labels: inputs.map(() => 0) },
    weights: [...IDENTITY, ...IDENTITY],
    probes,
  }
}

/** A convolution of black pictures and pictures with one red dot, so many of each. */
function convolution(backend: Backend, weights: number[][], probes: ProbeName[], times: number): Planted {
  const black = new Float32Array(32 * 32 * 3)
  const dotted = black.slice()
  dotted[3 * (17 * 32 + 5)] = 1
  const repeat = <T>(pair: T[]) => Array.from({ length: times }, () => pair).flat()
  return {
    backend,
    inputShape: [32, 32, 3],
    model: [
      { layer: 'conv2d', channels: 2, kernel: 1 },
      { layer: 'activation', name: 'relu' },
      { layer: 'max-pool2d', size: 2 },
      { layer: 'flatten' },
      { layer: 'linear', units: 2 },
    ],
    loss: { kind: 'softmax-cross-entropy' },
    train: { inputs: repeat([black, dotted]), labels: repeat([0, 1]) },
    weights: [...weights, Array.from({ length: 16 * 16 * 2 * 2 }, (_, i) => (i % 7) / 100), [0, 0]],
    probes,
  }
}

describe.each(Object.entries(BACKENDS))('%s', (_name, backend) => {
  const activation = (name: 'relu' | 'leaky-relu' | 'sigmoid'): ActivationSpec => ({ layer: 'activation', name })

  describe('dead-units', () => {
    const three = (name: 'relu' | 'leaky-relu'): Planted => ({
      ...passingOn(
        backend,
        activation(name),
        ['dead-units'],
        [
          [1, 1],
          [2, -1],
        ],
      ),
      model: [{ layer: 'linear', units: 3 }, activation(name), { layer: 'linear', units: 2 }],
      // The second unit wakes on one example only; the third's bias keeps it asleep on all.
      weights: [
        [1, 0, 0, 1, -1, -1],
        [0, 0, -10],
        [1, 1, 1, 1, 1, 1],
        [0, 0],
      ],
    })

    test('a unit is dead when it is 0 on every example; one example keeps it alive', () => {
      expect(readPlanted(three('relu'))[0].probes).toEqual([
        { probe: 'dead-units', layer: 1, value: 1 / 3, details: { dead: 1, units: 3 } },
      ])
    })

    test('a leaky unit is never dead', () => {
      expect(readPlanted(three('leaky-relu'))[0].probes[0]?.value).toBe(0)
    })

    test('behind a batch norm it sees what running statistics make, not what a batch would', () => {
      const planted: Planted = {
        ...three('relu'),
        model: [
          { layer: 'linear', units: 2 },
          { layer: 'batch-norm' },
          activation('relu'),
          { layer: 'linear', units: 2 },
        ],
        // By its own mean every unit would be awake on one of the two examples; as they are, both are above 0.
        train: {
          inputs: [
            [1, 3],
            [2, 4],
          ],
          labels: [0, 1],
        },
        weights: [...IDENTITY, [-1, 1], [0, 0], ...IDENTITY],
      }
      expect(readPlanted(planted)[0].probes).toEqual([
        { probe: 'dead-units', layer: 2, value: 0.5, details: { dead: 1, units: 2 } },
      ])
    })

    test('it looks at all training examples, also those behind the probe set', () => {
      const inputs = Array.from({ length: 300 }, (_, n) => (n === 299 ? [1, 1] : [-1, -1]))
      const planted = passingOn(backend, activation('relu'), ['dead-units'], inputs)
      expect(readPlanted(planted)[0].probes[0]?.value).toBe(0)
    })

    test('after a convolution a unit is a channel: one position of one example keeps it alive', () => {
      // Red itself, and its negative.
      const planted = convolution(
        backend,
        [
          [1, 0, 0, -1, 0, 0],
          [0, 0],
        ],
        ['dead-units'],
        1,
      )
      expect(readPlanted(planted)[0].probes).toEqual([
        { probe: 'dead-units', layer: 1, value: 0.5, details: { dead: 1, units: 2 } },
      ])
    })
  })

  test('gradient-norm: the mean over a set is the same when the set is there twenty times, in many chunks', () => {
    const normsOf = (times: number) => {
      const weights = [
        [1, 0.5, 0, -1, 0, 0],
        [0.25, 0.5],
      ]
      const [{ probes }] = readPlanted(convolution(backend, weights, ['gradient-norm'], times))
      return probes.map(({ layer, value }) => ({ layer, value: Math.round(1e5 * value) }))
    }
    expect(normsOf(1).map(({ layer }) => layer)).toEqual([0, 4])
    expect(normsOf(20)).toEqual(normsOf(1))
  })

  test('saturation: the part of the outputs whose slope is below 0.01', () => {
    // σ′ falls to 0.01 at |z| = 4.585.
    const planted = passingOn(
      backend,
      activation('sigmoid'),
      ['saturation'],
      [
        [0, 4.5],
        [4.7, -9],
      ],
    )
    expect(readPlanted(planted)[0].probes).toEqual([
      { probe: 'saturation', layer: 1, value: 0.5, details: { flat: 2, outputs: 4 } },
    ])
  })

  test('activation-mean-variance: over units and examples', () => {
    const planted = passingOn(
      backend,
      activation('relu'),
      ['activation-mean-variance'],
      [
        [1, 3],
        [-7, 4],
      ],
    )
    expect(readPlanted(planted)[0].probes).toEqual([
      { probe: 'activation-mean-variance', layer: 1, value: 2.5, details: { mean: 2, variance: 2.5 } },
    ])
  })

  test('what dropout would take away is seen all the same', () => {
    const inputs = Array.from({ length: 40 }, () => [1, 3])
    const probes: ProbeName[] = ['activation-mean-variance', 'gradient-norm']
    const plain = passingOn(backend, activation('relu'), probes, inputs)
    const [first, act, last] = plain.model as [LayerSpec, LayerSpec, LayerSpec]
    const model: LayerSpec[] = [first, { layer: 'dropout', rate: 0.5 }, act, last]
    const valuesOf = (planted: Planted) => readPlanted(planted)[0].probes.map(({ probe, value }) => [probe, value])
    expect(valuesOf({ ...plain, model })).toEqual(valuesOf(plain))
  })

  test('a learnt slope and a written expression are looked at like any other activation', () => {
    // prelu starts at 0.25; its negative side and that of the expression are the same line.
    const probes: ProbeName[] = ['activation-mean-variance', 'saturation', 'dead-units']
    const written: ActivationSpec = { layer: 'activation', name: 'expression', expression: 'max(x, 0.25 * x)' }
    const learnt: ActivationSpec = { layer: 'activation', name: 'prelu', learnt: true }
    const inputs = [
      [1, 3],
      [-8, 4],
    ]
    const expected = [
      { probe: 'activation-mean-variance', layer: 1, value: 5.25, details: { mean: 1.5, variance: 5.25 } },
      { probe: 'saturation', layer: 1, value: 0, details: { flat: 0, outputs: 4 } },
      { probe: 'dead-units', layer: 1, value: 0, details: { dead: 0, units: 2 } },
    ]
    expect(readPlanted(passingOn(backend, written, probes, inputs))[0].probes).toEqual(expected)
    const planted = passingOn(backend, learnt, probes, inputs)
    expect(readPlanted({ ...planted, weights: [...IDENTITY, [0.25], ...IDENTITY] })[0].probes).toEqual(expected)
  })

  describe('of one linear unit under squared error', () => {
    // y = 3·1 + 4·(−0.5) − 0.5 = 0.5 where class 1 wants 1: the gradient is −2·0.5·(3, 4), and −1 for the bias.
    const unit: Planted = {
      backend,
      model: [{ layer: 'linear', units: 1 }],
      loss: { kind: 'mse' },
      train: {
        inputs: [
          [3, 4],
          [3, 4],
        ],
        labels: [1, 1],
      },
      weights: [[1, -0.5], [-0.5]],
      probes: ['gradient-norm', 'update-ratio', 'calibration'],
    }

    test('gradient-norm: over weights and biases; per weight in the details', () => {
      const [reading] = readPlanted(unit)[0].probes
      expect(reading).toMatchObject({ probe: 'gradient-norm', layer: 0, details: { weights: 5 } })
      expect(reading?.value).toBeCloseTo(Math.sqrt(26), 12)
      expect(reading?.details.perWeight).toBeCloseTo(5 / Math.SQRT2, 12)
    })

    test('update-ratio: after a step of 0.1 the weights moved by half a unit, of the 1.118 they were long', () => {
      const [before, after] = readPlanted(unit)
      expect(before.probes.map(({ probe }) => probe)).toEqual(['gradient-norm'])
      const reading = after.probes.find(({ probe }) => probe === 'update-ratio')
      expect(reading).toMatchObject({ layer: 0 })
      expect(reading?.details.change).toBeCloseTo(0.5, 6)
      expect(reading?.details.weights).toBeCloseTo(Math.sqrt(1.25), 6)
      expect(reading?.value).toBeCloseTo(0.5 / Math.sqrt(1.25), 6)
    })

    test('update-ratio: no reading where the weights were all 0', () => {
      const [, after] = readPlanted({ ...unit, weights: [[0, 0], [0.5]] })
      expect(after.probes.map(({ probe }) => probe)).toEqual(['gradient-norm'])
    })
  })

  test('activation-histogram: what goes in and what comes out, in bins a sixteenth of the furthest number', () => {
    const planted = passingOn(
      backend,
      activation('relu'),
      ['activation-histogram'],
      [
        [-3, 1],
        [0.5, 4],
      ],
    )
    const [reading] = readPlanted(planted)[0].probes
    expect(reading).toMatchObject({ probe: 'activation-histogram', layer: 1, value: 0.25 })
    const counted = Object.entries(reading?.details ?? {}).filter(([, count]) => count !== 0)
    expect(Object.fromEntries(counted)).toEqual({
      'input.width': 0.25,
      'input.bin-12': 1,
      'input.bin1': 1,
      'input.bin3': 1,
      'input.bin15': 1,
      'output.width': 0.25,
      'output.zeros': 1,
      'output.bin1': 1,
      'output.bin3': 1,
      'output.bin15': 1,
    })
    expect(Object.keys(reading?.details ?? {}).length).toBe(2 * (3 + 32))
  })
})
