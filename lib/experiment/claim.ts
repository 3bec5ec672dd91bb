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

export interface ComparedSource extends ClaimSource {
  /** File name of another experiment of the lesson, without its ending: its run of the same seed is read. */
  experiment?: string
}

export interface Claim extends ClaimSource {
  id: string
  /** The sentence in words. */
  statement?: string
  /** Whether every seed must keep the bounds (default), or the seeds' median, mean or standard deviation. */
  seeds?: 'every' | 'median' | 'mean' | 'deviation'
  /** Compare with a second number, of the same run or another experiment's; what is left out here is as in the claim. */
  comparedTo?: ComparedSource
  /** How to compare: first ÷ second (default) or first − second. */
  as?: 'ratio' | 'difference'
  atLeast?: number
  atMost?: number
}

/** The second number's place, completed from the claim; naming a probe there drops the claim's metric, and vice versa. */
export function secondSource({ comparedTo, probe, metric, layer, detail, atStep }: Claim): ComparedSource | null {
  if (comparedTo === undefined) return null
  const own = comparedTo.probe !== undefined || comparedTo.metric !== undefined
  return { ...(own ? {} : { probe, metric }), layer, detail, atStep, ...comparedTo }
}

/** The other experiments that the claims compare with, each once. */
export function comparedExperiments(claims: readonly Claim[]): string[] {
  return [...new Set(claims.flatMap(({ comparedTo }) => comparedTo?.experiment ?? []))]
}

/**
 * The steps at which the claims read, the end of the run aside: what to pass to the trainer as `evaluateAt`. Of their own
 * experiment, or of another that they compare with.
 */
export function stepsOfClaims(claims: readonly Claim[], experiment?: string): number[] {
  const steps = claims.flatMap((claim) => {
    const second = secondSource(claim)
    return [
      experiment === undefined ? claim.atStep : undefined,
      second?.experiment === experiment ? second?.atStep : undefined,
    ]
  })
  return [...new Set(steps.filter((step) => step !== undefined))].sort((a, b) => a - b)
}
