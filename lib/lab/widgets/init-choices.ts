import { INIT_NAMES, type InitName } from '@/lib/engine'

/** How the first weights are drawn, where a learner chooses: as fits the activation, or by one name for all layers. */
export type InitChoice = 'fitting' | Exclude<InitName, 'constant'>

/** All weights at one value is `zeros` in other words. */
const NAMES = INIT_NAMES.filter((name) => name !== 'constant')

export const INIT_CHOICES: readonly [InitChoice, ...InitChoice[]] = ['fitting', ...NAMES]
