/**
 * What a page and its trainer worker say to each other. Everything here is a plain value that can be
 * cloned. Not here: who keeps which state (training-session.ts in the worker, training-snapshot.ts in
 * the page).
 */
import type { Cost, ExperimentSpec, NamedNumbers, ProbeReading, SpecProblem } from '@/lib/engine'

/** The name of a worker that is to make a paced run. */
export const PACED = 'paced'
/** The name of a worker that is to take the first steps of one run, for an export. */
export const OPENING = 'opening'

/** One run of a plan. A plan's runs are trained one after another. */
export interface RunRequest {
  /** Unique in its plan; names the run in every message. */
  key: string
  spec: ExperimentSpec
  seed: number
  /** Steps to evaluate at besides the end of each epoch, for claims about them. */
  evaluateAt?: number[]
}

/** A run as the page sends it: its spec has been checked there, and its cost counted. */
export interface PlannedRun extends RunRequest {
  cost: Cost
}

export type TrainingCommand =
  | { kind: 'start'; runs: PlannedRun[] /** Ready at step 0, nothing trained yet. */; paused: boolean }
  | { kind: 'pause' }
  | { kind: 'resume' }
  /** One optimizer step, then pause. */
  | { kind: 'step' }
  | { kind: 'stop' }
  /** Asks for what a run of the plan has learnt. */
  | { kind: 'weights'; key: string }

/** What a run has learnt after `step` completed steps. */
export interface LearntWeights {
  step: number
  weights: NamedNumbers[]
}

/** [step, value] */
export type CurvePoint = [step: number, value: number]

/** Colour pictures for the page: `rgba` holds `labels.length` of them, side × side × 4 bytes each. */
export interface SampleImages {
  side: number
  rgba: Uint8ClampedArray<ArrayBuffer>
  labels: number[]
}

/** The training points of a two-input problem, and the square the surface is drawn over. */
export interface PlanePoints {
  inputs: Float32Array
  labels: number[]
  /** Both axes run from -extent to extent. */
  extent: number
}

/** Training points of a problem of one number to one number, at most a few hundred, and the stretch of x that is drawn. */
export interface LinePoints {
  inputs: Float32Array
  targets: Float32Array
  low: number
  high: number
}

export interface DataSummary {
  /** `drawn-ten` where CIFAR-10 was asked for means that the server does not have it. */
  source: 'generated' | 'cifar10' | 'drawn-ten'
  /** True when `source` is not what the spec asked for. */
  standIn: boolean
  /** Why the real files were not used, where the server said so. */
  problem: string | null
  /** Trained by the kernels' TypeScript twins, since the browser has no WebAssembly SIMD: the same bits, slower. */
  isSlow: boolean
  trainCount: number
  validationCount: number
  classes: string[] | null
  hash: string
  plane: PlanePoints | null
  line: LinePoints | null
  samples: SampleImages | null
}

export interface Score {
  loss: number
  accuracy: number | null
}

export interface Evaluation {
  step: number
  epoch: number
  train: Score | null
  validation: Score
  probes: ProbeReading[]
}

/** What a network says over the square of `PlanePoints`, row by row from the upper left corner. */
export interface Surface {
  side: number
  winner: Uint8Array
  /** Probability of the winner, 0 to 1. */
  confidence: Float32Array
}

/** What a network gives for `FIT_POINTS` places (data/point-views.ts), evenly over the stretch of `LinePoints`, ends included. */
export type FittedCurve = Float32Array

/** For the sample images, in their order. */
export interface SamplePredictions {
  classes: number[]
  confidence: number[]
}

/** News of the current run since the last message. */
export interface RunUpdate {
  key: string
  step: number
  epoch: number
  /** Of the latest step's batch. */
  loss: number
  learningRate: number
  gradientNorm: number
  lossPoints: CurvePoint[]
  evaluations: Evaluation[]
  surface: Surface | null
  fit: FittedCurve | null
  predictions: SamplePredictions | null
  /** Computing time of this run: pauses and loading do not count. */
  elapsedMs: number
  /** Over training steps only; evaluation does not count. Null before the first step. */
  imagesPerSecond: number | null
}

export interface RunResult {
  outcome: 'finished' | 'diverged'
  /** Completed optimizer steps. */
  steps: number
  /** The step whose loss was no number, and the engine's words for it; null where the run finished. */
  divergence: { step: number; reason: string } | null
  /** SHA-256 of the weights after the last completed step, hex. */
  weightHash: string
  validation: Score | null
  numerics: string
  dataHash: string
  elapsedMs: number
  trainingMs: number
  imagesPerSecond: number | null
}

export type TrainingPhase = 'loading' | 'running' | 'paused' | 'finished' | 'stopped'

export interface TrainingFailure {
  /** `bad-spec`: the recipe; `part`: a file of the engine; `data`: fetching or reading; `crash`: the worker or a fault of ours. */
  reason: 'bad-spec' | 'part' | 'data' | 'crash'
  message: string
  problems: SpecProblem[]
}

export type TrainingMessage =
  | { kind: 'phase'; phase: TrainingPhase }
  | { kind: 'loading'; doneBytes: number; totalBytes: number }
  | { kind: 'data'; data: DataSummary }
  | { kind: 'run-started'; key: string; steps: number; parameters: number; multiplyAdds: number }
  | { kind: 'progress' /** of the whole plan, 0 to 1 */; fraction: number; elapsedMs: number; run: RunUpdate }
  | { kind: 'run-ended'; key: string; result: RunResult }
  | { kind: 'weights'; key: string; learnt: LearntWeights | null /** Null: that run has not begun. */ }
  | { kind: 'failed'; failure: TrainingFailure }
