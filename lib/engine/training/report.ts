import type { ProbeReading } from '../probes/probe'

/** Accuracy is null where it has no meaning (regression). */
export interface Metrics {
  loss: number
  accuracy: number | null
}

export interface EvaluatedReport {
  status: 'evaluated'
  step: number
  epoch: number
  /** Mean over the batches since the epoch began, each measured before its update; null when there were none. */
  train: Metrics | null
  validation: Metrics
  probes: ProbeReading[]
}

/** What `Trainer.run()` yields. `step` counts completed steps; `epoch` counts from 1 and is 0 before the first step. */
export type TrainingReport =
  /** A heartbeat from within a step or an evaluation; `fraction` of it is done. */
  | { status: 'computing'; step: number; fraction: number }
  | { status: 'stepped'; step: number; epoch: number; loss: number; learningRate: number; gradientNorm: number }
  | EvaluatedReport
  /**
   * Ends the run. Either the loss of step `step` is not finite or above `LARGEST_LOSS`, and its update was not made; or
   * the evaluation after step `step`, reported just before, has such a loss or found a weight that is not finite.
   */
  | { status: 'diverged'; step: number; reason: string }
  | { status: 'finished'; step: number; weightHash: string; validation: Metrics; numerics: string }
