/** Below this many multiply-adds a batch is one chunk: cutting it up would cost more than threads could win. */
const SMALL_BATCH_WORK = 200_000

/**
 * Examples a chunk: at least 4, and so many that a batch has at most 32 chunks; a small network's batch is one chunk.
 * A function of the spec alone, never of the machine or its threads: chunks decide the order of additions.
 */
export function chunkSizeOf(batch: number, multiplyAddsPerExample: number): number {
  if (batch * multiplyAddsPerExample <= SMALL_BATCH_WORK) return batch
  return Math.min(batch, Math.max(4, Math.ceil(batch / 32)))
}
