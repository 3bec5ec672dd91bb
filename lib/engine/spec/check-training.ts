import { checkActivation } from './check-model'
import { type ProblemList, shown } from './problem'
import { type ExperimentSpec, type OptimizerSpec, PROBE_NAMES, type ScheduleSpec } from './spec'

const LOSS_KINDS = ['softmax-cross-entropy', 'mse', 'bce-with-logits']

/** Rules for `loss`, `optimizer`, `schedule` and `probes`. */
export function checkTraining(spec: ExperimentSpec, list: ProblemList): void {
  list.oneOf(['loss', 'kind'], 'The loss', spec.loss.kind, LOSS_KINDS)
  checkOptimizer(spec.optimizer, list)
  if (spec.schedule !== undefined) checkSchedule(spec.schedule, list)
  for (const [i, probe] of (spec.probes ?? []).entries()) list.oneOf(['probes', i], 'The probe', probe, PROBE_NAMES)
}

function checkOptimizer(optimizer: OptimizerSpec, list: ProblemList): void {
  const { learningRate } = optimizer
  if (!(learningRate > 0 && learningRate <= 1000)) {
    const example = optimizer.kind === 'adam' ? '0.001' : '0.01'
    list.add(
      ['optimizer', 'learningRate'],
      `The learning rate is ${learningRate}; use a number above 0 and up to 1,000, e.g. ${example}.`,
    )
  }
  switch (optimizer.kind) {
    case 'sgd':
      list.within(['optimizer', 'momentum'], 'The momentum', optimizer.momentum ?? 0, 0, 0.9999)
      if (optimizer.nesterov === true && (optimizer.momentum ?? 0) === 0) {
        list.add(
          ['optimizer', 'nesterov'],
          'nesterov needs a momentum above 0; give one, e.g. 0.9, or leave nesterov out.',
        )
      }
      return
    case 'adam':
      list.within(['optimizer', 'beta1'], 'beta1', optimizer.beta1 ?? 0.9, 0, 0.9999)
      list.within(['optimizer', 'beta2'], 'beta2', optimizer.beta2 ?? 0.999, 0, 0.999999)
      list.within(['optimizer', 'epsilon'], 'epsilon', optimizer.epsilon ?? 1e-8, 1e-12, 1)
      return
    default:
      list.oneOf(['optimizer', 'kind'], 'The optimizer', (optimizer satisfies never as OptimizerSpec).kind, [
        'sgd',
        'adam',
      ])
  }
}

function checkSchedule(schedule: ScheduleSpec, list: ProblemList): void {
  switch (schedule.kind) {
    case 'constant':
      return
    case 'step':
      list.whole(['schedule', 'everySteps'], 'everySteps', schedule.everySteps, 1, 100_000_000)
      list.within(['schedule', 'factor'], 'factor', schedule.factor, 0, 1)
      return
    case 'cosine':
      list.within(['schedule', 'final'], 'The final learning rate', schedule.final ?? 0, 0, 1000)
      return
    default:
      list.oneOf(['schedule', 'kind'], 'The schedule', (schedule satisfies never as ScheduleSpec).kind, [
        'constant',
        'step',
        'cosine',
      ])
  }
}

/** Rules for `interventions`; `steps` is the length of the run, null where it is not known. */
export function checkInterventions(spec: ExperimentSpec, steps: number | null, list: ProblemList): void {
  for (const [i, { atStep, layer, activation }] of (spec.interventions ?? []).entries()) {
    const path = ['interventions', i]
    list.whole([...path, 'atStep'], `Intervention ${i}: atStep`, atStep, 0, 100_000_000)
    if (steps !== null && atStep >= steps) {
      list.add(
        [...path, 'atStep'],
        `Intervention ${i} comes at step ${atStep} but the run has ${shown(steps)} steps; use a step below ${shown(steps)}.`,
      )
    }
    const target = spec.model[layer]
    if (target?.layer !== 'activation') {
      const what =
        target === undefined ? `the model has ${spec.model.length} layers` : `layer ${layer} is ${target.layer}`
      list.add(
        [...path, 'layer'],
        `Intervention ${i} swaps the activation of layer ${layer}, but ${what}; name an activation layer.`,
      )
    }
    checkActivation(activation, [...path, 'activation'], `Intervention ${i}`, list)
  }
}
