/**
 * Holds a lesson's claims against runs: which number each claim reads, what it comes to over the seeds, whether the bounds
 * are kept. Its messages are the command line's; how a page words and writes the numbers is components/experiment's.
 */
import type { EvaluatedReport } from '@/lib/engine'
import { type Claim, type ClaimSource, type ComparedSource, secondSource } from './claim'

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
  /** What was held against the bounds: every seed's number, or one for all of them; empty where a seed's is missing. */
  tested: number[]
  /** One sentence: what was found and what was claimed. */
  message: string
}

/** The runs of another experiment of the lesson, by its name; empty where it was not trained. */
export type RunsOf = (experiment: string) => readonly ClaimRun[]

/** Compares every claim with the runs. A number that was not measured makes the claim fail, and the message says so. */
export function checkClaims(
  claims: readonly Claim[],
  runs: readonly ClaimRun[],
  runsOf: RunsOf = () => [],
): ClaimVerdict[] {
  return claims.map((claim) => checkClaim(claim, runs, runsOf))
}

function checkClaim(claim: Claim, runs: readonly ClaimRun[], runsOf: RunsOf): ClaimVerdict {
  const values = runs.map((run) => ({ seed: run.seed, value: claimedNumber(claim, run, runsOf) }))
  const missing = values.find(({ value }) => value === null || Number.isNaN(value))
  const verdict = (holds: boolean, message: string, tested: number[] = []) => ({
    id: claim.id,
    holds,
    values,
    tested,
    message,
  })
  if (values.length === 0) return verdict(false, `${claim.id}: no run was given.`)
  const what = comparisonOf(claim)
  if (missing !== undefined) {
    const at = claim.atStep === undefined ? 'the end' : `step ${claim.atStep}`
    return verdict(false, `${claim.id}: seed ${missing.seed} has no reading of ${what} at ${at}.`)
  }
  const numbers = values.map(({ value }) => value ?? Number.NaN)
  const rule = claim.seeds ?? 'every'
  const tested = rule === 'every' ? numbers : [SUMMARIES[rule](numbers)]
  const holds = tested.every((x) => x >= (claim.atLeast ?? -Infinity) && x <= (claim.atMost ?? Infinity))
  const bounds = [
    claim.atLeast === undefined ? null : `at least ${claim.atLeast}`,
    claim.atMost === undefined ? null : `at most ${claim.atMost}`,
  ]
  const found = tested.map((x) => x.toPrecision(4)).join(', ')
  return verdict(
    holds,
    `${claim.id}: ${what}, ${rule === 'every' ? 'every seed' : `${rule} of seeds`}: ${found}; claimed ${bounds.filter(Boolean).join(' and ')}.`,
    tested,
  )
}

function claimedNumber(claim: Claim, run: ClaimRun, runsOf: RunsOf): number | null {
  const first = readingOf(claim, run)
  const source = secondSource(claim)
  if (source === null || first === null) return first
  const { experiment } = source
  const other = experiment === undefined ? run : runsOf(experiment).find(({ seed }) => seed === run.seed)
  const second = other === undefined ? null : readingOf(source, other)
  if (second === null) return null
  return claim.as === 'difference' ? first - second : first / second
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

function comparisonOf(claim: Claim): string {
  const second = secondSource(claim)
  return second === null ? nameOf(claim) : `${nameOf(claim)} ${claim.as === 'difference' ? '−' : '÷'} ${nameOf(second)}`
}

function nameOf({ metric, probe, layer, detail, experiment }: ComparedSource): string {
  const what = metric ?? `${probe} at layer ${layer}${detail === undefined ? '' : ` (${detail})`}`
  return experiment === undefined ? what : `${what} of ${experiment}`
}

const SUMMARIES = { median, mean, deviation }

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** Of the runs as a sample: divided by one less than their number. NaN for one run, which keeps no bound. */
function deviation(values: number[]): number {
  const centre = mean(values)
  const squares = values.reduce((sum, value) => sum + (value - centre) ** 2, 0)
  return Math.sqrt(squares / (values.length - 1))
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}
