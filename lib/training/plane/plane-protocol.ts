/**
 * What a page and the worker that trains on points of the plane say to each other: several seeds of one recipe, side by
 * side, as fast as the page wants to show them. Plain values that can be cloned. The page asks, the worker answers each
 * question once; pausing is not asking.
 */
import type { Checkpoint, ExperimentSpec } from '@/lib/engine'
import type { CurvePoint, LearntWeights, PlanePoints, Score, Surface } from '@/lib/training/protocol'

/** The name of a worker that is to train in this way. */
export const PLANE = 'plane'

export interface PlaneStart {
  kind: 'start'
  spec: ExperimentSpec
  seeds: number[]
  /** Ends all runs once each, those that diverged aside, had this share of the held-back points right. Null: at the end. */
  stopAt: number | null
  /** How far the square that is drawn reaches from the middle; null: as far as the points do. */
  extent: number | null
  /** Whether each picture carries what the network puts out for the points that are held back. */
  scores: boolean
  /** One a seed: go on from here, after a worker that ended. */
  checkpoints: RunCheckpoint[] | null
}

export interface PlaneAdvance {
  kind: 'advance'
  /** At most so many, of each run; 0 only draws. */
  steps: number
  /** Computing time that the steps of all runs may take, roughly. */
  budgetMs: number
  view: ViewRequest
  /** A copy of all that is needed to go on from here. */
  checkpoint: boolean
}

/** What of one run is to be drawn. */
export interface ViewRequest {
  /** Which of the seeds, by its place in the list. */
  run: number
  /** Whether the maps of its units too: they cost as much as the surface. */
  units: boolean
  /** Where exact values are read; null: nowhere. */
  place: readonly [x: number, y: number] | null
}

/** Asks for what one of the seeds, by its place in the list, has learnt; trains nothing. */
export interface PlaneWeights {
  kind: 'weights'
  run: number
}

export type PlaneCommand = PlaneStart | PlaneAdvance | PlaneWeights

export interface PlaneEvaluation {
  step: number
  epoch: number
  train: Score | null
  validation: Score
}

export interface RunCheckpoint {
  checkpoint: Checkpoint
  /** What the book of the run had written so far, beyond the curves that the page has. */
  reachedAt: number | null
}

/** News of one run since the last answer. */
export interface PlaneNews {
  step: number
  epoch: number
  /** Of the latest step's batch; null before the first. */
  loss: number | null
  learningRate: number | null
  lossPoints: CurvePoint[]
  evaluations: PlaneEvaluation[]
  /** The epoch at whose end it first had `stopAt` right. */
  reachedAt: number | null
  end: PlaneEnd | null
}

export type PlaneEnd =
  /** `reached`: by the rule to stop; `finished`: after its last epoch. */
  | { outcome: 'finished' | 'reached'; weightHash: string }
  | { outcome: 'diverged'; step: number; reason: string; weightHash: string }

/** The outputs of one hidden layer's units, [units], at the place that is read. */
export interface PlaceReading {
  x: number
  y: number
  /** The model's outputs as they are: logits, or numbers. */
  outputs: number[]
  /** Of each class. */
  shares: number[]
  units: number[][]
}

/** A layer of units over the square: [side², units], row by row from the upper left corner. */
export interface UnitMaps {
  side: number
  layers: { units: number; values: Float32Array }[]
}

export interface PlaneFrame {
  runs: PlaneNews[]
  /** Of the run that was asked for. */
  surface: Surface
  units: UnitMaps | null
  place: PlaceReading | null
  /** The model's outputs for each point that is held back, [count, outputs], where the start asked for them. */
  scores: Float32Array | null
  checkpoints: RunCheckpoint[] | null
  /** Computing time of all steps since the start; drawing does not count. */
  elapsedMs: number
}

export interface PlaneData {
  /** What is learnt from, and the square that is drawn. */
  points: PlanePoints
  /** What is held back. */
  held: { inputs: Float32Array; labels: number[] }
  classes: string[]
  hash: string
  /** Trained by the kernels' TypeScript twins, since the browser has no WebAssembly SIMD: the same bits, slower. */
  isSlow: boolean
}

export type PlaneAnswer =
  | { kind: 'started'; data: PlaneData; frame: PlaneFrame }
  | { kind: 'frame'; frame: PlaneFrame }
  | { kind: 'weights'; learnt: LearntWeights }
  | { kind: 'failed'; message: string }
