import type { ThreadStart } from '@/lib/engine'
import { joinCrew } from '@/lib/engine/doors/trainer'

// Blocks from here on: a helper waits for work in shared memory, and hears no further message.
self.onmessage = ({ data }: MessageEvent<ThreadStart>) => {
  joinCrew(data)
  self.close()
}
