import type { ExperimentSpec } from '../spec/spec'

/** Six ReLUs on sixty points: trains in a few milliseconds. For tests that are not about what is trained. */
export const SMALL_SPEC: ExperimentSpec = {
  version: 1,
  data: { kind: 'moons', samples: 60, noise: 0.1, seed: 3, validation: 0.3 },
  model: [
    { layer: 'linear', units: 6 },
    { layer: 'activation', name: 'relu' },
    { layer: 'linear', units: 2 },
  ],
  loss: { kind: 'softmax-cross-entropy' },
  optimizer: { kind: 'adam', learningRate: 0.01 },
  batch: 16,
  epochs: 2,
  seeds: [0],
}
