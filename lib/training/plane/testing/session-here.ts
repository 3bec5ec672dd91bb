import { buildDataset, createTrainer, TWINS_BACKEND } from '@/lib/engine'
import { PlaneSession } from '@/lib/training/plane/plane-session'

/** A session without a worker, trained by the twins: the same bits. */
export function createSessionHere(now: () => number): PlaneSession {
  return new PlaneSession({
    now,
    load: async (spec) => {
      const dataset = buildDataset(spec.data)
      return {
        dataset,
        isSlow: true,
        createTrainer: (seed, checkpoint) =>
          createTrainer({ spec, seed, dataset, backend: TWINS_BACKEND, ...(checkpoint ? { checkpoint } : {}) }),
      }
    },
  })
}
