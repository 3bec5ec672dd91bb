/**
 * ExperimentSpec: one training experiment as a plain JSON value. The same value is written in YAML, sent to the
 * worker, stored with a run. Names may be added; what can be read today stays readable for ever (`version`).
 * Not here: the parts (data-spec, layer-spec, loss-spec, training-spec), the rules a value must keep (check-spec.ts) and
 * how a value is read from outside (lib/experiment).
 */
import type { ActivationName, ActivationParameters } from '../activations/activation'
import type { DataSpec } from './data-spec'
import type { LayerSpec } from './layer-spec'
import type { LossSpec } from './loss-spec'
import type { OptimizerSpec, ScheduleSpec } from './training-spec'

export interface ExperimentSpec {
  version: 1
  data: DataSpec
  /** Layers from input to output. An index into this list is what probes, claims and interventions call `layer`. */
  model: LayerSpec[]
  loss: LossSpec
  optimizer: OptimizerSpec
  schedule?: ScheduleSpec
  /** Examples a step. The last, incomplete batch of an epoch is dropped. */
  batch: number
  epochs: number
  /** One run a seed. A seed decides the initial weights and the order of the examples, not the data. */
  seeds: number[]
  probes?: ProbeName[]
  interventions?: InterventionSpec[]
}

export const PROBE_NAMES = [
  'gradient-norm',
  'update-ratio',
  'dead-units',
  'saturation',
  'activation-mean-variance',
  'activation-histogram',
  'calibration',
] as const
export type ProbeName = (typeof PROBE_NAMES)[number]

/** After `atStep` completed steps the activation of `layer` is swapped in place; all weights are kept. */
export interface InterventionSpec {
  atStep: number
  layer: number
  activation: { name: ActivationName } & ActivationParameters
}

export {
  AUGMENT_NAMES,
  type AugmentName,
  type Cifar10DataSpec,
  DATA_KINDS,
  type DataKind,
  type DataSpec,
  DEFAULT_STANDARDISE,
  DEFAULT_STANDARDISE_TABLE,
  type DrawnTenDataSpec,
  FUNCTION_NAMES,
  type FunctionDataSpec,
  type FunctionName,
  PLANAR_KINDS,
  type PlanarDataSpec,
  type PlanarKind,
  type PointsDataSpec,
  type Standardise,
  type StandardiseTable,
  type TableDataSpec,
} from './data-spec'
export {
  type ActivationSpec,
  type AlphaDropoutSpec,
  type AvgPool2dSpec,
  type BatchNormSpec,
  type Conv2dSpec,
  type DropoutSpec,
  type ExpressionActivationSpec,
  type FlattenSpec,
  type GlobalAveragePoolSpec,
  LAYER_KINDS,
  type LayerKind,
  type LayerNormSpec,
  type LayerSpec,
  type LinearSpec,
  type MaxPool2dSpec,
  type NamedActivationSpec,
  type ResidualSpec,
  type SoftmaxSpec,
} from './layer-spec'
export {
  type BceWithLogitsSpec,
  type HuberSpec,
  LOSS_KINDS,
  type LossKind,
  type LossSpec,
  type MaeSpec,
  type MseSpec,
  type SoftmaxCrossEntropySpec,
  type SoftmaxTwiceSpec,
} from './loss-spec'
export {
  type AdamSpec,
  type AdamWSpec,
  type ConstantScheduleSpec,
  type CosineScheduleSpec,
  OPTIMIZER_KINDS,
  type OptimizerSpec,
  type RmspropSpec,
  SCHEDULE_KINDS,
  type ScheduleSpec,
  type SgdSpec,
  type StepScheduleSpec,
} from './training-spec'
