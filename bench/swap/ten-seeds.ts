/**
 * The long run of the CIFAR swap: of 1,000 test images, how many the reference CNN names after ten passes over 4,000
 * others, seed by seed. Training is the same to the last bit everywhere, so `npm run verify` asks for these very counts
 * (accuracy.verify.ts), and what the lesson says of them is worked out from here (lesson-numbers.ts).
 */
import type { ActivationName, ExperimentSpec, OptimizerSpec } from '@/lib/engine'
import { specOf } from '../workloads/workload'

export const TEST_IMAGES = 1000

export const OPTIMIZERS = {
  adam: { kind: 'adam', learningRate: 0.001 },
  sgd: { kind: 'sgd', learningRate: 0.01, momentum: 0.9 },
} as const satisfies Record<string, OptimizerSpec>

export interface SwapRecord {
  activation: ActivationName
  optimizer: keyof typeof OPTIMIZERS
  /** In per cent: the same network, data and initial distributions in PyTorch, mean of five seeds (ENGINE.md). */
  pytorch: number
  /** Of the test images, after the last pass; seed 0 first. */
  right: readonly number[]
}

export const TEN_SEEDS: readonly SwapRecord[] = [
  {
    ...{ activation: 'relu', optimizer: 'adam', pytorch: 52.1 },
    right: [520, 515, 529, 523, 518, 502, 501, 473, 523, 518],
  },
  {
    ...{ activation: 'swish', optimizer: 'adam', pytorch: 52.2 },
    right: [524, 525, 527, 529, 522, 498, 489, 497, 525, 523],
  },
  {
    ...{ activation: 'gelu', optimizer: 'adam', pytorch: 52.1 },
    right: [530, 529, 515, 524, 519, 498, 507, 487, 547, 503],
  },
  {
    ...{ activation: 'relu', optimizer: 'sgd', pytorch: 48.8 },
    right: [508, 453, 494, 515, 465, 463, 500, 464, 490, 490],
  },
  {
    ...{ activation: 'swish', optimizer: 'sgd', pytorch: 51.2 },
    right: [495, 528, 503, 514, 498, 492, 502, 462, 501, 523],
  },
  {
    ...{ activation: 'gelu', optimizer: 'sgd', pytorch: 50.4 },
    right: [503, 498, 508, 491, 499, 494, 527, 494, 486, 522],
  },
]

export function swapSpec({ activation, optimizer }: SwapRecord): ExperimentSpec {
  const data = { kind: 'cifar10', train: 4000, validation: TEST_IMAGES, standardise: 'per-channel' } as const
  return { ...specOf('cnn', activation), data, optimizer: OPTIMIZERS[optimizer], epochs: 10 }
}
