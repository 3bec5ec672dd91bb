/** Optimizer, schedule and clipping. What the spec leaves to its default is PyTorch's default too, and left out. */
import type { ExperimentSpec, OptimizerSpec, ScheduleSpec } from '@/lib/engine'
import { float, floatOrNone, indent, keywords } from '@/lib/export/python/text'

const NAMES = { sgd: 'SGD', rmsprop: 'RMSprop', adam: 'Adam', adamw: 'AdamW' } as const satisfies Record<
  OptimizerSpec['kind'],
  string
>

/** Statements that make `optimizer` for `model`. */
export function optimizerLines({ optimizer, model }: ExperimentSpec): string[] {
  const { kind, learningRate, weightDecay } = optimizer
  const options = keywords({
    lr: float(learningRate),
    ...ownOptions(optimizer),
    weight_decay: floatOrNone(weightDecay),
  })
  const decays = (weightDecay ?? (kind === 'adamw' ? 0.01 : 0)) > 0
  const learnt = model.flatMap((layer) =>
    layer.layer === 'activation' && layer.name !== 'expression' && layer.learnt ? [layer.name] : [],
  )
  if (!decays || learnt.length === 0) return [`optimizer = torch.optim.${NAMES[kind]}(model.parameters(), ${options})`]
  const kinds = [...new Set(learnt)].map((name) => (name === 'swish' ? 'LearntSwish' : 'nn.PReLU'))
  return [
    '# Weight decay would pull a learnt slope to 0, and so to another activation (He et al. 2015, arXiv:1502.01852).',
    `slopes = [p for m in model.modules() if isinstance(m, ${kinds.length === 1 ? kinds[0] : `(${kinds.join(', ')})`}) for p in m.parameters()]`,
    'others = [p for p in model.parameters() if all(p is not slope for slope in slopes)]',
    'groups = [{"params": others}, {"params": slopes, "weight_decay": 0.0}]',
    `optimizer = torch.optim.${NAMES[kind]}(groups, ${options})`,
  ]
}

function ownOptions(optimizer: OptimizerSpec): Record<string, string | undefined> {
  switch (optimizer.kind) {
    case 'sgd':
      return { momentum: floatOrNone(optimizer.momentum), nesterov: optimizer.nesterov ? 'True' : undefined }
    case 'rmsprop': {
      const { alpha, epsilon, momentum } = optimizer
      return { alpha: floatOrNone(alpha), eps: floatOrNone(epsilon), momentum: floatOrNone(momentum) }
    }
    case 'adam':
    case 'adamw': {
      const { beta1, beta2, epsilon } = optimizer
      const betas = `(${float(beta1 ?? 0.9)}, ${float(beta2 ?? 0.999)})`
      return { betas: beta1 === undefined && beta2 === undefined ? undefined : betas, eps: floatOrNone(epsilon) }
    }
    default:
      return optimizer satisfies never
  }
}

/** Between `loss.backward()` and `optimizer.step()`. */
export function clippingLines({ optimizer: { clipNorm, clipValue } }: ExperimentSpec): string[] {
  if (clipNorm !== undefined) return [`nn.utils.clip_grad_norm_(model.parameters(), max_norm=${float(clipNorm)})`]
  if (clipValue !== undefined) return [`nn.utils.clip_grad_value_(model.parameters(), clip_value=${float(clipValue)})`]
  return []
}

export interface SchedulerCode {
  /** A function at the top level, or none. */
  factor: string[]
  /** The statement that makes `scheduler`; null where the learning rate never changes. */
  statement: string | null
}

/** `steps`: of the whole run. */
export function schedulerCode(
  { schedule = { kind: 'constant' }, optimizer }: ExperimentSpec,
  steps: number,
): SchedulerCode {
  const warmup = schedule.warmupSteps ?? 0
  if (warmup > 0) {
    return {
      factor: [
        'def learning_rate_factor(step):',
        ...indent([
          '"""Of the learning rate, for the step after `step` completed ones."""',
          `if step < ${warmup}:`,
          `    return (step + 1) / ${warmup + 1}`,
          ...afterWarmup(schedule, optimizer.learningRate, warmup, steps),
        ]),
      ],
      statement: 'scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, learning_rate_factor)',
    }
  }
  return { factor: [], statement: ownScheduler(schedule, steps) }
}

function ownScheduler(schedule: ScheduleSpec, steps: number): string | null {
  switch (schedule.kind) {
    case 'constant':
      return null
    case 'step': {
      const { everySteps, factor } = schedule
      const options = `step_size=${everySteps}, gamma=${float(factor)}`
      return `scheduler = torch.optim.lr_scheduler.StepLR(optimizer, ${options})`
    }
    case 'cosine': {
      const options = keywords({ T_max: String(steps), eta_min: floatOrNone(schedule.final) })
      return `scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, ${options})`
    }
    default:
      return schedule satisfies never
  }
}

function afterWarmup(schedule: ScheduleSpec, base: number, warmup: number, steps: number): string[] {
  switch (schedule.kind) {
    case 'constant':
      return ['return 1.0']
    case 'step':
      return [`return ${float(schedule.factor)} ** ((step - ${warmup}) // ${schedule.everySteps})`]
    case 'cosine': {
      const { final: last = 0 } = schedule
      const wave = `(1 + math.cos(math.pi * (step - ${warmup}) / ${steps - warmup})) / 2`
      if (last === 0) return [`return ${wave}`]
      return [`final = ${float(last)} / ${float(base)}`, `return final + (1 - final) * ${wave}`]
    }
    default:
      return schedule satisfies never
  }
}
