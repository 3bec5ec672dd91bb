import { attachMachine } from '../backend'
import type { BatchNormKit } from '../batch-norm-kit'
import { planNetwork } from '../plan-network'
import { help, type ThreadStart } from './crew'
import { ItemRunner } from './item-runner'

/**
 * What a thread does from its first to its last moment: plans as the leader did, then helps until it is dismissed.
 * `batchNorm` may be null where the start does not say that the thread needs it.
 */
export function joinCrew({ modules, memory, shape, thread }: ThreadStart, batchNorm: BatchNormKit | null): void {
  const plan = planNetwork(shape, batchNorm)
  const machine = attachMachine(modules, memory)
  help(new ItemRunner(plan, machine, thread), machine, plan)
}
