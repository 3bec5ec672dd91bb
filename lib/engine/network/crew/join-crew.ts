import { attachMachine } from '../backend'
import { planNetwork } from '../plan-network'
import type { RareLayers } from '../rare-layers'
import { help, type ThreadStart } from './crew'
import { ItemRunner } from './item-runner'

/**
 * What a thread does from its first to its last moment: plans as the leader did, then helps until it is dismissed.
 * `rareLayers` may be null where the start does not say that the thread needs it.
 */
export function joinCrew({ modules, memory, shape, thread }: ThreadStart, rareLayers: RareLayers | null): void {
  const plan = planNetwork(shape, rareLayers)
  const machine = attachMachine(modules, memory)
  help(new ItemRunner(plan, machine, thread), machine, plan)
}
