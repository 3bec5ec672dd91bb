/**
 * What a page and the worker that watches a network's units say to each other: one run on points of the plane, after whose
 * every step each unit is tried on every training example. Plain values that can be cloned. The page asks, the worker
 * answers each question once; pausing is not asking.
 */
import type { Checkpoint, ExperimentSpec } from '@/lib/engine'
import type { PlaneData, PlaneNews } from '@/lib/training/plane/plane-protocol'

/** The name of a worker that is to train in this way. */
export const UNITS = 'units'

export type UnitCommand =
  /** `checkpoint`: go on from there, after a worker that ended. */
  | { kind: 'start'; spec: ExperimentSpec; seed: number; checkpoint: Checkpoint | null }
  /** At most `steps` more and not beyond step `until`; `checkpoint`: whether one is handed out. */
  | { kind: 'advance'; steps: number; until: number; budgetMs: number; checkpoint: boolean }
  /** Back, or on, to `step` of the run that this spec makes; it differs in its interventions alone. */
  | { kind: 'go'; spec: ExperimentSpec; step: number }
  /** What step `step` did to a unit. */
  | { kind: 'cause'; unit: UnitPlace; step: number }

/** Hidden layers and their units are counted from 0. */
export interface UnitPlace {
  layer: number
  unit: number
}

/**
 * How many examples each unit is awake on, with the weights after a step: its sum, which the activation reads, is above 0.
 * Of all units, layer after layer.
 */
export interface UnitLooks {
  /** The step that the first row is of; the rows after it are of the steps after it. */
  first: number
  /** Of the training examples, [rows, units]. */
  awake: Uint16Array
  /** Of the examples that the next step learns from, [rows, units]. */
  inBatch: Uint16Array
}

export interface UnitData extends PlaneData {
  /** Units of each hidden layer. */
  layers: number[]
}

export interface UnitFrame {
  news: PlaneNews
  looks: UnitLooks
  checkpoint: Checkpoint | null
  /** Computing time of all steps and looks since the start. */
  elapsedMs: number
}

/** What one step did to the weights into a unit, and each example's part in it; docs/decisions/039. */
export interface UnitCause extends UnitPlace {
  step: number
  /** Weights of the unit, then its bias: before the step, and after it. */
  before: number[]
  after: number[]
  /** Its largest sum over the training examples: before the step, and after it. */
  largestSum: { before: number; after: number }
  /** Training examples it was awake on before the step, and after it, by their index. */
  awakeBefore: number[]
  awakeAfter: number[]
  /** With nothing but its own weights changed it is awake on so many: more than after the step where layers below have their part in it. */
  awakeByItsOwn: number
  learningRate: number
  /** The batch that the step learnt from, in its order. */
  parts: CausePart[]
  /** Of the batches before it, which momentum keeps: those that moved it most, the hardest push first. */
  earlier: CausePart[]
  /** What its own batch, and all before it, made of the change. Null where shares have no meaning (Adam). */
  shares: { batch: number; earlier: number } | null
}

export interface CausePart {
  /** Index in the training set. */
  example: number
  /** The step whose batch it was in. */
  step: number
  /** Of its part of the gradient by the unit's weights and bias: its length, and the bias's alone. */
  length: number
  bias: number
  /** How far it points the way that the unit went: along the change, as much of it as momentum has kept. */
  along: number
  /** Share of the change, along its own direction; null with Adam, which is no sum of parts. */
  share: number | null
}

export type UnitAnswer =
  | { kind: 'started'; data: UnitData; frame: UnitFrame }
  | { kind: 'frame'; frame: UnitFrame }
  | { kind: 'cause'; cause: UnitCause }
  | { kind: 'failed'; message: string }
