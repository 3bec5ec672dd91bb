import { joinCrew, type ThreadStart } from '@/lib/engine'

// Blocks from here on: a helper waits for work in shared memory, and hears no further message.
self.onmessage = ({ data }: MessageEvent<ThreadStart>) => {
  joinCrew(data)
  self.close()
}
