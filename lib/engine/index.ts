/**
 * The engine's front door. Nothing else of lib/engine is imported from outside it, but that lib/training enters by the
 * narrower doors/ where a page's worker should load no more than it needs, and components by doors/autograd.
 */

// Functions that make a network nonlinear.

export {
  ACTIVATION_NAMES,
  type Activation,
  type ActivationName,
  type ActivationParameter,
  type ActivationParameterName,
  type ActivationParameters,
  type ActivationRange,
} from './activations/activation'
export { activations } from './activations/registry'

// What an experiment is, whether it can be run, and what it costs.

export { CheckpointError, DatasetError, OwnDataError, ShapeError, SpecError, ThreadError } from './errors'
export { INIT_NAMES, type InitName, type InitOptions, type InitSpec } from './init/init'
export { type CostLimits, checkSpec, DEFAULT_LIMITS } from './spec/check-spec'
export { type Cost, costOf, exampleCounts } from './spec/cost'
export { classCountOf, describeShapes, inputShapeOf } from './spec/example-shape'
export { printed, type SpecProblem } from './spec/problem'
export {
  type ActivationSpec,
  type AdamSpec,
  type AdamWSpec,
  AUGMENT_NAMES,
  type AugmentName,
  type Cifar10DataSpec,
  type Conv2dSpec,
  DATA_KINDS,
  type DataKind,
  type DataSpec,
  type DrawnTenDataSpec,
  type ExperimentSpec,
  type FlattenSpec,
  FUNCTION_NAMES,
  type FunctionDataSpec,
  type FunctionName,
  type InterventionSpec,
  LAYER_KINDS,
  type LayerKind,
  type LayerSpec,
  type LinearSpec,
  LOSS_KINDS,
  type LossKind,
  type LossSpec,
  type MaxPool2dSpec,
  OPTIMIZER_KINDS,
  type OptimizerSpec,
  PLANAR_KINDS,
  type PlanarDataSpec,
  type PlanarKind,
  type PointsDataSpec,
  PROBE_NAMES,
  type ProbeName,
  type RmspropSpec,
  SCHEDULE_KINDS,
  type ScheduleSpec,
  type SgdSpec,
  type TableDataSpec,
} from './spec/spec'

// Activations that a learner writes, and what any curve looks like.

export { type ActivationDescription, describeActivation } from './expressions/description/describe'
export { type CurveBreak, type CurveFeatures, featuresOf } from './expressions/description/features'
export { type Condition, type Expression, partsOf } from './expressions/language/expression'
export { expressionOf } from './expressions/language/latex'
export { printExpression, sideStrengths, strengthOf } from './expressions/language/print'
export { slopeText } from './expressions/slope-text'
export { type ParsedActivation, parseActivation, type WrittenActivation } from './expressions/written-activation'

// What is trained on.

export { buildDataset } from './data/build-dataset'
export {
  CIFAR10_CLASSES,
  CIFAR10_RECORD_BYTES,
  type Cifar10,
  type ImageRecords,
  parseCifar10,
} from './data/cifar10'
export { type Dataset, type Examples, readInputs } from './data/dataset'
export { drawnTenClasses } from './data/drawn-ten'
export type { ImageSelection } from './data/images'
export { parseCsv } from './data/own/csv'
export { readTable } from './data/own/table'
export { sha256 } from './hash/sha256'

// What a run begins with and learns, for those who take the same steps elsewhere.

export { hashFloats } from './hash/hash-floats'
export { windowsAlong } from './spec/window'
export { type Batch, firstBatches } from './training/batches'
export type { NamedNumbers } from './training/named-weights'
export { type Opening, openRun } from './training/opening'

// Training: a generator of reports, checkpoints, and runs whose bits are known.

export { NUMERICS } from './numerics/version'
export type { ProbeReading } from './probes/probe'
export { PROBE_KIT } from './probes/probe-kit'
export { type ReliabilityBin, ReliabilityBins } from './probes/reliability-bins'
export { FLAT_SLOPE } from './probes/saturation'
export { type BuildOptions, buildTrainer } from './training/build-trainer'
export type { Checkpoint } from './training/checkpoint/checkpoint'
export { encodeCheckpoint, LARGEST_CHECKPOINT_BYTES, parseCheckpoint } from './training/checkpoint/checkpoint-file'
export { createTrainer, type TrainerOptions } from './training/create-trainer'
export { GOLDEN_RUNS, type GoldenRun, type ReplayOptions, replayGoldenRun } from './training/golden-runs'
export type { EvaluatedReport, Metrics, TrainingReport } from './training/report'
export type { Trainer } from './training/trainer'

// What computes: kernels or their twins, and threads.

export { type Backend, type KernelFiles, loadKernels } from './network/backend'
export type { SpawnThread, ThreadStart } from './network/crew/crew'
export { joinCrew } from './network/crew/join-crew'
export { RARE_LAYERS } from './network/rare-layers'
export { argumentsOf, KERNEL_NAMES, KERNEL_TABLE_FINGERPRINT, type KernelName } from './program/kernel-table'
export { CONTEXT_COUNT } from './program/space'
export { TWINS_BACKEND } from './twins/twin-executor'
