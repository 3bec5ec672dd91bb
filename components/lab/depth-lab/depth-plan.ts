/** From what is set to what is measured and trained: pure, so that every setting can be tried without a page. */
import { hiddenLayer, initOf, optimizerOf, seedsOf } from '@/components/lab/recipe-parts'
import type { LabSettings } from '@/components/lab/use-lab-settings'
import { checkSpec, costOf, type ExperimentSpec, type LayerSpec } from '@/lib/engine'
import type { DepthPlan } from '@/lib/training/depth/depth-player'

export type DepthSettings = LabSettings<'depth-lab'>
export type DepthLine = DepthSettings['f'][number]

export type PlannedDepth = { plan: DepthPlan; parameters: number } | { problem: string }

/** The lesson on gradient flow has its experiments on these points, and in these batches. */
const SAMPLES = 400
const NOISE = 0.05
const HELD_BACK = 0.25
const BATCH = 32
const CLASSES = 2

/** The plan of these settings, or why there is none. */
export function planOf(settings: DepthSettings): PlannedDepth {
  const specs = settings.f.map((line) => specOf(settings, line))
  const [first] = specs
  if (first === undefined) return { problem: 'Add an activation that is to be measured.' }
  const [problem] = specs.flatMap((spec) => checkSpec(spec))
  if (problem !== undefined) return { problem: problem.message }
  const { parameters, steps } = costOf(first)
  return { plan: { specs, seeds: first.seeds, steps }, parameters }
}

function specOf(settings: DepthSettings, line: DepthLine): ExperimentSpec {
  const { data, draw } = settings
  return {
    version: 1,
    data: { kind: data, samples: SAMPLES, noise: NOISE, seed: draw, validation: HELD_BACK },
    model: modelOf(settings, line),
    loss: { kind: 'softmax-cross-entropy' },
    optimizer: optimizerOf(settings),
    batch: BATCH,
    epochs: settings.epochs,
    seeds: seedsOf(settings),
  }
}

/** The output's first weights are the same for all, so that nothing but the hidden layers differs. */
function modelOf({ depth, units, gain, first }: DepthSettings, [name, init, norm]: DepthLine): LayerSpec[] {
  const hidden = Array.from({ length: depth }, (_, index) =>
    hiddenLayer({ units, name, init, norm, gain: index === 0 ? gain * first : gain }),
  )
  return [...hidden.flat(), { layer: 'linear', units: CLASSES, init: initOf(null, 'fitting', 1) }]
}
