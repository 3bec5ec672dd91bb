/** What a reader may change about a recipe, and the plan of runs that comes out. Pure. */
import { type ActivationName, checkSpec, type ExperimentSpec } from '@/lib/engine'
import { type RepairName, repairs } from '@/lib/experiment/repairs'
import type { RunRequest } from '@/lib/training/protocol'

export interface ExperimentSettings {
  /** Null: as found. */
  repair: RepairName | null
  /** Null: as in the recipe, layer by layer. */
  activation: ActivationName | null
  learningRate: number
  epochs: number
  /** As typed; one run a seed. */
  seeds: string
  /** Training images, for image data; null otherwise. */
  images: number | null
}

export function settingsOf(spec: ExperimentSpec): ExperimentSettings {
  return {
    repair: null,
    activation: null,
    learningRate: spec.optimizer.learningRate,
    epochs: spec.epochs,
    seeds: spec.seeds.join(', '),
    images: hasImages(spec.data) ? spec.data.train : null,
  }
}

/** The repair comes first, so that another activation is put into what it left. */
export function specWith(published: ExperimentSpec, settings: ExperimentSettings, seeds: number[]): ExperimentSpec {
  const { repair, activation, learningRate, epochs, images } = settings
  const spec = repair === null ? published : repairs[repair].apply(published)
  return {
    ...spec,
    data: images !== null && hasImages(spec.data) ? { ...spec.data, train: images } : spec.data,
    model:
      activation === null
        ? spec.model
        : spec.model.map((layer) => (layer.layer === 'activation' ? { layer: 'activation', name: activation } : layer)),
    optimizer: { ...spec.optimizer, learningRate },
    epochs,
    seeds,
  }
}

/** True when the spec is the published one, so that its claims can be judged. */
export function isUnchanged(published: ExperimentSpec, spec: ExperimentSpec): boolean {
  return JSON.stringify(published) === JSON.stringify(spec)
}

export function planOf(spec: ExperimentSpec, evaluateAt: number[]): RunRequest[] {
  return spec.seeds.map((seed) => ({ key: `seed ${seed}`, spec, seed, evaluateAt }))
}

export function hasImages(data: ExperimentSpec['data']): data is Extract<ExperimentSpec['data'], { train: number }> {
  return data.kind === 'cifar10' || data.kind === 'drawn-ten'
}

/** Round values around what is usual, and the recipe's own. */
export function learningRates(spec: ExperimentSpec): number[] {
  const usual = [0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10]
  return [...new Set([...usual, spec.optimizer.learningRate])].sort((a, b) => a - b)
}

/**
 * The recipe's own number of epochs, and shorter and longer ones that can be run with the other settings. Where the
 * recipe intervenes at certain steps its length is part of what it shows ("for the very last pass"): no choice.
 */
export function epochChoices(spec: ExperimentSpec, settings: ExperimentSettings): number[] {
  const own = spec.epochs
  const factors = hasFixedLength(spec) ? [1] : [0.25, 0.5, 1, 2, 4]
  const choices = factors.map((factor) => Math.max(1, Math.round(own * factor)))
  return runnable(spec, choices, (epochs) => ({ ...settings, epochs }))
}

/** Likewise for the training images, as their number changes a run's steps too; empty where the data are no images. */
export function imageChoices(spec: ExperimentSpec, settings: ExperimentSettings): number[] {
  if (!hasImages(spec.data)) return []
  const own = spec.data.train
  const choices = hasFixedLength(spec) ? [own] : [500, 1000, 2000, 4000, own]
  return runnable(spec, choices, (images) => ({ ...settings, images }))
}

function hasFixedLength({ interventions = [] }: ExperimentSpec): boolean {
  return interventions.length > 0
}

/** In order, once, and only what the engine finds no problem in. */
function runnable(spec: ExperimentSpec, choices: number[], change: (choice: number) => ExperimentSettings): number[] {
  return [...new Set(choices)]
    .sort((a, b) => a - b)
    .filter((choice) => checkSpec(specWith(spec, change(choice), spec.seeds)).length === 0)
}
