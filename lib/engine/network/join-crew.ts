import { attachMachine } from './backend'
import { help, type ThreadStart } from './crew'
import { ItemRunner } from './item-runner'
import { planNetwork } from './plan-network'

/** What a thread does from its first to its last moment: plans as the leader did, then helps until it is dismissed. */
export function joinCrew({ modules, memory, shape, thread }: ThreadStart): void {
  const plan = planNetwork(shape)
  const machine = attachMachine(modules, memory)
  help(new ItemRunner(plan, machine, thread), machine, plan)
}
