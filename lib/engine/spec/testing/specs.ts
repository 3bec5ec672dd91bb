/** Specs that are right, for tests to make something wrong of. */
import type { ExperimentSpec, LayerSpec } from '../spec'

/** ENGINE.md's example of a spec. */
export const PLANAR: ExperimentSpec = {
  version: 1,
  data: { kind: 'spiral', samples: 400, noise: 0.1, seed: 7, validation: 0.2 },
  model: [
    { layer: 'linear', units: 32, init: 'he-normal' },
    { layer: 'activation', name: 'relu' },
    { layer: 'linear', units: 2, init: 'glorot-normal' },
  ],
  loss: { kind: 'softmax-cross-entropy' },
  optimizer: { kind: 'sgd', learningRate: 2, momentum: 0.9 },
  schedule: { kind: 'constant' },
  batch: 32,
  epochs: 20,
  seeds: [0, 1, 2],
  probes: ['gradient-norm', 'dead-units'],
  interventions: [{ atStep: 100, layer: 1, activation: { name: 'leaky-relu', alpha: 0.01 } }],
}

export const block = (channels: number): LayerSpec[] => [
  { layer: 'conv2d', channels, kernel: 3, stride: 1, padding: 'same' },
  { layer: 'activation', name: 'relu' },
  { layer: 'max-pool2d', size: 2 },
]

/** ENGINE.md's reference CNN. */
export const IMAGES: ExperimentSpec = {
  version: 1,
  data: { kind: 'cifar10', train: 4000, validation: 1000, standardise: 'per-channel', augment: [] },
  model: [...block(16), ...block(32), ...block(64), { layer: 'flatten' }, { layer: 'linear', units: 10 }],
  loss: { kind: 'softmax-cross-entropy' },
  optimizer: { kind: 'adam', learningRate: 0.001 },
  batch: 32,
  epochs: 10,
  seeds: [0],
}

/** PLANAR without its intervention, and with changes. */
export function planar(change: Partial<ExperimentSpec>): ExperimentSpec {
  return { ...PLANAR, interventions: [], ...change }
}

export function withData(change: object): ExperimentSpec {
  return planar({ data: { ...PLANAR.data, ...change } as ExperimentSpec['data'] })
}

export function withLayer(index: number, layer: object): ExperimentSpec {
  return planar({ model: PLANAR.model.map((own, i) => (i === index ? ({ ...own, ...layer } as LayerSpec) : own)) })
}

export function withImages(...model: LayerSpec[]): ExperimentSpec {
  return { ...IMAGES, model }
}
