/** How a run begins: all that others need to take its first steps with us, and what we get. */
import type { Dataset } from '../data/dataset'
import { NUMERICS } from '../numerics/version'
import type { ExperimentSpec } from '../spec/spec'
import { type Batch, firstBatches } from './batches'
import type { NamedNumbers } from './named-weights'
import type { Trainer } from './trainer'

/** Plain values, structured-cloneable. */
export interface Opening {
  spec: ExperimentSpec
  seed: number
  numerics: string
  /** Of the data set: its name, the shape of an example, the names of its classes (null for regression). */
  data: { name: string; inputShape: number[]; classes: string[] | null; hash: string }
  /** Of the whole run. */
  steps: number
  /** Before the first step. */
  weights: NamedNumbers[]
  /** The loss before each of the first steps, the mean over its batch; fewer where the run diverges. */
  losses: number[]
  /** As many as there are losses. */
  batches: Batch[]
}

/** Takes the first `count` steps of `trainer`, which has taken none yet, and lets it go. */
export function openRun(
  trainer: Trainer,
  { spec, seed, dataset }: { spec: ExperimentSpec; seed: number; dataset: Dataset },
  count: number,
): Opening {
  const { name, inputShape, classes, hash } = dataset
  const weights = trainer.weights()
  const losses: number[] = []
  for (const report of trainer.run()) {
    if (report.status === 'stepped') losses.push(report.loss)
    if (losses.length === count) break
  }
  trainer.dismiss()
  const batches = firstBatches({ spec, seed, dataset }, losses.length)
  const { steps } = trainer
  return { spec, seed, numerics: NUMERICS, data: { name, inputShape, classes, hash }, steps, weights, losses, batches }
}
