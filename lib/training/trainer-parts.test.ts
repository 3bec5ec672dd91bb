/** What a worker loads for a run is what the run needs: with the core kernels alone it either trains, or was told to load more. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  activations,
  type Backend,
  buildDataset,
  createTrainer,
  type ExperimentSpec,
  type LayerSpec,
  loadKernels,
} from '@/lib/engine'
import { needsOf } from './trainer-parts'

const file = (name: string) => readFileSync(path.join('lib/engine/kernels/build', `${name}.wasm`))
const core = loadKernels({ core: file('kernels'), rare: null }) as Backend
const all = loadKernels({ core: file('kernels'), rare: file('rare-kernels') }) as Backend

const PLANE: ExperimentSpec = {
  version: 1,
  data: { kind: 'moons', samples: 60, noise: 0.1, seed: 3, validation: 0.2 },
  model: [
    { layer: 'linear', units: 8 },
    { layer: 'activation', name: 'tanh' },
    { layer: 'linear', units: 2 },
  ],
  loss: { kind: 'softmax-cross-entropy' },
  optimizer: { kind: 'sgd', learningRate: 0.02 },
  batch: 12,
  epochs: 1,
  seeds: [0],
}
const IMAGES: ExperimentSpec = {
  ...PLANE,
  data: { kind: 'drawn-ten', train: 32, validation: 8, seed: 1, augment: ['flip', 'shift'] },
  batch: 16,
}
const conv = (kernel: number, stride = 1): LayerSpec => ({ layer: 'conv2d', channels: 6, kernel, stride })
const relu: LayerSpec = { layer: 'activation', name: 'relu' }
const pool = (size: number): LayerSpec => ({ layer: 'max-pool2d', size })
const top: LayerSpec[] = [{ layer: 'flatten' }, { layer: 'linear', units: 10 }]
const hidden = (...layers: LayerSpec[]): ExperimentSpec => {
  return { ...PLANE, model: [{ layer: 'linear', units: 8 }, ...layers, { layer: 'linear', units: 2 }] }
}

const PLAIN: [string, ExperimentSpec][] = [
  ['fused with pooling', { ...IMAGES, model: [conv(3), relu, pool(2), conv(3), relu, pool(2), ...top] }],
  ['not fused', { ...IMAGES, model: [conv(3), relu, conv(3), pool(3), conv(5, 2), relu, ...top] }],
  ['Adam', { ...PLANE, optimizer: { kind: 'adam', learningRate: 0.01 } }],
  ['AdamW', { ...PLANE, optimizer: { kind: 'adamw', learningRate: 0.01 } }],
  ['momentum', { ...PLANE, optimizer: { kind: 'sgd', learningRate: 0.01, momentum: 0.9, nesterov: true } }],
  ['probes', { ...PLANE, probes: ['gradient-norm', 'dead-units', 'activation-histogram', 'update-ratio'] }],
  ['an intervention', { ...PLANE, interventions: [{ atStep: 2, layer: 1, activation: { name: 'relu' } }] }],
  ...Object.values(activations).map(({ name }): [string, ExperimentSpec] => [
    name,
    hidden({ layer: 'activation', name }),
  ]),
]
const RARE: [string, ExperimentSpec][] = [
  ['mean squared error', { ...hidden(relu), loss: { kind: 'mse' } }],
  ['Huber’s loss', { ...hidden(relu), loss: { kind: 'huber' } }],
  ['dropout', hidden(relu, { layer: 'dropout', rate: 0.5 })],
  ['alpha dropout', hidden({ layer: 'activation', name: 'selu' }, { layer: 'alpha-dropout', rate: 0.1 })],
  ['layer norm', hidden({ layer: 'layer-norm' })],
  ['a residual layer', hidden({ layer: 'linear', units: 8 }, { layer: 'residual', from: 0 })],
  ['softmax', hidden({ layer: 'softmax' })],
  ['a learnt slope', hidden({ layer: 'activation', name: 'prelu', learnt: true })],
  ['a written activation', hidden({ layer: 'activation', name: 'expression', expression: 'x * sigmoid(x)' })],
  ['average pooling', { ...IMAGES, model: [conv(3), { layer: 'avg-pool2d', size: 2 }, ...top] }],
  [
    'global average pooling',
    { ...IMAGES, model: [conv(3), { layer: 'global-average-pool' }, { layer: 'linear', units: 10 }] },
  ],
  ['RMSProp', { ...PLANE, optimizer: { kind: 'rmsprop', learningRate: 0.01 } }],
  ['a clipped norm', { ...PLANE, optimizer: { kind: 'sgd', learningRate: 0.5, clipNorm: 0.01 } }],
  ['clipped values', { ...PLANE, optimizer: { kind: 'sgd', learningRate: 0.5, clipValue: 0.01 } }],
]

const train = (spec: ExperimentSpec, backend: Backend) =>
  [...createTrainer({ spec, seed: 0, dataset: buildDataset(spec.data), backend }).run()].at(-1)

describe.each(PLAIN)('%s: the core kernels suffice', (_title, spec) => {
  test('it trains to the same weights without the rare ones', () => {
    expect(needsOf([spec]).rareKernels).toBe(false)
    const end = train(spec, core)
    expect(end?.status).toBe('finished')
    expect(end).toEqual(train(spec, all))
  })
})

describe.each(RARE)('%s: the rare kernels are asked for', (_title, spec) => {
  test('and are missed where they were not loaded', () => {
    expect(needsOf([spec]).rareKernels).toBe(true)
    expect(() => train(spec, core)).toThrow(/^No kernel was loaded for \w+\.$/)
    expect(train(spec, all)?.status).toBe('finished')
  })
})

test('a plan needs what any of its runs needs', () => {
  const rare = RARE[0]?.[1] as ExperimentSpec
  expect(needsOf([PLANE, rare])).toEqual({ written: false, probes: false, rareKernels: true, rareLayers: false })
})
