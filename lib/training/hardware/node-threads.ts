import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { SpawnThread } from '@/lib/engine'

const ENTRY = pathToFileURL(path.join(import.meta.dirname, 'thread.node.ts')).href
/** A worker does not inherit the loader that lets Node read TypeScript, so it begins by registering it. */
const BOOT = `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(ENTRY)}) })`

/** Starts helpers as Node's worker threads; none of them keeps the process alive. */
export function nodeThreads(): SpawnThread {
  return (start) => {
    new Worker(BOOT, { eval: true, workerData: start }).unref()
  }
}
