import { HttpProblem } from '@/lib/http/problem'

export interface HashQueue {
  /** Runs `work` when its turn comes. Throws 503 at once when too many wait already. */
  run: <T>(work: () => Promise<T>) => Promise<T>
}

/**
 * A password hash takes 19 MB and a core for tens of milliseconds, on purpose: so
 * only `atOnce` run together and `waiting` may wait, or sign-in could be used to
 * bring the server down.
 */
export function createHashQueue({ atOnce, waiting }: { atOnce: number; waiting: number }): HashQueue {
  const queue: (() => void)[] = []
  let running = 0

  return {
    async run(work) {
      if (running < atOnce) running++
      else if (queue.length >= waiting) {
        throw new HttpProblem(
          503,
          'Too many people are signing in at this moment: please try again in a few seconds.',
          {
            retryAfterSeconds: 3,
          },
        )
      } else await new Promise<void>((resolve) => queue.push(resolve))
      try {
        return await work()
      } finally {
        // A waiting one takes over this one's place, so `running` stays as it is.
        const next = queue.shift()
        if (next) next()
        else running--
      }
    },
  }
}

const holder = globalThis as { nonlinearHashQueue?: HashQueue }

/** The process's one queue. On the global object, since Next loads a module once per bundle. */
export function hashQueue(): HashQueue {
  holder.nonlinearHashQueue ??= createHashQueue({ atOnce: 2, waiting: 64 })
  return holder.nonlinearHashQueue
}
