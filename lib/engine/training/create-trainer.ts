import { parseActivation } from '../expressions/written-activation'
import { PROBE_KIT } from '../probes/probe-kit'
import { TWINS_BACKEND } from '../twins/twin-executor'
import { type BuildOptions, buildTrainer } from './build-trainer'
import type { Trainer } from './trainer'

export interface TrainerOptions extends Omit<BuildOptions, 'backend' | 'parseActivation' | 'probeKit'> {
  /** Default: the TypeScript twins, which run everywhere; `loadKernels` gives the fast ones. Same bits. */
  backend?: BuildOptions['backend']
}

/** `buildTrainer` with all that any spec may need. @throws as it does. */
export function createTrainer({ backend = TWINS_BACKEND, ...options }: TrainerOptions): Trainer {
  return buildTrainer({ ...options, backend, parseActivation, probeKit: PROBE_KIT })
}
