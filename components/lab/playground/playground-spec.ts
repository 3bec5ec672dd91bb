/** From what is set to what is trained: pure, so that every setting can be tried without a page. */
import { fittingInit } from '@/components/lab/fitting-init'
import type { LabSettings } from '@/components/lab/use-lab-settings'
import {
  type ActivationName,
  type ActivationParameterName,
  activations,
  checkSpec,
  costOf,
  type DataSpec,
  type ExperimentSpec,
  exampleCounts,
  type LayerSpec,
  type LossSpec,
  type OptimizerSpec,
  type ScheduleSpec,
} from '@/lib/engine'
import { LAB_WIDGETS } from '@/lib/lab/registry'
import type { PlanePlan } from '@/lib/training/plane/plane-player'

export type PlaygroundSettings = LabSettings<'playground'>
export type UnitLayer = PlaygroundSettings['layers'][number]

/** Own points are placed on a square that stays as it is. */
export const OWN_EXTENT = LAB_WIDGETS.playground.fields.points.extent

/** Points that came from a file, in the square and counted by class. */
export interface FilePoints {
  points: [x: number, y: number, label: number][]
  classes: string[]
}

export type PlaygroundPlan = { plan: PlanePlan; cost: { parameters: number } } | { problem: string }

/** The plan of these settings, or why there is none. `file`: null while none is open. */
export function planOf(settings: PlaygroundSettings, file: FilePoints | null): PlaygroundPlan {
  const source = dataOf(settings, file)
  if ('problem' in source) return source
  const { data, classes } = source
  const loss = lossOf(settings)
  if (loss.kind === 'bce-with-logits' && classes !== 2) {
    return { problem: `Binary cross-entropy tells two classes apart, and there are ${classes}: choose cross-entropy.` }
  }
  const { train } = exampleCounts(data)
  const batch = Math.min(settings.batch, Math.max(1, train))
  const spec: ExperimentSpec = {
    version: 1,
    data,
    model: modelOf(settings, outputsOf(loss, classes)),
    loss,
    optimizer: optimizerOf(settings),
    schedule: scheduleOf(settings, Math.max(1, Math.floor(train / batch))),
    batch,
    epochs: settings.epochs,
    seeds: seedsOf(settings),
  }
  const [problem] = checkSpec(spec)
  if (problem !== undefined) return { problem: problem.message }
  const { parameters, steps } = costOf(spec)
  const stopAt = settings.stop === 0 ? null : settings.stop / 100
  return {
    plan: { spec, seeds: spec.seeds, steps, stopAt, extent: settings.data === 'own' ? OWN_EXTENT : null },
    cost: { parameters },
  }
}

/** Only these have more than two classes to offer. */
export const hasClasses = (data: PlaygroundSettings['data']) => data === 'spiral' || data === 'gaussians'
export const isMade = (data: PlaygroundSettings['data']) => data !== 'own' && data !== 'csv'

function dataOf(
  settings: PlaygroundSettings,
  file: FilePoints | null,
): { data: DataSpec; classes: number } | { problem: string } {
  const { data, samples, noise, draw: seed } = settings
  const split = { seed, validation: settings.held / 100 }
  if (data === 'own') {
    const points = settings.points.map(([x, y, label]): [number, number, number] => [x, y, label])
    const problem = ownPointsProblem(points)
    return problem === null ? { data: { kind: 'points', points, classes: 2, ...split }, classes: 2 } : { problem }
  }
  if (data === 'csv') {
    if (file === null) return { problem: 'Choose a CSV file to learn from.' }
    const classes = file.classes.length
    return { data: { kind: 'points', points: file.points, classes, ...split }, classes }
  }
  const classes = hasClasses(data) ? settings.classes : 2
  return { data: { kind: data, samples, noise, ...split, ...(classes === 2 ? {} : { classes }) }, classes }
}

const FEWEST_POINTS = 6

function ownPointsProblem(points: readonly (readonly [number, number, number])[]): string | null {
  const first = points.filter(([, , label]) => label === 0).length
  if (points.length < FEWEST_POINTS) {
    return `Place at least ${FEWEST_POINTS} points; there ${points.length === 1 ? 'is' : 'are'} ${points.length}.`
  }
  if (first === 0 || first === points.length) return 'All points are of one class: place some of the other, too.'
  return null
}

function lossOf({ loss, smooth }: PlaygroundSettings): LossSpec {
  switch (loss) {
    case 'softmax-cross-entropy':
    case 'bce-with-logits':
      return { kind: loss, ...(smooth > 0 ? { labelSmoothing: smooth } : {}) }
    default:
      return { kind: loss }
  }
}

/** Numbers that the last layer puts out. */
function outputsOf({ kind }: LossSpec, classes: number): number {
  const one = kind === 'bce-with-logits' || ((kind === 'mse' || kind === 'mae' || kind === 'huber') && classes === 2)
  return one ? 1 : classes
}

function modelOf(settings: PlaygroundSettings, outputs: number): LayerSpec[] {
  const { layers, norm, dropout, init, gain } = settings
  const initFor = (name: ActivationName | null) => ({
    name: init === 'fitting' ? fittingInit(name) : init,
    ...(gain === 1 || init === 'zeros' ? {} : { gain }),
  })
  const hidden = layers.flatMap(([units, name, parameter]): LayerSpec[] => [
    { layer: 'linear', units, init: initFor(name) },
    ...(norm === 'none' ? [] : [{ layer: norm === 'batch' ? 'batch-norm' : 'layer-norm' } as const]),
    { layer: 'activation', name, ...parameterOf(name, parameter) },
    ...(dropout > 0 ? [{ layer: name === 'selu' ? 'alpha-dropout' : 'dropout', rate: dropout } as const] : []),
  ])
  return [...hidden, { layer: 'linear', units: outputs, init: initFor(null) }]
}

function parameterOf(name: ActivationName, value: number) {
  const [parameter] = activations[name].parameters
  if (parameter === undefined) return {}
  const within = Math.min(parameter.max, Math.max(parameter.min, value))
  const known: { [key in ActivationParameterName]?: number } & { learnt?: boolean } = { [parameter.name]: within }
  // A PReLU whose slope is not learnt is a leaky ReLU.
  return name === 'prelu' ? { ...known, learnt: true } : known
}

/** A layer of so many units, with the activation's own default. */
export function layerOf(units: number, name: ActivationName): UnitLayer {
  return [units, name, activations[name].parameters[0]?.default ?? 0]
}

function optimizerOf({ opt, lr, mom, decay, clip }: PlaygroundSettings): OptimizerSpec {
  const common = { learningRate: lr, weightDecay: decay, ...(clip > 0 ? { clipNorm: clip } : {}) }
  if (opt === 'sgd' || opt === 'rmsprop') return { kind: opt, ...common, momentum: mom }
  return { kind: opt, ...common }
}

/** Of the steps schedule: a tenth of the rate after each third of the run. */
function scheduleOf({ plan, warm, epochs }: PlaygroundSettings, stepsPerEpoch: number): ScheduleSpec {
  const warmup = warm > 0 ? { warmupSteps: warm } : {}
  if (plan !== 'step') return { kind: plan, ...warmup }
  return { kind: 'step', everySteps: Math.max(1, Math.ceil((epochs * stepsPerEpoch) / 3)), factor: 0.1, ...warmup }
}

export function seedsOf({ seed, seeds }: Pick<PlaygroundSettings, 'seed' | 'seeds'>): number[] {
  return Array.from({ length: seeds }, (_, index) => seed + index)
}

/** Hidden units in all. */
export function unitsOf({ layers }: Pick<PlaygroundSettings, 'layers'>): number {
  return layers.reduce((sum, [units]) => sum + units, 0)
}
