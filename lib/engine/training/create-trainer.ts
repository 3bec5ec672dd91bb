import { parseActivation } from '../expressions/written-activation'
import { BATCH_NORM_KIT } from '../network/batch-norm-kit'
import { PROBE_KIT } from '../probes/probe-kit'
import { TWINS_BACKEND } from '../twins/twin-executor'
import { type BuildOptions, buildTrainer } from './build-trainer'
import type { Trainer } from './trainer'

const PARTS = { parseActivation, probeKit: PROBE_KIT, batchNorm: BATCH_NORM_KIT }

export interface TrainerOptions extends Omit<BuildOptions, 'backend' | keyof typeof PARTS> {
  /** Default: the TypeScript twins, which run everywhere; `loadKernels` gives the fast ones. Same bits. */
  backend?: BuildOptions['backend']
}

/** `buildTrainer` with all that any spec may need. @throws as it does. */
export function createTrainer({ backend = TWINS_BACKEND, ...options }: TrainerOptions): Trainer {
  return buildTrainer({ ...options, backend, ...PARTS })
}
