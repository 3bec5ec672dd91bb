import type { ThreadStart } from '@/lib/engine'
import { joinCrew } from '@/lib/engine/doors/trainer'
import { haveBatchNorm, loadBatchNorm } from '@/lib/training/trainer-parts'

self.onmessage = async ({ data }: MessageEvent<ThreadStart>) => {
  const batchNorm = haveBatchNorm([data.shape]) ? await loadBatchNorm() : null
  // Blocks from here on: a helper waits for work in shared memory, and hears no further message.
  joinCrew(data, batchNorm)
  self.close()
}
