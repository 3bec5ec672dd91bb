/** A session that watches units in the trainer's worker: gives it a clock, the data and the browser's kernels. No logic here. */
import { loadRecipe } from '@/lib/training/plane/load-recipe'
import type { UnitAnswer, UnitCommand } from './unit-protocol'
import { UnitSession } from './unit-session'

const session = new UnitSession({ now: () => performance.now(), load: (spec) => loadRecipe(spec) })

export const answerUnits = (command: UnitCommand): Promise<UnitAnswer> => session.answer(command)
