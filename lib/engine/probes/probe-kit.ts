import { Inspection } from '../network/inspection'
import type { Network } from '../network/network'
import type { PlannedNetwork } from '../network/plan-network'
import { createProbes } from './create-probes'
import { UpdateWatch } from './update-watch'

/** What a run with probes needs besides a trainer. Handed to it, so that a run without them need not load it. */
export interface ProbeKit {
  inspect(network: Network, program: PlannedNetwork): Inspection
  createProbes: typeof createProbes
  watchUpdates(network: Network): UpdateWatch
}

export const PROBE_KIT: ProbeKit = {
  inspect: (network, program) => new Inspection(network, program),
  createProbes,
  watchUpdates: (network) => new UpdateWatch(network),
}
