/** Examples a chunk: at least 4, and so many that a batch has at most 32 chunks. Never depends on the machine. */
export function chunkSizeOf(batch: number): number {
  return Math.max(4, Math.ceil(batch / 32))
}
