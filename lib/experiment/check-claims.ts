/**
 * Holds a lesson's claims against runs: which number each claim reads, what it comes to over the seeds, whether the bounds
 * are kept. Its messages are the command line's; how a page words and writes the numbers is components/experiment's.
 */
import type { EvaluatedReport } from '@/lib/engine'
import type { Claim, ClaimSource } from './claim'

/** What one seed's run showed: its `evaluated` reports, in order. */
export interface ClaimRun {
  seed: number
  evaluations: readonly EvaluatedReport[]
}

export interface ClaimVerdict {
  id: string
  holds: boolean
  /** The number of each seed; null where the run did not show it. */
  values: { seed: number; value: number | null }[]
  /** What was held against the bounds: every seed's number, or their median or mean; empty where one is missing. */
  tested: number[]
  /** One sentence: what was found and what was claimed. */
  message: string
}

/** Compares every claim with the runs. A number that was not measured makes the claim fail, and the message says so. */
export function checkClaims(claims: readonly Claim[], runs: readonly ClaimRun[]): ClaimVerdict[] {
  return claims.map((claim) => checkClaim(claim, runs))
}

function checkClaim(claim: Claim, runs: readonly ClaimRun[]): ClaimVerdict {
  const values = runs.map((run) => ({ seed: run.seed, value: claimedNumber(claim, run) }))
  const missing = values.find(({ value }) => value === null || Number.isNaN(value))
  const verdict = (holds: boolean, message: string, tested: number[] = []) => ({
    id: claim.id,
    holds,
    values,
    tested,
    message,
  })
  if (values.length === 0) return verdict(false, `${claim.id}: no run was given.`)
  if (missing !== undefined) {
    const at = claim.atStep === undefined ? 'the end' : `step ${claim.atStep}`
    return verdict(false, `${claim.id}: seed ${missing.seed} has no reading of ${nameOf(claim)} at ${at}.`)
  }
  const numbers = values.map(({ value }) => value ?? Number.NaN)
  const rule = claim.seeds ?? 'every'
  const tested = rule === 'every' ? numbers : [rule === 'median' ? median(numbers) : mean(numbers)]
  const holds = tested.every((x) => x >= (claim.atLeast ?? -Infinity) && x <= (claim.atMost ?? Infinity))
  const bounds = [
    claim.atLeast === undefined ? null : `at least ${claim.atLeast}`,
    claim.atMost === undefined ? null : `at most ${claim.atMost}`,
  ]
  const found = tested.map((x) => x.toPrecision(4)).join(', ')
  return verdict(
    holds,
    `${claim.id}: ${nameOf(claim)}, ${rule === 'every' ? 'every seed' : `${rule} of seeds`}: ${found}; claimed ${bounds.filter(Boolean).join(' and ')}.`,
    tested,
  )
}

function claimedNumber(claim: Claim, run: ClaimRun): number | null {
  const first = readingOf(claim, run)
  if (claim.comparedTo === undefined || first === null) return first
  const second = readingOf(secondSource(claim, claim.comparedTo), run)
  if (second === null) return null
  return claim.as === 'difference' ? first - second : first / second
}

/** What `comparedTo` leaves out is as in the claim; naming a probe there drops the claim's metric, and vice versa. */
function secondSource(claim: Claim, other: ClaimSource): ClaimSource {
  const { probe, metric, layer, detail, atStep } = claim
  const own = other.probe !== undefined || other.metric !== undefined
  return { ...(own ? {} : { probe, metric }), layer, detail, atStep, ...other }
}

function readingOf(source: ClaimSource, run: ClaimRun): number | null {
  const report =
    source.atStep === undefined
      ? run.evaluations[run.evaluations.length - 1]
      : run.evaluations.find((evaluation) => evaluation.step === source.atStep)
  if (report === undefined) return null
  if (source.metric !== undefined) {
    const [part, quantity] = source.metric.split('-') as ['train' | 'validation', 'loss' | 'accuracy']
    return report[part]?.[quantity] ?? null
  }
  const reading = report.probes.find(({ probe, layer }) => probe === source.probe && layer === source.layer)
  if (reading === undefined) return null
  return source.detail === undefined ? reading.value : (reading.details[source.detail] ?? null)
}

function nameOf(claim: Claim): string {
  if (claim.metric !== undefined) return claim.metric
  return `${claim.probe} at layer ${claim.layer}${claim.detail === undefined ? '' : ` (${claim.detail})`}`
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}
