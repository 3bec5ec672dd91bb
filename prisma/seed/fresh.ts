import type { Scenario } from './diary'

/** Somebody who has just signed up. */
export const fresh: Scenario = { name: 'fresh', title: 'Robin Fresh', events: () => [] }
