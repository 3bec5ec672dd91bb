/**
 * Small runs whose final weights are known to the last bit. Every machine, browser and number of threads must give
 * these hashes under the numeric spec they were made with; tests and `npm run engine -- hash` compare.
 */
import { buildDataset } from '../data/build-dataset'
import type { InitName } from '../init/init'
import type { LayerSpec, NamedActivationSpec } from '../spec/layer-spec'
import type { ExperimentSpec } from '../spec/spec'
import { createTrainer, type TrainerOptions } from './create-trainer'
import type { Trainer } from './trainer'

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

/** A layer of eight, standardised so that the signal comes through any number of them. */
function normed(activation: Omit<NamedActivationSpec, 'layer'>, init: InitName): LayerSpec[] {
  return [{ layer: 'linear', units: 8, init }, { layer: 'layer-norm' }, { layer: 'activation', ...activation }]
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
    weightHash: 'd4e418d95f3b72596024ad7f5d7160c09cfb1bb1b7906234585844cb20f11449',
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
    weightHash: 'e8bf502974097b5abde17d5cf037840ea9b7a5117e3f4e7452dae1bd88027634',
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
    weightHash: '33fcf412fba840d9e803a9f363c8d982311ca18ce4941dde80d933d8211e8960',
  },
  {
    name: 'cnn-gelu-relu-adam',
    seed: 3,
    spec: IMAGES,
    weightHash: 'b4a26f0f8e2ccb56d74049d1e3a34b1cf15c0efa500679c48a1df39ba57799fc',
  },
  {
    name: 'cnn-pooled-swish-momentum',
    seed: 4,
    spec: {
      ...IMAGES,
      model: [
        { layer: 'conv2d', channels: 12, kernel: 3 },
        { layer: 'activation', name: 'relu' },
        { layer: 'max-pool2d', size: 2 },
        { layer: 'conv2d', channels: 16, kernel: 3 },
        { layer: 'activation', name: 'swish' },
        { layer: 'max-pool2d', size: 2 },
        { layer: 'conv2d', channels: 8, kernel: 3 },
        { layer: 'activation', name: 'mish' },
        { layer: 'avg-pool2d', size: 2 },
        { layer: 'flatten' },
        { layer: 'linear', units: 10 },
      ],
      optimizer: { kind: 'sgd', learningRate: 0.02, momentum: 0.9, clipNorm: 1 },
      schedule: { kind: 'cosine', warmupSteps: 2 },
    },
    weightHash: 'ed0c2d8768ca63ca0bb39700bbe25e5adbe9cf7a426faabd775edf6428ea3f03',
  },
  {
    name: 'mlp-layer-norm-dropout',
    seed: 5,
    spec: {
      ...PLANAR,
      model: [
        { layer: 'linear', units: 14 },
        { layer: 'layer-norm' },
        { layer: 'activation', name: 'prelu', learnt: true },
        { layer: 'dropout', rate: 0.2 },
        { layer: 'linear', units: 14, init: 'lecun-normal' },
        { layer: 'activation', name: 'selu' },
        { layer: 'alpha-dropout', rate: 0.1 },
        { layer: 'residual', from: 2 },
        { layer: 'linear', units: 2 },
        { layer: 'softmax', temperature: 0.5 },
      ],
      loss: { kind: 'mse' },
      optimizer: { kind: 'adamw', learningRate: 0.01, weightDecay: 0.01 },
    },
    weightHash: '39494a0221626280bf654f2d6a996678ae6eea74870c076354cc5db9ad662a07',
  },
  {
    name: 'cnn-residual-written',
    seed: 6,
    spec: {
      ...IMAGES,
      model: [
        { layer: 'conv2d', channels: 6, kernel: 3, stride: 2 },
        { layer: 'layer-norm' },
        { layer: 'activation', name: 'swish', beta: 1.5, learnt: true },
        { layer: 'conv2d', channels: 6, kernel: 5 },
        { layer: 'activation', name: 'expression', expression: 'x * sigmoid(1.702 * x) + 0.1 * sin(x)' },
        { layer: 'dropout', rate: 0.3 },
        { layer: 'residual', from: 2 },
        { layer: 'global-average-pool' },
        { layer: 'linear', units: 10 },
      ],
      optimizer: { kind: 'rmsprop', learningRate: 0.003 },
    },
    weightHash: '3c25af11f651ec2b545d7d0a840464ec90fe7e4dce57648ce3352ca99425f898',
  },
  {
    name: 'mlp-batch-norm',
    seed: 7,
    spec: {
      ...PLANAR,
      model: [
        { layer: 'batch-norm' },
        { layer: 'linear', units: 11 },
        { layer: 'batch-norm', momentum: 0.3, epsilon: 1e-3 },
        { layer: 'activation', name: 'relu' },
        { layer: 'linear', units: 11 },
        { layer: 'batch-norm' },
        { layer: 'residual', from: 3 },
        { layer: 'linear', units: 2 },
      ],
      loss: { kind: 'softmax-cross-entropy' },
      optimizer: { kind: 'sgd', learningRate: 0.1, momentum: 0.9 },
    },
    weightHash: '50cb5b86ea98e386fb0c7330cf38cfa00d700c8c5c0edf31987986756084845a',
  },
  {
    name: 'cnn-batch-norm',
    seed: 8,
    spec: {
      ...IMAGES,
      model: [
        { layer: 'conv2d', channels: 12, kernel: 3 },
        { layer: 'batch-norm' },
        { layer: 'activation', name: 'relu' },
        { layer: 'max-pool2d', size: 2 },
        { layer: 'conv2d', channels: 16, kernel: 3 },
        { layer: 'activation', name: 'swish' },
        { layer: 'max-pool2d', size: 2 },
        { layer: 'batch-norm', momentum: 0.2 },
        { layer: 'conv2d', channels: 7, kernel: 3, stride: 2 },
        { layer: 'batch-norm' },
        { layer: 'dropout', rate: 0.1 },
        { layer: 'flatten' },
        { layer: 'linear', units: 10 },
      ],
    },
    weightHash: '22a1fc02f0bb17b4dd2bb99f6a135cea8b7e4bb4349a2999fd97e1be2ef7905d',
  },
  {
    // Eight chunks, one for each of eight threads.
    name: 'cnn-eight-chunks',
    seed: 7,
    spec: {
      ...IMAGES,
      data: { kind: 'drawn-ten', train: 96, validation: 16, seed: 2, augment: ['flip', 'shift'] },
      model: [
        { layer: 'conv2d', channels: 8, kernel: 3 },
        { layer: 'activation', name: 'gelu' },
        { layer: 'max-pool2d', size: 2 },
        { layer: 'conv2d', channels: 16, kernel: 3 },
        { layer: 'activation', name: 'hard-swish' },
        { layer: 'max-pool2d', size: 2 },
        { layer: 'conv2d', channels: 16, kernel: 3 },
        { layer: 'activation', name: 'elu' },
        { layer: 'max-pool2d', size: 2 },
        { layer: 'flatten' },
        { layer: 'linear', units: 10, init: 'orthogonal' },
      ],
      loss: { kind: 'softmax-cross-entropy', labelSmoothing: 0.1, focalGamma: 1.5 },
      optimizer: { kind: 'adam', learningRate: 0.002, clipValue: 0.05 },
      schedule: { kind: 'step', everySteps: 2, factor: 0.5 },
      batch: 32,
    },
    weightHash: 'b19d1979e9a5c50807a456b9c2e1b911d80b72a9907679b4d5c2722ec0380ab9',
  },
  {
    name: 'mlp-every-activation',
    seed: 8,
    spec: {
      ...PLANAR,
      data: { kind: 'moons', samples: 200, noise: 0.1, seed: 8, validation: 0.2 },
      model: [
        ...normed({ name: 'sigmoid' }, 'glorot-uniform'),
        ...normed({ name: 'tanh' }, 'glorot-normal'),
        ...normed({ name: 'relu' }, 'he-uniform'),
        ...normed({ name: 'leaky-relu', alpha: 0.1 }, 'he-normal'),
        ...normed({ name: 'prelu', alpha: 0.3 }, 'orthogonal'),
        ...normed({ name: 'elu', alpha: 1.5 }, 'lecun-normal'),
        ...normed({ name: 'selu' }, 'lecun-uniform'),
        ...normed({ name: 'softplus' }, 'he-normal'),
        ...normed({ name: 'swish', beta: 0.7 }, 'he-normal'),
        ...normed({ name: 'gelu' }, 'he-normal'),
        ...normed({ name: 'gelu-tanh' }, 'he-normal'),
        ...normed({ name: 'mish' }, 'he-normal'),
        ...normed({ name: 'hard-swish' }, 'he-normal'),
        ...normed({ name: 'relu6' }, 'he-normal'),
        ...normed({ name: 'linear' }, 'glorot-normal'),
        { layer: 'linear', units: 1 },
      ],
      loss: { kind: 'huber', delta: 0.5 },
      optimizer: { kind: 'rmsprop', learningRate: 0.003, momentum: 0.5 },
    },
    weightHash: 'ed96b276d55c6cb53cba11037806d0e9bb1039976ce70fe61d1fda2d5cac094a',
  },
  {
    name: 'mlp-function-mae',
    seed: 9,
    spec: {
      ...PLANAR,
      data: { kind: 'function', name: 'chirp', samples: 200, noise: 0.05, seed: 9, validation: 0.2 },
      model: [
        { layer: 'linear', units: 16 },
        { layer: 'activation', name: 'expression', expression: 'x / (1 + exp(-x)) + log(1 + x^2) - 0.3 * cos(2 * x)' },
        { layer: 'linear', units: 1 },
      ],
      loss: { kind: 'mae' },
      optimizer: { kind: 'sgd', learningRate: 0.02 },
    },
    weightHash: '3a9812520ca1bc33f89f21596cc0898c3460f65e0ee10617d578cde2669af29e',
  },
  {
    name: 'mlp-blobs-softmax-twice',
    seed: 10,
    spec: {
      ...PLANAR,
      data: { kind: 'gaussians', samples: 200, noise: 0.3, seed: 10, validation: 0.2, classes: 3, ratio: 4 },
      model: [
        { layer: 'linear', units: 10 },
        { layer: 'activation', name: 'mish' },
        { layer: 'linear', units: 3 },
      ],
      loss: { kind: 'softmax-twice' },
      optimizer: { kind: 'adam', learningRate: 0.01, weightDecay: 0.001 },
    },
    weightHash: '1dda20a9a65e2220b5b2fe61afc5f6d38978b37fa2f399a38e4acc51f46ea50d',
  },
]

export type ReplayOptions = Pick<TrainerOptions, 'backend' | 'threads'> & {
  /** Called before the first step, for instance to wait until all threads have begun. */
  prepare?(trainer: Trainer): void
}

/** Trains a golden run and returns the hash of its weights. */
export function replayGoldenRun({ spec, seed }: GoldenRun, { prepare, ...options }: ReplayOptions = {}): string {
  const trainer = createTrainer({ spec, seed, dataset: buildDataset(spec.data), ...options })
  prepare?.(trainer)
  for (const report of trainer.run()) if (report.status === 'diverged') return report.reason
  trainer.dismiss()
  return trainer.weightHash()
}
