import type { SpawnThread } from '@/lib/engine'

/** As many threads as cores, at most four: the page itself and the system want one too. */
const MOST_THREADS = 4

/** Threads that a training run may use here: 1 where memory cannot be shared. */
export function threadCount(): number {
  return self.crossOriginIsolated ? Math.max(1, Math.min(MOST_THREADS, navigator.hardwareConcurrency)) : 1
}

/** Starts helpers as workers of the worker that calls it. */
export function browserThreads(): SpawnThread {
  return (start) => {
    new Worker(new URL('./thread.worker.ts', import.meta.url), { type: 'module' }).postMessage(start)
  }
}
