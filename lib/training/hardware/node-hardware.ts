import { availableParallelism } from 'node:os'
import type { TrainerOptions } from '@/lib/engine'
import { nodeBackend } from './node-backend'
import { nodeThreads } from './node-threads'

const MOST_THREADS = 4

/**
 * What a run in Node gets: so many threads, which may be more than there are cores; null: one for each core, at most
 * four. Threads decide its speed and no bit of its result.
 */
export function nodeHardware(threads: number | null): Pick<TrainerOptions, 'backend' | 'threads'> {
  const count = threads ?? Math.min(MOST_THREADS, availableParallelism())
  if (count === 1) return { backend: nodeBackend() }
  return { backend: nodeBackend(true), threads: { count, spawn: nodeThreads() } }
}
