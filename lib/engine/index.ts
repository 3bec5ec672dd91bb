/** The engine's front door. Nothing else of lib/engine is imported from outside it. */
export {
  ACTIVATION_NAMES,
  ACTIVATION_PARAMETERS,
  type Activation,
  type ActivationName,
  type ActivationParameter,
  type ActivationParameterName,
  type ActivationParameters,
  type ActivationRange,
} from './activations/activation'
export { activations } from './activations/registry'
export { buildDataset } from './data/build-dataset'
export {
  CIFAR10_CLASSES,
  CIFAR10_RECORD_BYTES,
  type Cifar10,
  type ImageRecords,
  parseCifar10,
} from './data/cifar10'
export type { Dataset, Examples } from './data/dataset'
export { DRAWN_TEN_CLASSES, drawnTenClasses } from './data/drawn-ten'
export { DatasetError, ShapeError, SpecError } from './errors'
export { INIT_NAMES, type InitName } from './init/init'
export { NUMERICS } from './numerics/version'
export type { ProbeReading } from './probes/probe'
export { type CostLimits, checkSpec, DEFAULT_LIMITS } from './spec/check-spec'
export { type Cost, costOf, exampleCounts } from './spec/cost'
export type { SpecProblem } from './spec/problem'
export { describeShapes } from './spec/shapes'
export {
  type ActivationSpec,
  type AdamSpec,
  type Cifar10DataSpec,
  type Conv2dSpec,
  type DataSpec,
  type DrawnTenDataSpec,
  type ExperimentSpec,
  type FlattenSpec,
  FUNCTION_NAMES,
  type FunctionDataSpec,
  type FunctionName,
  type InterventionSpec,
  type LayerSpec,
  type LinearSpec,
  type LossSpec,
  type MaxPool2dSpec,
  type OptimizerSpec,
  PLANAR_KINDS,
  type PlanarDataSpec,
  type PlanarKind,
  PROBE_NAMES,
  type ProbeName,
  type ScheduleSpec,
  type SgdSpec,
} from './spec/spec'
export type { Checkpoint } from './training/checkpoint'
export { createTrainer, type TrainerOptions } from './training/create-trainer'
export { GOLDEN_RUNS, type GoldenRun, replayGoldenRun } from './training/golden-runs'
export type { EvaluatedReport, Metrics, TrainingReport } from './training/report'
export { Trainer, type TrainerParts } from './training/trainer'
