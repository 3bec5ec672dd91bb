/**
 * What a page and the worker that measures deep networks say to each other: several recipes, each with several seeds, read
 * layer by layer at the same steps. Plain values that can be cloned. The page asks, the worker answers each question once;
 * pausing is not asking.
 */
import type { Checkpoint, ExperimentSpec, ProbeReading } from '@/lib/engine'

/** The name of a worker that is to measure in this way. */
export const DEPTH = 'depth'

export interface DepthStart {
  kind: 'start'
  /** Of the same data. */
  specs: ExperimentSpec[]
  seeds: number[]
  /** One a run: go on from here, after a worker that ended. Null where a run had not begun. */
  checkpoints: (Checkpoint | null)[] | null
}

export interface DepthAdvance {
  kind: 'advance'
  /**
   * Opens a round where none is open: every run to the next multiple of so many steps, and read there. 0 opens none; what
   * is open is gone on with in any case.
   */
  steps: number
  /** Computing time that this may take, roughly; a run that was taken up is brought to its end. */
  budgetMs: number
  /** Whose histograms are wanted: a run by its place. */
  look: number
  /** A copy of all that is needed to go on from here, if no round is open then. */
  checkpoint: boolean
}

export type DepthCommand = DepthStart | DepthAdvance

/** Of one network after `step` steps: a number for each hidden layer, from the first on. */
export interface LayerReading {
  step: number
  /** Norms of the layers' gradients, weights and biases together; one more, the output layer's. */
  gradients: number[]
  /** Of the activations' outputs, over units and examples. */
  means: number[]
  variances: number[]
  /** Share of them at which |f′| < 0.01. */
  saturated: number[]
}

export type DepthEnd =
  | { outcome: 'finished'; weightHash: string }
  | { outcome: 'diverged'; step: number; reason: string; weightHash: string }

/** Of one run, since the last answer. */
export interface DepthNews {
  step: number
  epoch: number
  /** Of the latest step's batch; null before the first. */
  loss: number | null
  /** Share of the points held back that are right, after the latest epoch; null before the first. */
  accuracy: number | null
  reading: LayerReading
  end: DepthEnd | null
}

export interface DepthFrame {
  /** By the runs' places: recipe by recipe, and seed by seed; null where there is nothing new. */
  runs: (DepthNews | null)[]
  /** No round is open: all runs were read at the same step, those that ended aside. */
  isWhole: boolean
  /** Where they changed: of which run, and how its activations are spread, layer by layer. */
  histograms: { run: number; step: number; readings: ProbeReading[] } | null
  checkpoints: (Checkpoint | null)[] | null
  /** Computing time since the start. */
  elapsedMs: number
}

export interface DepthData {
  /** Of the numbers that go into the first layer. */
  inputs: { mean: number; variance: number }
  /** That are looked at. */
  examples: number
  /** The kernels' TypeScript twins compute, since the browser has no WebAssembly SIMD: the same bits, slower. */
  isSlow: boolean
}

export type DepthAnswer =
  | { kind: 'started'; data: DepthData }
  | { kind: 'frame'; frame: DepthFrame }
  | { kind: 'failed'; message: string }
