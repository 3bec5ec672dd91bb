/** A session on points of the plane in the trainer's worker: gives it a clock, the data and the browser's kernels. No logic here. */
import { loadRecipe } from './load-recipe'
import type { PlaneAnswer, PlaneCommand } from './plane-protocol'
import { PlaneSession } from './plane-session'

const session = new PlaneSession({ now: () => performance.now(), load: (spec) => loadRecipe(spec) })

export const answerPlane = (command: PlaneCommand): Promise<PlaneAnswer> => session.answer(command)
