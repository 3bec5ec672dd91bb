import type { Dataset } from '../../data/dataset'
import { CheckpointError } from '../../errors'
import { NUMERICS } from '../../numerics/version'
import { findDifference } from '../../spec/find-difference'
import { printed } from '../../spec/problem'
import type { ExperimentSpec } from '../../spec/spec'
import type { Checkpoint } from './checkpoint'

/**
 * Whether a checkpoint is a point of this very run: made under this numeric spec, by this spec, seed and data. That its
 * lists are as long as the model's, require-same-model.ts sees.
 * @throws CheckpointError naming what differs and what to do.
 */
export function requireSameRun(
  checkpoint: Checkpoint,
  { spec, seed, dataset }: { spec: ExperimentSpec; seed: number; dataset: Dataset },
): void {
  const { numerics, step, epochSums, dataHash } = checkpoint
  if (numerics !== NUMERICS) {
    throw new CheckpointError(
      `The checkpoint was made under the numeric spec ${numerics}, this engine follows ${NUMERICS}; start the run again.`,
    )
  }
  if (checkpoint.seed !== seed) {
    throw new CheckpointError(
      `The checkpoint belongs to seed ${checkpoint.seed}, not ${seed}; resume it with its own seed.`,
    )
  }
  const difference = findDifference(withoutFreedom(checkpoint.spec), withoutFreedom(spec))
  if (difference !== null) {
    const { path, first, second } = difference
    const what = path.length === 0 ? 'the spec' : path.join('.')
    throw new CheckpointError(
      `The checkpoint was made by another spec: ${what} is ${printed(first)} there and ${printed(second)} here; resume it with the spec it was made by, or start the run again.`,
    )
  }
  if (dataHash !== dataset.hash) {
    throw new CheckpointError(
      `The checkpoint was trained on other data: their hash is ${printed(dataHash)}, that of ${dataset.name} here ${printed(dataset.hash)}; resume it with the data it was trained on, or start the run again.`,
    )
  }
  const steps = Math.floor(dataset.train.count / spec.batch) * spec.epochs
  if (!Number.isInteger(step) || step < 0 || step > steps) {
    throw new CheckpointError(
      `The checkpoint stands after step ${step}, but the run has ${steps} steps; resume it with the spec it was made by.`,
    )
  }
  if (epochSums === undefined || !Object.values(epochSums).every(Number.isFinite)) {
    throw new CheckpointError('The checkpoint lacks the sums of its epoch; start the run again.')
  }
}

/**
 * What decides the bits of a run's first steps. The list of seeds does not, nor do probes; the number of epochs only where
 * the schedule is stretched over them: otherwise a run may go on for longer than it was meant to.
 */
function withoutFreedom(spec: ExperimentSpec | undefined): Partial<ExperimentSpec> | undefined {
  if (spec === undefined) return undefined
  const { seeds: _seeds, probes: _probes, epochs, ...rest } = spec
  return spec.schedule?.kind === 'cosine' ? { ...rest, epochs } : rest
}
