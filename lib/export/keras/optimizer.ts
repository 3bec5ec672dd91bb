/**
 * Optimizer and schedule in Keras 3. Where Keras's rule is another one than ours, the code says so beside it: momentum and
 * epsilon stand elsewhere in its formulas, and its weight decay is decoupled, so ours is added to the gradient by hand.
 */
import type { ExperimentSpec, OptimizerSpec, ScheduleSpec } from '@/lib/engine'
import { float, floatOrNone, indent, keywords } from '@/lib/export/python/text'

const NAMES = { sgd: 'SGD', rmsprop: 'RMSprop', adam: 'Adam', adamw: 'AdamW' } as const satisfies Record<
  OptimizerSpec['kind'],
  string
>

const LEARNT = ['PReLU', 'LearntSwish']

export interface KerasOptimizer {
  /** Classes at the top level. */
  definitions: string[][]
  /** Statements that make `optimizer`, for `model` where slopes must not decay. */
  statements: string[]
}

export function kerasOptimizer({ optimizer, schedule, model }: ExperimentSpec, steps: number): KerasOptimizer {
  const { kind, learningRate, weightDecay = kind === 'adamw' ? 0.01 : 0, clipNorm, clipValue } = optimizer
  const rate = scheduleCode(schedule ?? { kind: 'constant' }, learningRate, steps)
  const isScheduled = rate.expression !== float(learningRate)
  const options = keywords({
    learning_rate: isScheduled ? 'learning_rate' : rate.expression,
    ...ownOptions(optimizer),
    weight_decay: kind === 'adamw' ? float(weightDecay) : undefined,
    global_clipnorm: floatOrNone(clipNorm),
    clipvalue: floatOrNone(clipValue),
  })
  const isCoupled = kind !== 'adamw' && weightDecay > 0
  const hasSlopes = model.some((layer) => layer.layer === 'activation' && layer.name !== 'expression' && layer.learnt)
  const name = isCoupled ? 'WithDecay' : `keras.optimizers.${NAMES[kind]}`
  const exclude = [
    `slopes = [v for layer in model.layers if type(layer).__name__ in ${JSON.stringify(LEARNT)} for v in layer.trainable_variables]`,
    'optimizer.exclude_from_weight_decay(var_list=slopes)',
  ]
  return {
    definitions: [rate.definition, isCoupled ? coupledDecay(NAMES[kind], weightDecay, hasSlopes) : []],
    statements: [
      ...(isScheduled ? [`learning_rate = ${rate.expression}`] : []),
      ...notes(optimizer, isScheduled),
      `optimizer = ${name}(${options})`,
      ...(hasSlopes && kind === 'adamw' && weightDecay > 0 ? exclude : []),
    ],
  }
}

function ownOptions(optimizer: OptimizerSpec): Record<string, string | undefined> {
  switch (optimizer.kind) {
    case 'sgd':
      return { momentum: floatOrNone(optimizer.momentum), nesterov: optimizer.nesterov ? 'True' : undefined }
    case 'rmsprop': {
      const { alpha = 0.99, epsilon = 1e-8, momentum } = optimizer
      return { rho: float(alpha), momentum: floatOrNone(momentum), epsilon: float(epsilon) }
    }
    case 'adam':
    case 'adamw': {
      const { beta1, beta2, epsilon = 1e-8 } = optimizer
      return { beta_1: floatOrNone(beta1), beta_2: floatOrNone(beta2), epsilon: float(epsilon) }
    }
    default:
      return optimizer satisfies never
  }
}

function notes(optimizer: OptimizerSpec, isScheduled: boolean): string[] {
  switch (optimizer.kind) {
    case 'sgd':
      return isScheduled && (optimizer.momentum ?? 0) > 0
        ? ['# Keras puts the learning rate into the velocity; as it changes, so do the steps.']
        : []
    case 'rmsprop':
      return ['# Keras adds epsilon below the root, PyTorch and Nonlinear behind it.']
    case 'adam':
    case 'adamw':
      return ['# Keras adds epsilon before it corrects the second moment, PyTorch and Nonlinear behind it.']
    default:
      return optimizer satisfies never
  }
}

/** λw joins the clipped gradient, as in PyTorch; Keras's own weight_decay leaves the moments out. */
function coupledDecay(name: string, decay: number, hasSlopes: boolean): string[] {
  const sum = `gradient + ${float(decay)} * variable`
  return [
    `class WithDecay(keras.optimizers.${name}):`,
    ...indent([
      `"""Weight decay as part of the gradient${hasSlopes ? ', for all but learnt slopes' : ''}, as in PyTorch.`,
      '',
      'Needs a backend that updates variables one by one: TensorFlow or JAX.',
      '"""',
      '',
      'def update_step(self, gradient, variable, learning_rate):',
      ...indent(
        hasSlopes
          ? [
              'is_slope = "prelu" in variable.path or "swish" in variable.path',
              `decayed = gradient if is_slope else ${sum}`,
              'super().update_step(decayed, variable, learning_rate)',
            ]
          : [`super().update_step(${sum}, variable, learning_rate)`],
      ),
    ]),
  ]
}

function scheduleCode(
  schedule: ScheduleSpec,
  base: number,
  steps: number,
): { definition: string[]; expression: string } {
  const warmup = schedule.warmupSteps ?? 0
  const path = 'keras.optimizers.schedules'
  if (warmup > 0) {
    return {
      definition: [
        `class Schedule(${path}.LearningRateSchedule):`,
        ...indent([
          'def __call__(self, step):',
          ...indent([
            'step = ops.cast(step, "float32")',
            `warm = ${float(base)} * (step + 1) / ${warmup + 1}`,
            `after = ${afterWarmup(schedule, base, warmup, steps)}`,
            `return ops.where(step < ${warmup}, warm, after)`,
          ]),
        ]),
      ],
      expression: 'Schedule()',
    }
  }
  switch (schedule.kind) {
    case 'constant':
      return { definition: [], expression: float(base) }
    case 'step': {
      const options = `decay_steps=${schedule.everySteps}, decay_rate=${float(schedule.factor)}, staircase=True`
      return { definition: [], expression: `${path}.ExponentialDecay(${float(base)}, ${options})` }
    }
    case 'cosine': {
      const alpha = (schedule.final ?? 0) / base
      const options = keywords({ decay_steps: String(steps), alpha: alpha === 0 ? undefined : float(alpha) })
      return { definition: [], expression: `${path}.CosineDecay(${float(base)}, ${options})` }
    }
    default:
      return schedule satisfies never
  }
}

function afterWarmup(schedule: ScheduleSpec, base: number, warmup: number, steps: number): string {
  switch (schedule.kind) {
    case 'constant':
      return float(base)
    case 'step':
      return `${float(base)} * ${float(schedule.factor)} ** ops.floor((step - ${warmup}) / ${schedule.everySteps})`
    case 'cosine': {
      const { final = 0 } = schedule
      const [first, range] =
        final === 0 ? ['', float(base)] : [`${float(final)} + `, `(${float(base)} - ${float(final)})`]
      return `${first}${range} * (1 + ops.cos(math.pi * (step - ${warmup}) / ${steps - warmup})) / 2`
    }
    default:
      return schedule satisfies never
  }
}
