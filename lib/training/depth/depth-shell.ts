/** A session on deep networks in the trainer's worker: gives it a clock, the data and the browser's kernels. No logic here. */
import { loadPart } from '@/lib/training/load-part'
import { loadRecipe } from '@/lib/training/plane/load-recipe'
import type { DepthAnswer, DepthCommand } from './depth-protocol'
import { DepthSession } from './depth-session'

const session = new DepthSession({
  now: () => performance.now(),
  load: (spec) => loadRecipe(spec),
  loadProbes: () => loadPart(() => import('@/lib/engine/doors/probes')).then((part) => part.PROBE_KIT),
})

export const answerDepth = (command: DepthCommand): Promise<DepthAnswer> => session.answer(command)
