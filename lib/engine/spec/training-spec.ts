/** How an experiment learns: optimizer and schedule, as plain JSON. Defaults are PyTorch's (torch.optim, 2.x). */

interface OptimizerOptions {
  learningRate: number
  /**
   * Default: 0, and 0.01 for adamw. Reaches weights, biases, scales and shifts, as in PyTorch, but no learnt slope: decay
   * would pull PReLU to ReLU (He et al. 2015, arXiv:1502.01852, section 2.1) and Swish to x/2.
   */
  weightDecay?: number
  /** Gradients are scaled down where their norm over all parameters is larger than this. Not together with `clipValue`. */
  clipNorm?: number
  /** Each gradient is cut to [−clipValue, clipValue]. */
  clipValue?: number
}

/** Weight decay: λw is added to the gradient. */
export interface SgdSpec extends OptimizerOptions {
  kind: 'sgd'
  /** Default: 0. */
  momentum?: number
  /** Default: false. */
  nesterov?: boolean
}

/** Weight decay: λw is added to the gradient. Not centred. */
export interface RmspropSpec extends OptimizerOptions {
  kind: 'rmsprop'
  /** How much of the mean of squares is kept. Default: 0.99. */
  alpha?: number
  /** Default: 1e-8. */
  epsilon?: number
  /** Default: 0. */
  momentum?: number
}

interface AdamOptions extends OptimizerOptions {
  /** Defaults: 0.9, 0.999, 1e-8. */
  beta1?: number
  beta2?: number
  epsilon?: number
}

/** Weight decay: λw is added to the gradient. */
export interface AdamSpec extends AdamOptions {
  kind: 'adam'
}

/** Weight decay: decoupled, w ← w − ηλw before Adam's step. */
export interface AdamWSpec extends AdamOptions {
  kind: 'adamw'
}

export const OPTIMIZER_KINDS = ['sgd', 'rmsprop', 'adam', 'adamw'] as const
export type OptimizerSpec = SgdSpec | RmspropSpec | AdamSpec | AdamWSpec

interface ScheduleOptions {
  /**
   * Linear warm-up: the first `warmupSteps` steps take 1/(n + 1), 2/(n + 1) … n/(n + 1) of the learning rate, then the
   * schedule begins. Default: 0.
   */
  warmupSteps?: number
}

export interface ConstantScheduleSpec extends ScheduleOptions {
  kind: 'constant'
}

/** The learning rate is multiplied by `factor` after every `everySteps` steps. */
export interface StepScheduleSpec extends ScheduleOptions {
  kind: 'step'
  everySteps: number
  factor: number
}

/** Half a cosine from the learning rate down to `final` (default 0) over the run, the warm-up aside. */
export interface CosineScheduleSpec extends ScheduleOptions {
  kind: 'cosine'
  final?: number
}

export const SCHEDULE_KINDS = ['constant', 'step', 'cosine'] as const
export type ScheduleSpec = ConstantScheduleSpec | StepScheduleSpec | CosineScheduleSpec
