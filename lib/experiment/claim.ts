import type { ProbeName } from '@/lib/engine'

export const CLAIM_METRICS = ['validation-accuracy', 'validation-loss', 'train-accuracy', 'train-loss'] as const
export type ClaimMetric = (typeof CLAIM_METRICS)[number]

/** Where in a run a number is read. */
export interface ClaimSource {
  probe?: ProbeName
  metric?: ClaimMetric
  /** Index into the spec's model; for probes. */
  layer?: number
  /** One of the probe reading's `details` instead of its value, e.g. `mean`. */
  detail?: string
  /** After this many steps; the end of the run where it is left out. */
  atStep?: number
}

export interface Claim extends ClaimSource {
  id: string
  /** The sentence in words. */
  statement?: string
  /** Whether every seed must keep the bounds (default), or the seeds' median or mean. */
  seeds?: 'every' | 'median' | 'mean'
  /** Compare with a second number of the same run; what is left out here is as in the claim. */
  comparedTo?: ClaimSource
  /** How to compare: first ÷ second (default) or first − second. */
  as?: 'ratio' | 'difference'
  atLeast?: number
  atMost?: number
}

/** The steps at which the claims read, the end of the run aside: what to pass to the trainer as `evaluateAt`. */
export function stepsOfClaims(claims: readonly Claim[]): number[] {
  const steps = claims.flatMap(({ atStep, comparedTo }) => [atStep, comparedTo?.atStep])
  return [...new Set(steps.filter((step) => step !== undefined))].sort((a, b) => a - b)
}
