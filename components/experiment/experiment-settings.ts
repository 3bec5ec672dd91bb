/** What a reader may change about a recipe, and the plan of runs that comes out. Pure. */
import type { ActivationName, ExperimentSpec } from '@/lib/engine'
import type { RunRequest } from '@/lib/training/protocol'

export interface ExperimentSettings {
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
    activation: null,
    learningRate: spec.optimizer.learningRate,
    epochs: spec.epochs,
    seeds: spec.seeds.join(', '),
    images: hasImages(spec.data) ? spec.data.train : null,
  }
}

export function specWith(spec: ExperimentSpec, settings: ExperimentSettings, seeds: number[]): ExperimentSpec {
  const { activation, learningRate, epochs, images } = settings
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

/** The recipe's own number of epochs, and shorter and longer ones. */
export function epochChoices(spec: ExperimentSpec): number[] {
  const factors = [0.25, 0.5, 1, 2, 4].map((factor) => Math.max(1, Math.round(spec.epochs * factor)))
  return [...new Set(factors)].sort((a, b) => a - b)
}

export function imageChoices(spec: ExperimentSpec): number[] {
  const own = hasImages(spec.data) ? [spec.data.train] : []
  return [...new Set([500, 1000, 2000, 4000, ...own])].sort((a, b) => a - b)
}
