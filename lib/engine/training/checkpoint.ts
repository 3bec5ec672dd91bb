import type { StepUpdate } from '../probes/update-watch'
import type { EvaluatedReport } from './report'

/**
 * All that a run needs to go on with the same bits: structured-cloneable. The random state is (seed, position): every
 * epoch's order is drawn from a stream keyed by them.
 */
export interface Checkpoint {
  numerics: string
  seed: number
  /** Completed steps. */
  step: number
  weights: Float32Array[]
  optimizer: Float32Array[]
  /** Of each batch-norm layer the running mean, then the running variance. */
  running: Float32Array[]
  /** Sums over the batches of the current epoch, for the next `evaluated` report. */
  epochSums: EpochSums
  /** What the last step that an evaluation follows did, if any: the probe update-ratio reads it. */
  lastUpdate: StepUpdate | null
  /** The last evaluation, if any: it is not repeated, and `finished` quotes it. */
  lastEvaluation: EvaluatedReport | null
}

export interface EpochSums {
  batches: number
  loss: number
  correct: number
}
