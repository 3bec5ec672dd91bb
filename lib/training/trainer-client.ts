/**
 * The page's handle on one trainer worker: commands in, a subscribable snapshot out
 * (`useSyncExternalStore`). The worker is made when it is first needed and ended by `dispose`. Specs are checked here:
 * the page has the rules at hand, and the worker, which is told only what passed, need not load them.
 */
import { checkSpec, costOf } from '@/lib/engine'
import { TRAINER_ADDRESS } from './build/trainer-address'
import { MISSING_PART } from './load-part'
import type { LearntWeights, RunRequest, TrainingCommand, TrainingMessage } from './protocol'
import { applyMessage, IDLE_SNAPSHOT, plannedSnapshot, type TrainingSnapshot } from './training-snapshot'

/** The part of a Worker that is used; a test passes its own. */
export interface WorkerHandle {
  postMessage(command: TrainingCommand): void
  terminate(): void
  onmessage: ((event: MessageEvent<TrainingMessage>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
}

export interface TrainerClient {
  subscribe(listener: () => void): () => void
  getSnapshot(): TrainingSnapshot
  start(runs: RunRequest[], options?: { paused?: boolean }): void
  pause(): void
  resume(): void
  /** One optimizer step of the current run, then a pause. */
  step(): void
  /** Ends the plan; curves so far stay. Acts within 100 ms, by ending the worker if it must. */
  stop(): void
  /** What a run of the plan has learnt so far; null where it has not begun, or the worker that trained it is gone. */
  weights(key: string): Promise<LearntWeights | null>
  /** Back to the idle snapshot. */
  reset(): void
  dispose(): void
}

/**
 * News is shown at most this often, unless a page asks for less. Messages are folded in as they come, so a page that
 * draws slowly skips pictures instead of falling behind its worker.
 */
const SHOW_MS = 33

/** How long a stopped worker may take to say so before it is ended. */
const STOP_PATIENCE_MS = 90

const CRASHED =
  'The trainer stopped unexpectedly; the curve up to here is kept. Start again, with fewer images or a smaller network if it happens twice.'

export function createTrainerClient(
  createWorker: () => WorkerHandle = createTrainerWorker,
  showMs = SHOW_MS,
): TrainerClient {
  /** What is known, and what has been shown of it. */
  let latest = IDLE_SNAPSHOT
  let shown = IDLE_SNAPSHOT
  let showing: ReturnType<typeof setTimeout> | undefined
  let worker: WorkerHandle | null = null
  let patience: ReturnType<typeof setTimeout> | undefined
  const listeners = new Set<() => void>()
  const waiting = new Map<string, ((learnt: LearntWeights | null) => void)[]>()

  function show() {
    clearTimeout(showing)
    showing = undefined
    shown = latest
    for (const listener of listeners) listener()
  }

  function change(next: TrainingSnapshot) {
    latest = next
    show()
  }

  function hand(key: string, learnt: LearntWeights | null) {
    for (const resolve of waiting.get(key) ?? []) resolve(learnt)
    waiting.delete(key)
  }

  function receive(message: TrainingMessage) {
    if (message.kind === 'weights') return hand(message.key, message.learnt)
    if (message.kind === 'phase') clearTimeout(patience)
    // A browser may never ask again for a module that did not come (whatwg/html issue 6768): the next start has a new worker.
    if (message.kind === 'failed' && message.failure.reason === 'part') close()
    latest = applyMessage(latest, message)
    if (message.kind === 'progress' || message.kind === 'loading') showing ??= setTimeout(show, showMs)
    else show()
  }

  function open(): WorkerHandle {
    if (worker) return worker
    const fresh = createWorker()
    let hasSpoken = false
    fresh.onmessage = ({ data }) => {
      hasSpoken = true
      if (worker === fresh) receive(data)
    }
    fresh.onerror = (event) => {
      if (worker !== fresh) return
      // The person is told on the page; nothing is left for the console.
      event.preventDefault?.()
      close()
      // One that never said a word did not arrive.
      const failure = hasSpoken
        ? { reason: 'crash' as const, message: CRASHED }
        : { reason: 'part' as const, message: MISSING_PART }
      receive({ kind: 'failed', failure: { ...failure, problems: [] } })
    }
    worker = fresh
    return fresh
  }

  function close() {
    clearTimeout(patience)
    worker?.terminate()
    worker = null
    for (const key of [...waiting.keys()]) hand(key, null)
  }

  function isOpen(): boolean {
    return latest.phase === 'loading' || latest.phase === 'running' || latest.phase === 'paused'
  }

  return {
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    getSnapshot: () => shown,
    start(runs, { paused = false } = {}) {
      // News of the plan before would be taken for news of this one.
      if (isOpen()) close()
      change(plannedSnapshot(runs, latest.data))
      const problems = runs.flatMap(({ spec }) => checkSpec(spec))
      const [first] = problems
      if (first) receive({ kind: 'failed', failure: { reason: 'bad-spec', message: first.message, problems } })
      else {
        const planned = runs.map((run) => ({ ...run, cost: costOf(run.spec) }))
        open().postMessage({ kind: 'start', runs: planned, paused })
      }
    },
    pause: () => worker?.postMessage({ kind: 'pause' }),
    resume: () => worker?.postMessage({ kind: 'resume' }),
    step: () => worker?.postMessage({ kind: 'step' }),
    stop() {
      if (!worker || !isOpen()) return
      worker.postMessage({ kind: 'stop' })
      patience = setTimeout(() => {
        close()
        receive({ kind: 'phase', phase: 'stopped' })
      }, STOP_PATIENCE_MS)
    },
    weights: (key) =>
      new Promise((resolve) => {
        if (!worker) return resolve(null)
        waiting.set(key, [...(waiting.get(key) ?? []), resolve])
        worker.postMessage({ kind: 'weights', key })
      }),
    reset() {
      // A worker that still computes would go on sending news of the old plan.
      if (isOpen()) close()
      change({ ...IDLE_SNAPSHOT, data: latest.data })
    },
    dispose() {
      close()
      clearTimeout(showing)
      listeners.clear()
    },
  }
}

function createTrainerWorker(): WorkerHandle {
  return new Worker(TRAINER_ADDRESS, { type: 'module', name: 'trainer' })
}
