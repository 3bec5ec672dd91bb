import { checkDataset } from '../data/check-dataset'
import { SpecError } from '../errors'
import { parseActivation } from '../expressions/written-activation'
import { RARE_LAYERS } from '../network/rare-layers'
import { PROBE_KIT } from '../probes/probe-kit'
import { seedProblems } from '../spec/check/data'
import { type CostLimits, checkSpec, DEFAULT_LIMITS } from '../spec/check-spec'
import { TWINS_BACKEND } from '../twins/twin-executor'
import { type BuildOptions, buildTrainer } from './build-trainer'
import type { Checkpoint } from './checkpoint/checkpoint'
import { requireSameModel } from './checkpoint/require-same-model'
import { requireSameRun } from './checkpoint/require-same-run'
import type { Trainer } from './trainer'

const PARTS = { parseActivation, probeKit: PROBE_KIT, rareLayers: RARE_LAYERS }

export interface TrainerOptions extends Omit<BuildOptions, 'backend' | keyof typeof PARTS> {
  /** Default: the TypeScript twins, which run everywhere; `loadKernels` gives the fast ones. Same bits. */
  backend?: BuildOptions['backend']
  /** Go on from here instead of from step 0. */
  checkpoint?: Checkpoint
}

/** How long a run may take is the caller's to decide, who can stop pulling; what it may allocate is not. */
const LIMITS: CostLimits = {
  ...DEFAULT_LIMITS,
  steps: Number.POSITIVE_INFINITY,
  multiplyAdds: Number.POSITIVE_INFINITY,
}

/**
 * `buildTrainer` with all that any spec may need, for any spec and data set: what is wrong with them, or with a
 * checkpoint, is said before anything is allocated.
 * @throws SpecError naming layer or key, value and remedy; DatasetError naming the example; CheckpointError naming what is
 *   of another run; and as `buildTrainer` does.
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
  const { threads, checkpoint } = options
  if (threads !== undefined && !(Number.isInteger(threads.count) && threads.count >= 1)) {
    throw new SpecError(`A run on ${threads.count} threads cannot begin; use a whole number from 1 on.`)
  }
  if (checkpoint !== undefined) requireSameRun(checkpoint, { spec, seed, dataset })
  const trainer = buildTrainer({ ...options, backend, ...PARTS })
  if (checkpoint !== undefined) {
    requireSameModel(checkpoint, trainer.checkpoint())
    trainer.restore(checkpoint)
  }
  return trainer
}
