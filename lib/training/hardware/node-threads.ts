import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { SpawnThread, Trainer } from '@/lib/engine'

const ENTRY = pathToFileURL(path.join(import.meta.dirname, 'thread.node.ts')).href
/** A worker does not inherit the loader that lets Node read TypeScript, so it begins by registering it. */
const BOOT = `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(ENTRY)}) })`

const START_WITHIN_MS = 10_000
const PAUSE_MS = 2

/**
 * Starts helpers as Node's worker threads; none of them keeps the process alive, and none that fails ends it: its run goes
 * on without it, and a warning says why.
 */
export function nodeThreads(): SpawnThread {
  return (start) => {
    const worker = new Worker(BOOT, { eval: true, workerData: start })
    worker.on('error', ({ message }) => process.emitWarning(`A helping thread has ended: ${message}`))
    worker.unref()
  }
}

/** Blocks until all threads of a run have begun; a short run would be over before. @throws Error after ten seconds. */
export function awaitThreads(trainer: Trainer): void {
  const pause = new Int32Array(new SharedArrayBuffer(4))
  for (let waited = 0; trainer.threads.present < trainer.threads.count; waited += PAUSE_MS) {
    if (waited > START_WITHIN_MS) {
      throw new Error(`Of ${trainer.threads.count} threads ${trainer.threads.present} have begun in ten seconds.`)
    }
    Atomics.wait(pause, 0, 0, PAUSE_MS)
  }
}
