/**
 * The runs of a CNN lab that are over, by recipe and seed: they are kept when the settings change, so that networks can be
 * compared that were trained one after another, and what was trained once is not trained again. Pure.
 */
import type { RunGroup } from '@/components/training/run-curves'
import type { DataSummary, LearntWeights, RunRequest } from '@/lib/training/protocol'
import type { RunView } from '@/lib/training/training-snapshot'
import { type CnnSettings, inTurns, type PlannedNetwork } from './cnn-spec'

export interface KeptRun {
  run: RunView
  /** What it was trained on. */
  data: DataSummary
  /** Null until the worker handed them over. */
  learnt: LearntWeights | null
}

export type RunBook = ReadonlyMap<string, KeptRun>

/** A run's weights are 0.1 MB; the oldest go. */
const MOST_KEPT = 150

export function keepRun(book: RunBook, run: RunView, data: DataSummary): RunBook {
  const next = new Map(book)
  // As the newest, also where it was there before.
  next.delete(run.key)
  next.set(run.key, { run, data, learnt: null })
  for (const key of [...next.keys()].slice(0, Math.max(0, next.size - MOST_KEPT))) next.delete(key)
  return next
}

export function keepWeights(book: RunBook, key: string, learnt: LearntWeights | null): RunBook {
  const kept = book.get(key)
  return kept === undefined ? book : new Map(book).set(key, { ...kept, learnt })
}

/** For those that are to be trained once more. */
export function forgetRuns(book: RunBook, keys: readonly string[]): RunBook {
  return new Map([...book].filter(([key]) => !keys.includes(key)))
}

/** What the settings ask for and nobody trained yet, in the order in which it is trained. */
export function missingRuns(networks: readonly PlannedNetwork[], book: RunBook): RunRequest[] {
  return inTurns(networks).filter(({ key }) => !book.has(key))
}

/** Of each network that is asked for, the runs that there are: those under way, and those kept. */
export function groupsOf(networks: readonly PlannedNetwork[], book: RunBook, current: readonly RunView[]): RunGroup[] {
  return networks.map(({ requests, ...look }) => ({
    ...look,
    runs: requests.flatMap(({ key }) => {
      const begun = current.find((run) => run.key === key && (run.step > 0 || run.status === 'training'))
      return begun ?? book.get(key)?.run ?? []
    }),
  }))
}

/** Whether every run that is asked for has come to an end. */
export function isOver(networks: readonly PlannedNetwork[], book: RunBook): boolean {
  return networks.length > 0 && missingRuns(networks, book).length === 0
}

/** The run that is to be looked into. */
export function chosenRequest(networks: readonly PlannedNetwork[], { look, nth }: CnnSettings): RunRequest | undefined {
  const requests = networks[Math.min(look, networks.length) - 1]?.requests ?? []
  return requests[Math.min(nth, requests.length) - 1]
}

/** Mean held-back accuracy of a network over its seeds, without those that diverged; null where none is left. */
export function meanAccuracy({ runs }: RunGroup): number | null {
  const all = runs.flatMap(({ status, result }) => (status === 'finished' ? (result?.validation?.accuracy ?? []) : []))
  return all.length === 0 ? null : all.reduce((sum, one) => sum + one, 0) / all.length
}
