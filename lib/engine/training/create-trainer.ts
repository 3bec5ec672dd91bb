import { checkDataset } from '../data/check-dataset'
import { SpecError } from '../errors'
import { parseActivation } from '../expressions/written-activation'
import { BATCH_NORM_KIT } from '../network/batch-norm-kit'
import { NUMERICS } from '../numerics/version'
import { PROBE_KIT } from '../probes/probe-kit'
import { seedProblems } from '../spec/check/data'
import { type CostLimits, checkSpec, DEFAULT_LIMITS } from '../spec/check-spec'
import { TWINS_BACKEND } from '../twins/twin-executor'
import { type BuildOptions, buildTrainer } from './build-trainer'
import type { Trainer } from './trainer'

const PARTS = { parseActivation, probeKit: PROBE_KIT, batchNorm: BATCH_NORM_KIT }

export interface TrainerOptions extends Omit<BuildOptions, 'backend' | keyof typeof PARTS> {
  /** Default: the TypeScript twins, which run everywhere; `loadKernels` gives the fast ones. Same bits. */
  backend?: BuildOptions['backend']
}

/** How long a run may take is the caller's to decide, who can stop pulling; what it may allocate is not. */
const LIMITS: CostLimits = {
  ...DEFAULT_LIMITS,
  steps: Number.POSITIVE_INFINITY,
  multiplyAdds: Number.POSITIVE_INFINITY,
}

/**
 * `buildTrainer` with all that any spec may need, for any spec and data set: what is wrong with them is said before
 * anything is allocated. That a checkpoint was made by this very spec and data is the caller's word.
 * @throws SpecError naming layer or key, value and remedy; DatasetError naming the example; and as `buildTrainer` does.
 */
export function createTrainer({ backend = TWINS_BACKEND, ...options }: TrainerOptions): Trainer {
  const { spec, dataset, seed } = options
  const problems = [...checkSpec(spec, LIMITS), ...seedProblems(seed)]
  if (problems.length > 0) throw new SpecError(problems.map(({ message }) => message).join('\n'))
  checkDataset(dataset, spec.data)
  if (spec.batch > dataset.train.count) {
    throw new SpecError(
      `The batch is ${spec.batch} but ${dataset.name} has ${dataset.train.count} training examples, so no batch is ever full; use a smaller batch or more data.`,
    )
  }
  requireStart(options)
  return buildTrainer({ ...options, backend, ...PARTS })
}

/** Whether a number of threads is one, and a checkpoint of this seed stands somewhere in the run. */
function requireStart({ spec, seed, dataset, threads, checkpoint }: Omit<TrainerOptions, 'backend'>): void {
  if (threads !== undefined && !(Number.isInteger(threads.count) && threads.count >= 1)) {
    throw new SpecError(`A run on ${threads.count} threads cannot begin; use a whole number from 1 on.`)
  }
  if (checkpoint === undefined) return
  const { numerics, step, epochSums } = checkpoint
  if (numerics !== NUMERICS) {
    throw new SpecError(
      `The checkpoint was made under the numeric spec ${numerics}, this engine follows ${NUMERICS}; start the run again.`,
    )
  }
  if (checkpoint.seed !== seed) {
    throw new SpecError(`The checkpoint belongs to seed ${checkpoint.seed}, not ${seed}; resume it with its own seed.`)
  }
  const steps = Math.floor(dataset.train.count / spec.batch) * spec.epochs
  if (!Number.isInteger(step) || step < 0 || step > steps) {
    throw new SpecError(
      `The checkpoint stands after step ${step}, but the run has ${steps} steps; resume it with the spec it was made by.`,
    )
  }
  if (epochSums === undefined || !Object.values(epochSums).every(Number.isFinite)) {
    throw new SpecError('The checkpoint lacks the sums of its epoch; start the run again.')
  }
}
