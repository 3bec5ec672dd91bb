import type { StepUpdate } from '../../probes/update-watch'
import type { ExperimentSpec } from '../../spec/spec'
import type { EvaluatedReport } from '../report'

/**
 * All that a run needs to go on with the same bits, and which run it is: structured-cloneable. The random state is (seed,
 * position): every epoch's order is drawn from a stream keyed by them. `encodeCheckpoint` makes bytes of it.
 */
export interface Checkpoint {
  /** Version of the numeric spec that decides the bits. */
  numerics: string
  spec: ExperimentSpec
  seed: number
  /** `hash` of the data set. */
  dataHash: string
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
