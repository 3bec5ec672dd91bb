/** From what is set to what is trained: two round clouds, one of them rare, and a small network. Pure. */
import { fittingInit } from '@/components/lab/fitting-init'
import type { LabSettings } from '@/components/lab/use-lab-settings'
import {
  checkSpec,
  costOf,
  type ExperimentSpec,
  exampleCounts,
  type LayerSpec,
  type PlanarDataSpec,
} from '@/lib/engine'
import type { PlanePlan } from '@/lib/training/plane/plane-player'

export type CalibrationSettings = LabSettings<'calibration-lab'>

/** Those that are part of the model: a change of one needs a new run. What is not here is read off the same model. */
export const TRAINED = [
  ...(['rare', 'samples', 'noise', 'draw'] as const),
  ...(['units', 'layers', 'act', 'weight', 'gamma', 'lr', 'epochs', 'seed'] as const),
] satisfies (keyof CalibrationSettings)[]
export type TrainedSettings = Pick<CalibrationSettings, (typeof TRAINED)[number]>

/** A third is learnt from; of the rest the first half fits the temperature, and the second half is measured on. */
const HELD = 2 / 3
const BATCH = 50

export type CalibrationPlan = { plan: PlanePlan; parts: PartSizes } | { problem: string }

export interface PartSizes {
  learnt: number
  validation: number
  test: number
}

export function planOf(settings: TrainedSettings): CalibrationPlan {
  const { weight, gamma, lr, epochs, seed } = settings
  const data = dataOf(settings)
  const { train: learnt, validation: held } = exampleCounts(data)
  const spec: ExperimentSpec = {
    version: 1,
    data,
    model: modelOf(settings),
    loss: {
      kind: 'softmax-cross-entropy',
      ...(weight === 1 ? {} : { classWeights: [1, weight] }),
      ...(gamma === 0 ? {} : { focalGamma: gamma }),
    },
    optimizer: { kind: 'adam', learningRate: lr },
    batch: Math.min(BATCH, learnt),
    epochs,
    seeds: [seed],
  }
  const [problem] = checkSpec(spec)
  if (problem !== undefined) return { problem: problem.message }
  const validation = halfOf(held)
  return {
    plan: { spec, seeds: spec.seeds, steps: costOf(spec).steps, stopAt: null, extent: null, scores: true },
    parts: { learnt, validation, test: held - validation },
  }
}

/** Of the points held back, how many the temperature is fitted on; those behind them are measured on. */
export function halfOf(held: number): number {
  return Math.floor(held / 2)
}

/** How many times more points class 0 has: also the weight that makes up for it. */
export function ratioOf({ rare }: Pick<CalibrationSettings, 'rare'>): number {
  return (100 - rare) / rare
}

function dataOf({ rare, samples, noise, draw }: TrainedSettings): PlanarDataSpec {
  return { kind: 'gaussians', samples, noise, classes: 2, ratio: ratioOf({ rare }), seed: draw, validation: HELD }
}

/** The last layer begins with zeros: before the first step every point is called class 0. */
function modelOf({ units, layers, act }: TrainedSettings): LayerSpec[] {
  const hidden = Array.from({ length: layers }).flatMap((): LayerSpec[] => [
    { layer: 'linear', units, init: fittingInit(act) },
    { layer: 'activation', name: act, ...(act === 'prelu' ? { learnt: true } : {}) },
  ])
  return [...hidden, { layer: 'linear', units: 2, init: 'zeros' }]
}
