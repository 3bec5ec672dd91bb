/**
 * One comparison: rounds of fresh processes. In a round all contestants are started and warmed up one after another;
 * then ours and a peer take turns, ours before and after each peer, so that a slow moment of the machine meets both.
 * A peer's ratio of the round is our speed in the two bursts around its own, over its speed. Not here: which peers
 * (workloads/comparison.ts), how rows are shown (measure/row.ts).
 */
import { type Comparison, MOST_ROUNDS, type Peer } from '../workloads/comparison'
import { ContestantError, ContestantProcess, type Program } from './contestant-process'
import { ourProgram, peerProgram } from './programs'
import { type Ready, ranSchema } from './protocol'
import { type Burst, rateOf } from './statistics'

export interface RoundOptions {
  rounds: number
  /** About how long a burst lasts; a contestant always does one whole step at least. */
  burstMs: number
  /** Steps a burst of every contestant, instead of `burstMs`. */
  steps: number | null
  say(text: string): void
}

/** Steps a second of both sides, in one round. */
export interface RoundResult {
  ours: number
  theirs: number
}

export interface ComparisonResult {
  rounds: Map<Peer, RoundResult[]>
  skipped: { peer: Peer; reason: string }[]
}

interface Started {
  contestant: ContestantProcess
  ready: Ready
}

/** How far a contestant's first losses may be from ours, as a part of ours; the first one follows from no update. */
const LOSS_TOLERANCES = [1e-4, 1e-2, 1e-2]

/** @throws ContestantError where our own contestant cannot take part. */
export async function measureComparison(
  { peers, threads }: Comparison,
  setupFile: string,
  options: RoundOptions,
): Promise<ComparisonResult> {
  const result: ComparisonResult = { rounds: new Map(), skipped: [] }
  for (let round = 0; round < options.rounds; round++) {
    const due = peers.filter(
      (peer) => round < (MOST_ROUNDS[peer] ?? round + 1) && !result.skipped.some((skipped) => skipped.peer === peer),
    )
    if (due.length === 0) break
    const started: ContestantProcess[] = []
    const start = async (program: Program): Promise<Started> => {
      const { contestant, ready } = await ContestantProcess.start(program)
      started.push(contestant)
      return { contestant, ready }
    }
    try {
      options.say(`  round ${round + 1} of ${options.rounds}:`)
      await playRound(rotate(due, round), { threads, setupFile, options, result, start })
      options.say('\n')
    } finally {
      await Promise.all(started.map((contestant) => contestant.stop()))
    }
  }
  return result
}

/** Nobody is always the first after a warm-up, or the last. */
function rotate<T>(list: readonly T[], by: number): T[] {
  const start = by % list.length
  return [...list.slice(start), ...list.slice(0, start)]
}

interface Round {
  threads: number
  setupFile: string
  options: RoundOptions
  result: ComparisonResult
  start(program: Program): Promise<Started>
}

async function playRound(due: Peer[], { threads, setupFile, options, result, start }: Round): Promise<void> {
  const ours = await start(ourProgram(setupFile, threads))
  const rivals: { peer: Peer; rival: Started }[] = []
  const skip = (peer: Peer, error: unknown): undefined => {
    if (!(error instanceof ContestantError)) throw error
    result.skipped.push({ peer, reason: error.message })
    options.say(` ${peer} left out (${error.message})`)
  }
  for (const peer of due) {
    try {
      const rival = await start(peerProgram(peer, setupFile, threads))
      requireSameLosses(rival.ready, ours.ready)
      rivals.push({ peer, rival })
    } catch (error) {
      skip(peer, error)
    }
  }
  let before = await burst(ours, options)
  for (const { peer, rival } of rivals) {
    const theirs = await burst(rival, options).catch((error: unknown) => skip(peer, error))
    const after = await burst(ours, options)
    if (theirs === undefined) continue
    const found = { ours: rateOf([before, after]), theirs: rateOf([theirs]) }
    result.rounds.set(peer, [...(result.rounds.get(peer) ?? []), found])
    options.say(` ${peer} ${(found.ours / found.theirs).toPrecision(3)}`)
    before = after
  }
}

async function burst({ contestant, ready }: Started, { burstMs, steps }: RoundOptions): Promise<Burst> {
  const count = steps ?? Math.max(1, Math.round(burstMs / ready.msPerStep))
  const { ms } = await contestant.ask(String(count), ranSchema)
  return { steps: count, ms }
}

/** That both train the same network on the same batches; otherwise their speeds say nothing about each other. */
export function requireSameLosses({ losses }: Pick<Ready, 'losses'>, ours: Pick<Ready, 'losses'>): void {
  for (const [step, tolerance] of LOSS_TOLERANCES.entries()) {
    const expected = ours.losses[step]
    const found = losses[step]
    if (expected === undefined || found === undefined) return
    if (!(Math.abs(found - expected) <= tolerance * Math.abs(expected))) {
      throw new ContestantError(`it trains something else: its loss at step ${step + 1} is ${found}, ours ${expected}`)
    }
  }
}
