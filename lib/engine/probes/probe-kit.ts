import { Inspection } from '../network/inspection'
import type { Network } from '../network/network'
import type { LossKind } from '../spec/loss-spec'
import type { ProbeName } from '../spec/spec'
import { createProbes } from './create-probes'
import { Observer } from './observer'
import type { Probe } from './probe'
import { UpdateWatch } from './update-watch'

/** What a run with probes needs besides a trainer. Handed to it, so that a run without them need not load it. */
export interface ProbeKit {
  createObserver(...given: ConstructorParameters<typeof Observer>): Observer
  /** Null where no probe asks for it. */
  watchUpdates(network: Network, probes: readonly ProbeName[]): UpdateWatch | null
  /** Probes over the program that trains, in place of one that is only looked at: for observe-batches.ts. */
  watchTraining(network: Network, loss: LossKind, probes: readonly ProbeName[]): TrainingWatch
}

export interface TrainingWatch {
  inspection: Inspection
  probes: Probe[]
}

export const PROBE_KIT: ProbeKit = {
  createObserver: (...given) => new Observer(...given),
  watchUpdates: (network, probes) => (probes.includes('update-ratio') ? new UpdateWatch(network) : null),
  watchTraining: (network, loss, names) => {
    const inspection = new Inspection(network, network.plan.training)
    return { inspection, probes: createProbes(names, { inspection, loss, validationLabels: [], updates: [] }) }
  },
}
