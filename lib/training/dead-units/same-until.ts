import type { InterventionSpec } from '@/lib/engine'

/** The last step up to which two lists of interventions make the same run; one that is at a step comes after it. */
export function sameUntil(some: readonly InterventionSpec[] = [], others: readonly InterventionSpec[] = []): number {
  const [ours, theirs] = [some, others].map((list) => new Map(list.map((one) => [JSON.stringify(one), one.atStep])))
  const only = (list: typeof ours, other: typeof theirs) =>
    [...(list ?? [])].flatMap(([spelt, atStep]) => (other?.has(spelt) ? [] : [atStep]))
  return Math.min(Number.POSITIVE_INFINITY, ...only(ours, theirs), ...only(theirs, ours))
}
