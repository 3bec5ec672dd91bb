/** From what is set to what is trained: pure, so that every setting can be tried without a page. */
import { initOf } from '@/components/lab/recipe-parts'
import type { LabSettings } from '@/components/lab/use-lab-settings'
import {
  type ActivationName,
  activations,
  checkSpec,
  costOf,
  type ExperimentSpec,
  exampleCounts,
  type InterventionSpec,
  type LayerSpec,
  type OptimizerSpec,
  type PlanarDataSpec,
} from '@/lib/engine'
import { MOST_WATCHED_STEPS } from '@/lib/lab/widgets/dead-unit-lab'
import type { UnitPlan } from '@/lib/training/dead-units/unit-player'

export type DeadUnitSettings = LabSettings<'dead-unit-lab'>
export type Swap = DeadUnitSettings['swaps'][number]

/** Held back: every fifth example. */
const HELD = 0.2
/** After the middle of the run, where the rate drops: from a rate that kills to a calm one. */
const DROP = 0.04

export type DeadUnitPlan = { plan: UnitPlan; parameters: number } | { problem: string }

/** The plan of these settings, or why there is none. */
export function planOf(settings: DeadUnitSettings): DeadUnitPlan {
  const { data: kind, samples, noise, draw, epochs, seed } = settings
  const data: PlanarDataSpec = { kind, samples, noise, seed: draw, validation: HELD }
  const { train } = exampleCounts(data)
  const batch = Math.min(settings.batch, Math.max(1, train))
  const steps = Math.floor(train / batch) * epochs
  if (steps > MOST_WATCHED_STEPS) {
    return {
      problem: `That would be ${steps.toLocaleString('en')} steps, and every one of them is kept, at most ${MOST_WATCHED_STEPS.toLocaleString('en')}: take fewer epochs or a larger batch.`,
    }
  }
  const spec: ExperimentSpec = {
    version: 1,
    data,
    model: modelOf(settings),
    loss: { kind: 'softmax-cross-entropy' },
    optimizer: optimizerOf(settings),
    schedule:
      settings.plan === 'drop'
        ? { kind: 'step', everySteps: Math.max(1, Math.ceil(steps / 2)), factor: DROP }
        : { kind: 'constant' },
    batch,
    epochs,
    seeds: [seed],
    interventions: interventionsOf(settings, steps),
  }
  const [problem] = checkSpec(spec)
  if (problem !== undefined) return { problem: problem.message }
  return { plan: { spec, seed, steps }, parameters: costOf(spec).parameters }
}

function modelOf({ units, init, gain, bias }: DeadUnitSettings): LayerSpec[] {
  const hidden = units.flatMap((count): LayerSpec[] => [
    {
      layer: 'linear',
      units: count,
      init: initOf('relu', init, gain),
      ...(bias === 0 ? {} : { initialBias: bias }),
    },
    { layer: 'activation', name: 'relu' },
  ])
  return [...hidden, { layer: 'linear', units: 2, init: 'glorot-normal' }]
}

function optimizerOf({ opt, lr, mom }: DeadUnitSettings): OptimizerSpec {
  return opt === 'sgd' ? { kind: opt, learningRate: lr, momentum: mom } : { kind: opt, learningRate: lr }
}

/** In the order of their steps, one a step: the last one that a link names counts. */
export function swapsOf({ swaps }: Pick<DeadUnitSettings, 'swaps'>): Swap[] {
  const byStep = new Map(swaps.map((swap) => [swap[0], swap]))
  return [...byStep.values()].sort(([a], [b]) => a - b)
}

/** Another swap: what was to come after it is no more. */
export function withSwap(settings: Pick<DeadUnitSettings, 'swaps'>, step: number, name: ActivationName): Swap[] {
  const [parameter] = activations[name].parameters
  return [...swapsOf(settings).filter(([at]) => at < step), [step, name, parameter?.default ?? 0]]
}

/** All hidden layers are swapped together. What comes after the end is left out. */
function interventionsOf(settings: DeadUnitSettings, steps: number): InterventionSpec[] {
  return swapsOf(settings)
    .filter(([atStep]) => atStep < steps)
    .flatMap(([atStep, name, value]) =>
      settings.units.map((_units, layer) => ({ atStep, layer: 2 * layer + 1, activation: choiceOf(name, value) })),
    )
}

function choiceOf(name: ActivationName, value: number): InterventionSpec['activation'] {
  const [parameter] = activations[name].parameters
  if (parameter === undefined) return { name }
  return { name, [parameter.name]: Math.min(parameter.max, Math.max(parameter.min, value)) }
}

/** Which activation the step after `step` completed ones is made with, and since when. */
export function activationAt(
  settings: Pick<DeadUnitSettings, 'swaps'>,
  step: number,
): { name: ActivationName; value: number; since: number | null } {
  const swap = swapsOf(settings).findLast(([at]) => at <= step)
  return swap === undefined
    ? { name: 'relu', value: 0, since: null }
    : { name: swap[1], value: swap[2], since: swap[0] }
}

/** Whether a unit that is awake on nothing puts out 0 on everything: with these it is dead, with others it still leaks. */
export const isSilentBelowZero = (name: ActivationName) => name === 'relu' || name === 'relu6'

/** Where a unit is among all, counted from 1, and among the layers' own. */
export function placeOf(layers: readonly number[], number: number): { layer: number; unit: number } | null {
  let before = 0
  for (const [layer, units] of layers.entries()) {
    if (number <= before + units) return number > before ? { layer, unit: number - before - 1 } : null
    before += units
  }
  return null
}

/** All units, layer after layer. */
export function numbered(layers: readonly number[]): { layer: number; unit: number; index: number }[] {
  let index = 0
  return layers.flatMap((units, layer) => Array.from({ length: units }, (_, unit) => ({ layer, unit, index: index++ })))
}
