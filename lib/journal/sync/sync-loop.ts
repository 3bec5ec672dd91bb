/**
 * When to sync: at once when asked, one round at a time, again with growing pauses after
 * a failure. Time and chance come in as parameters; what a round does is sync.ts.
 */
import { backOffDelayMs } from './back-off'
import type { SyncResult } from './sync'

export type Schedule = (task: () => void, delayMs: number) => () => void

export interface SyncLoop {
  /** Runs a round soon; asked during a round, runs another after it. Resolves with that round's result. */
  run(pull: boolean): Promise<SyncResult>
  stop(): void
}

export type SyncPhase = 'idle' | 'syncing' | 'waiting'

export function createSyncLoop(parts: {
  round: (pull: boolean) => Promise<SyncResult>
  schedule: Schedule
  random: () => number
  onPhase: (phase: SyncPhase) => void
}): SyncLoop {
  let failures = 0
  let stopped = false
  let cancelRetry = () => {}
  let current: Promise<SyncResult> | null = null
  let queued: { pull: boolean; result: Promise<SyncResult> } | null = null

  async function round(pull: boolean): Promise<SyncResult> {
    cancelRetry()
    parts.onPhase('syncing')
    const result = await parts.round(pull).catch((): SyncResult => ({ status: 'failed', retryAfterMs: 0 }))
    if (result.status !== 'failed') {
      failures = 0
      parts.onPhase('idle')
      return result
    }
    failures += 1
    parts.onPhase('waiting')
    if (!stopped && queued === null) {
      const delay = Math.max(result.retryAfterMs, backOffDelayMs(failures, parts.random()))
      cancelRetry = parts.schedule(() => void run(true), delay)
    }
    return result
  }

  function start(pull: boolean): Promise<SyncResult> {
    const running = round(pull).finally(() => {
      if (current === running) current = null
    })
    current = running
    return running
  }

  function run(pull: boolean): Promise<SyncResult> {
    if (stopped) return Promise.resolve({ status: 'failed', retryAfterMs: 0 })
    if (current === null) return start(pull)
    if (queued !== null) {
      queued.pull ||= pull
      return queued.result
    }
    const next = { pull, result: Promise.resolve<SyncResult>({ status: 'guest' }) }
    next.result = current.then(() => {
      queued = null
      return stopped ? { status: 'failed', retryAfterMs: 0 } : start(next.pull)
    })
    queued = next
    return next.result
  }

  return {
    run,
    stop() {
      stopped = true
      cancelRetry()
    },
  }
}
