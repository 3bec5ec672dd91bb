/** What the start page trains: two interlocking spirals, and one small network in three versions. */
import type { ActivationName, ExperimentSpec } from '@/lib/engine'

export interface HeroRecipe {
  id: 'relu' | 'swish' | 'linear'
  label: string
  /** What the reader should watch, while it trains and after. */
  watch: string
  spec: ExperimentSpec
}

export const HERO_SEED = 1
const UNITS = 8

function recipe(id: HeroRecipe['id'], label: string, watch: string): HeroRecipe {
  const name: ActivationName = id
  const spec: ExperimentSpec = {
    version: 1,
    data: { kind: 'spiral', samples: 260, noise: 0.05, seed: 7, validation: 0.2 },
    model: [
      { layer: 'linear', units: UNITS, init: 'he-normal' },
      { layer: 'activation', name },
      { layer: 'linear', units: UNITS, init: 'he-normal' },
      { layer: 'activation', name },
      { layer: 'linear', units: 2 },
    ],
    loss: { kind: 'softmax-cross-entropy' },
    optimizer: { kind: 'sgd', learningRate: 0.06 },
    batch: 26,
    epochs: 375,
    seeds: [HERO_SEED],
  }
  return { id, label, watch, spec }
}

export const HERO_RECIPES: readonly HeroRecipe[] = [
  recipe('relu', 'ReLU', 'ReLU folds the plane along straight lines: look for the corners.'),
  recipe('swish', 'Swish', 'Swish bends it smoothly: the same network, and no corners.'),
  recipe('linear', 'No bend', 'Without a bend, two more layers are still one straight cut.'),
]
