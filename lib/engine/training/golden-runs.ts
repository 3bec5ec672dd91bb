/**
 * Small runs whose final weights are known to the last bit. Every machine, browser and number of threads must give
 * these hashes under the numeric spec they were made with; tests and `npm run engine -- hash` compare.
 */
import { buildDataset } from '../data/build-dataset'
import type { ExperimentSpec } from '../spec/spec'
import { createTrainer } from './create-trainer'

export interface GoldenRun {
  name: string
  spec: ExperimentSpec
  seed: number
  weightHash: string
}

const PLANAR: Omit<ExperimentSpec, 'model' | 'loss' | 'optimizer'> = {
  version: 1,
  data: { kind: 'spiral', samples: 200, noise: 0.05, seed: 7, validation: 0.2 },
  batch: 10,
  epochs: 5,
  seeds: [0],
}

const IMAGES: ExperimentSpec = {
  version: 1,
  data: { kind: 'drawn-ten', train: 64, validation: 16, seed: 1, standardise: 'per-channel' },
  model: [
    { layer: 'conv2d', channels: 5, kernel: 3, stride: 2, padding: 'same' },
    { layer: 'activation', name: 'gelu' },
    { layer: 'conv2d', channels: 6, kernel: 3, stride: 1, padding: 'valid' },
    { layer: 'activation', name: 'relu' },
    { layer: 'max-pool2d', size: 2 },
    { layer: 'flatten' },
    { layer: 'linear', units: 10 },
  ],
  loss: { kind: 'softmax-cross-entropy' },
  optimizer: { kind: 'adam', learningRate: 0.001 },
  batch: 18,
  epochs: 2,
  seeds: [3],
}

export const GOLDEN_RUNS: readonly GoldenRun[] = [
  {
    name: 'mlp-tanh-mse-sgd',
    seed: 0,
    spec: {
      ...PLANAR,
      model: [
        { layer: 'linear', units: 8 },
        { layer: 'activation', name: 'tanh' },
        { layer: 'linear', units: 8 },
        { layer: 'activation', name: 'tanh' },
        { layer: 'linear', units: 1 },
        { layer: 'activation', name: 'tanh' },
      ],
      loss: { kind: 'mse' },
      optimizer: { kind: 'sgd', learningRate: 0.03 },
    },
    weightHash: '2901d981717ef951793fbee0faa8c7c259df42f93d64e310addb2a517193ef87',
  },
  {
    name: 'mlp-relu-swapped-momentum',
    seed: 1,
    spec: {
      ...PLANAR,
      model: [
        { layer: 'linear', units: 16, init: 'he-normal' },
        { layer: 'activation', name: 'relu' },
        { layer: 'linear', units: 2 },
      ],
      loss: { kind: 'softmax-cross-entropy' },
      optimizer: { kind: 'sgd', learningRate: 0.1, momentum: 0.9, nesterov: true },
      schedule: { kind: 'cosine' },
      interventions: [{ atStep: 40, layer: 1, activation: { name: 'leaky-relu', alpha: 0.01 } }],
    },
    weightHash: '60410ac51d44de42bf2f8c010d4dfe773c2a989517ecf7c426dbc61bdc073a8c',
  },
  {
    name: 'mlp-swish-bce-adam',
    seed: 2,
    spec: {
      ...PLANAR,
      model: [
        { layer: 'linear', units: 12, init: 'lecun-uniform' },
        { layer: 'activation', name: 'swish' },
        { layer: 'linear', units: 1 },
      ],
      loss: { kind: 'bce-with-logits' },
      optimizer: { kind: 'adam', learningRate: 0.01 },
    },
    weightHash: 'f649ff21a7d49ab987e47d9f3bf0878a8ec9383a0ad8a892282b2b88afdbb0bf',
  },
  {
    name: 'cnn-gelu-relu-adam',
    seed: 3,
    spec: IMAGES,
    weightHash: '23a669acbff63e2d7117cfacbac6969bd688259aef79c6d519980c1b53fed066',
  },
]

/** Trains a golden run and returns the hash of its weights. */
export function replayGoldenRun({ spec, seed }: GoldenRun): string {
  const trainer = createTrainer({ spec, seed, dataset: buildDataset(spec.data) })
  for (const report of trainer.run()) if (report.status === 'diverged') return report.reason
  return trainer.weightHash()
}
