import { BatchNorm, reserveRunning } from '../nn/batch-norm'
import { Cuts, joinCuts } from './cuts'

/** What a model with batch norm needs besides. Handed in, so that a run without it need not load it. */
export interface BatchNormKit {
  reserveRunning: typeof reserveRunning
  createLayer(...options: ConstructorParameters<typeof BatchNorm>): BatchNorm
  createCuts(...options: ConstructorParameters<typeof Cuts>): Cuts
  joinCuts: typeof joinCuts
}

export const BATCH_NORM_KIT: BatchNormKit = {
  reserveRunning,
  createLayer: (...options) => new BatchNorm(...options),
  createCuts: (...options) => new Cuts(...options),
  joinCuts,
}
