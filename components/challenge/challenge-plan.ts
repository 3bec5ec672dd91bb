/** The challenge as recipes: one small network, three activations, the same data and seeds for all. Pure. */
import { referenceCnn } from '@/components/training/reference-cnn'
import type { ActivationName, ExperimentSpec, OptimizerSpec } from '@/lib/engine'
import type { RunRequest } from '@/lib/training/protocol'

export const CHALLENGE_ID = 'cifar-activation-swap'
/** Goes up when the recipe changes, so that runs of different versions are not compared. */
export const CHALLENGE_VERSION = '1'

export const RIVALS = ['relu', 'swish', 'gelu'] as const satisfies readonly ActivationName[]
export const IMAGE_CHOICES = [500, 1000, 4000] as const
export const EPOCH_CHOICES = [1, 3, 5, 10] as const
export const TEST_IMAGES = 1000
const BATCH = 32

export const OPTIMIZERS = {
  adam: { label: 'Adam, 0.001', spec: { kind: 'adam', learningRate: 0.001 } },
  sgd: { label: 'SGD, 0.01, momentum 0.9', spec: { kind: 'sgd', learningRate: 0.01, momentum: 0.9 } },
} as const satisfies Record<string, { label: string; spec: OptimizerSpec }>

export interface ChallengeSettings {
  images: number
  epochs: number
  optimizer: keyof typeof OPTIMIZERS
  /** As typed. */
  seeds: string
}

/** About a minute in a tab: enough to see the curves part, too little to see a winner. */
export const DEFAULT_SETTINGS: ChallengeSettings = { images: 1000, epochs: 3, optimizer: 'adam', seeds: '0' }

export function challengeSpec(activation: ActivationName, settings: ChallengeSettings, seed: number): ExperimentSpec {
  return {
    version: 1,
    data: {
      kind: 'cifar10',
      train: settings.images,
      validation: TEST_IMAGES,
      standardise: 'per-channel',
      augment: [],
    },
    model: referenceCnn([activation, activation, activation]),
    loss: { kind: 'softmax-cross-entropy' },
    optimizer: OPTIMIZERS[settings.optimizer].spec,
    schedule: { kind: 'constant' },
    batch: BATCH,
    epochs: settings.epochs,
    seeds: [seed],
  }
}

/** All three activations of one seed before the next seed: a comparison is whole as early as it can be. */
export function challengePlan(settings: ChallengeSettings, seeds: readonly number[]): RunRequest[] {
  return seeds.flatMap((seed) =>
    RIVALS.map((name) => ({ key: `${name} ${seed}`, spec: challengeSpec(name, settings, seed), seed })),
  )
}

/** Images that go forward, or forward and backward, at a plain engine's 200 images a second; ms. */
export function roughDurationMs(settings: ChallengeSettings, seeds: number): number {
  const FORWARD_SHARE = 1 / 3
  const images = settings.epochs * (settings.images + TEST_IMAGES * FORWARD_SHARE)
  return ((RIVALS.length * seeds * images) / 200) * 1000
}
