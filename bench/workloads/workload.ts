/** The reference workloads, each an ordinary experiment: what contestants build is read off `model`. */
import type { ActivationName, ExperimentSpec, LayerSpec } from '@/lib/engine'

export const WORKLOADS = ['cnn', 'mlp', 'conv-strided', 'conv-no-pool'] as const
export type Workload = (typeof WORKLOADS)[number]

/** Images to train on; as many as the engine's accuracy is stated for. */
const IMAGES = 4000
const POINTS = 4000

const activation = (name: ActivationName): LayerSpec => ({ layer: 'activation', name })
const conv = (channels: number, stride: number): LayerSpec => ({
  layer: 'conv2d',
  channels,
  kernel: 3,
  stride,
  padding: 'same',
})

const POOL: LayerSpec = { layer: 'max-pool2d', size: 2 }

function imageSpec(model: LayerSpec[]): ExperimentSpec {
  return {
    version: 1,
    data: { kind: 'cifar10', train: IMAGES, validation: 1, standardise: 'per-channel', augment: [] },
    model: [...model, { layer: 'linear', units: 10 }],
    loss: { kind: 'softmax-cross-entropy' },
    optimizer: { kind: 'sgd', learningRate: 0.01, momentum: 0.9 },
    batch: 32,
    // More than a contestant is asked for: it goes on until it is told to stop.
    epochs: 100_000,
    seeds: [0],
  }
}

/** 2 → 8 → 8 → 1, tanh everywhere. */
function mlpSpec(): ExperimentSpec {
  const dense = (units: number): LayerSpec[] => [{ layer: 'linear', units }, activation('tanh')]
  return {
    version: 1,
    data: { kind: 'xor', samples: POINTS, noise: 0.1, seed: 7, validation: 0.2 },
    model: [...dense(8), ...dense(8), ...dense(1)],
    loss: { kind: 'mse' },
    optimizer: { kind: 'sgd', learningRate: 0.03 },
    batch: 10,
    epochs: 100_000,
    seeds: [0],
  }
}

/** What a workload is measured with where nothing else is asked for. */
export const USUAL_ACTIVATION: Record<Workload, ActivationName> = {
  cnn: 'relu',
  mlp: 'tanh',
  'conv-strided': 'relu',
  'conv-no-pool': 'relu',
}

/** The experiment of a workload; the MLP's activation is always tanh. */
export function specOf(workload: Workload, name: ActivationName): ExperimentSpec {
  const convs = (stride: number) => [16, 32, 64].flatMap((channels) => [conv(channels, stride), activation(name)])
  switch (workload) {
    case 'cnn':
      return imageSpec([
        ...[16, 32, 64].flatMap((channels) => [conv(channels, 1), activation(name), POOL]),
        { layer: 'flatten' },
      ])
    case 'mlp':
      return mlpSpec()
    case 'conv-strided':
      return imageSpec([...convs(2), { layer: 'global-average-pool' }])
    case 'conv-no-pool':
      return imageSpec([...convs(1), { layer: 'global-average-pool' }])
    default:
      return workload satisfies never
  }
}
