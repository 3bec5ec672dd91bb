import type { Network } from '../network/network'
import type { ProbeName } from '../spec/spec'
import { Observer } from './observer'
import { UpdateWatch } from './update-watch'

/** What a run with probes needs besides a trainer. Handed to it, so that a run without them need not load it. */
export interface ProbeKit {
  createObserver(...given: ConstructorParameters<typeof Observer>): Observer
  /** Null where no probe asks for it. */
  watchUpdates(network: Network, probes: readonly ProbeName[]): UpdateWatch | null
}

export const PROBE_KIT: ProbeKit = {
  createObserver: (...given) => new Observer(...given),
  watchUpdates: (network, probes) => (probes.includes('update-ratio') ? new UpdateWatch(network) : null),
}
