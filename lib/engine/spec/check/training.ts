/** Rules for `optimizer`, `schedule`, `probes` and `interventions`. */
import { ACTIVATION_NAMES } from '../../activations/activation'
import { LAYER_KINDS } from '../layer-spec'
import { type ProblemList, shown } from '../problem'
import { type ExperimentSpec, PROBE_NAMES } from '../spec'
import { OPTIMIZER_KINDS, type OptimizerSpec, SCHEDULE_KINDS, type ScheduleSpec } from '../training-spec'
import { checkActivation } from './layers'

const MOST_STEPS = 100_000_000

export function checkTraining(spec: ExperimentSpec, list: ProblemList): void {
  const { schedule = { kind: 'constant' }, probes = [] } = spec
  checkOptimizer(spec.optimizer, list)
  checkSchedule(schedule, list)
  for (const [i, probe] of probes.entries()) list.oneOf(['probes', i], 'The probe', probe, PROBE_NAMES)
}

function checkOptimizer(optimizer: OptimizerSpec, list: ProblemList): void {
  if (!list.oneOf(['optimizer', 'kind'], 'The optimizer', optimizer.kind, OPTIMIZER_KINDS)) return
  const example = optimizer.kind === 'sgd' ? '0.01' : '0.001'
  const { learningRate, weightDecay = 0, clipNorm = 1, clipValue = 1 } = optimizer
  list.positive(['optimizer', 'learningRate'], 'The learning rate', learningRate, 1000, example)
  list.within(['optimizer', 'weightDecay'], 'The weight decay', weightDecay, 0, 10)
  list.positive(['optimizer', 'clipNorm'], 'clipNorm', clipNorm, 1e6, '1')
  list.positive(['optimizer', 'clipValue'], 'clipValue', clipValue, 1e6, '0.5')
  if (optimizer.clipNorm !== undefined && optimizer.clipValue !== undefined) {
    list.add(['optimizer', 'clipValue'], 'Gradients are clipped by norm and by value; leave clipNorm or clipValue out.')
  }
  if (optimizer.kind === 'sgd' || optimizer.kind === 'rmsprop') checkMomentum(optimizer, list)
  if (optimizer.kind === 'adam' || optimizer.kind === 'adamw') {
    const { beta1 = 0.9, beta2 = 0.999 } = optimizer
    list.within(['optimizer', 'beta1'], 'beta1', beta1, 0, 0.9999)
    list.within(['optimizer', 'beta2'], 'beta2', beta2, 0, 0.999999)
  }
  if (optimizer.kind !== 'sgd') {
    const { epsilon = 1e-8 } = optimizer
    list.within(['optimizer', 'epsilon'], 'epsilon', epsilon, 1e-12, 1)
  }
}

function checkMomentum(optimizer: Extract<OptimizerSpec, { momentum?: number }>, list: ProblemList): void {
  const { momentum = 0 } = optimizer
  list.within(['optimizer', 'momentum'], 'The momentum', momentum, 0, 0.9999)
  if (optimizer.kind === 'rmsprop') {
    const { alpha = 0.99 } = optimizer
    list.within(['optimizer', 'alpha'], 'alpha', alpha, 0, 0.999999)
    return
  }
  const { nesterov = false } = optimizer
  if (list.flag(['optimizer', 'nesterov'], 'nesterov', nesterov) && nesterov && momentum === 0) {
    list.add(['optimizer', 'nesterov'], 'nesterov needs a momentum above 0; give one, e.g. 0.9, or leave nesterov out.')
  }
}

function checkSchedule(schedule: ScheduleSpec, list: ProblemList): void {
  if (!list.oneOf(['schedule', 'kind'], 'The schedule', schedule.kind, SCHEDULE_KINDS)) return
  const { warmupSteps = 0 } = schedule
  list.whole(['schedule', 'warmupSteps'], 'warmupSteps', warmupSteps, 0, MOST_STEPS)
  if (schedule.kind === 'step') {
    list.whole(['schedule', 'everySteps'], 'everySteps', schedule.everySteps, 1, MOST_STEPS)
    list.within(['schedule', 'factor'], 'factor', schedule.factor, 0, 1)
  } else if (schedule.kind === 'cosine') {
    const { final = 0 } = schedule
    list.within(['schedule', 'final'], 'The final learning rate', final, 0, 1000)
  }
}

/** What must come before the end of the run, which has `steps` steps; null where that is not known. */
export function checkTimes(spec: ExperimentSpec, steps: number | null, list: ProblemList): void {
  const warmup = spec.schedule?.warmupSteps ?? 0
  if (steps !== null && warmup >= steps) {
    list.add(
      ['schedule', 'warmupSteps'],
      `The warm-up takes ${shown(warmup)} steps but the run has ${shown(steps)}; use fewer than ${shown(steps)}.`,
    )
  }
  for (const i of (spec.interventions ?? []).keys()) checkIntervention(spec, i, steps, list)
}

function checkIntervention(spec: ExperimentSpec, i: number, steps: number | null, list: ProblemList): void {
  const intervention = spec.interventions?.[i]
  if (intervention === undefined) return
  const { atStep, layer, activation } = intervention
  const path = ['interventions', i]
  const what = `Intervention ${i}`
  if (list.whole([...path, 'atStep'], `${what}: atStep`, atStep, 0, MOST_STEPS) && steps !== null && atStep >= steps) {
    list.add(
      [...path, 'atStep'],
      `${what} comes at step ${atStep} but the run has ${shown(steps)} steps; use a step below ${shown(steps)}.`,
    )
  }
  if (list.whole([...path, 'layer'], `${what}: layer`, layer, 0, 1000)) checkTarget(spec, layer, path, what, list)
  checkActivation(activation, [...path, 'activation'], what, ACTIVATION_NAMES, list)
}

function checkTarget(
  { model }: ExperimentSpec,
  layer: number,
  path: (string | number)[],
  what: string,
  list: ProblemList,
): void {
  const target = model[layer]
  if (target?.layer !== 'activation') {
    const kind = LAYER_KINDS.find((name) => name === target?.layer) ?? 'unknown'
    const found = target === undefined ? `the model has ${model.length} layers` : `layer ${layer} is ${kind}`
    list.add(
      [...path, 'layer'],
      `${what} swaps the activation of layer ${layer}, but ${found}; name an activation layer.`,
    )
  } else if (target.name !== 'expression' && target.learnt === true) {
    list.add(
      [...path, 'layer'],
      `${what} swaps the activation of layer ${layer}, whose parameter is learnt; name another or leave learnt out.`,
    )
  }
}
