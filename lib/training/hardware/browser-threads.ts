import type { SpawnThread, ThreadStart } from '@/lib/engine'
import { joinCrew } from '@/lib/engine/doors/trainer'
import { haveRareLayers, loadRareLayers } from '@/lib/training/trainer-parts'

/** As many threads as cores, at most four: the page itself and the system want one too. */
const MOST_THREADS = 4

/** Threads that a training run may use here: 1 where memory cannot be shared. */
export function threadCount(): number {
  return self.crossOriginIsolated ? Math.max(1, Math.min(MOST_THREADS, navigator.hardwareConcurrency)) : 1
}

const HELPER = 'helper'

/**
 * Starts helpers as workers of the worker that calls it, from the script that it runs itself: nothing more to download.
 * That script asks `isHelper` first.
 */
export function browserThreads(): SpawnThread {
  return (start) => {
    const helper = new Worker(self.location.href, { type: 'module', name: HELPER })
    // Else it would be an error of the worker that leads, and of the page; the run goes on without the helper.
    helper.onerror = (event) => event.preventDefault()
    helper.postMessage(start)
  }
}

/** Whether this worker was started by `browserThreads`: then `help` is all that it is to do. */
export function isHelper(): boolean {
  return self.name === HELPER
}

/** Blocks from the first message on: a helper waits for work in shared memory, and hears no further one. */
export function help(): void {
  self.onmessage = async ({ data }: MessageEvent<ThreadStart>) => {
    joinCrew(data, haveRareLayers([data.shape]) ? await loadRareLayers() : null)
    self.close()
  }
}
