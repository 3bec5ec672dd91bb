/** A session on points of the plane in the trainer's worker: gives it a clock, the data and the browser's kernels. No logic here. */
import { loadData } from '@/lib/training/data/load-data'
import { browserHardware } from '@/lib/training/hardware/browser-hardware'
import { needsOf } from '@/lib/training/trainer-parts'
import type { PlaneAnswer, PlaneCommand } from './plane-protocol'
import { PlaneSession } from './plane-session'

const session = new PlaneSession({
  now: () => performance.now(),
  async load(spec) {
    let isSlow = false
    const ports = {
      fetch: (url: string, init: RequestInit) => fetch(url, init),
      caches: undefined,
      // A tiny network's step takes microseconds: one thread is faster than the sharing out.
      loadHardware: async (rare: boolean) => {
        const { backend } = await browserHardware(rare)
        isSlow = backend.kind === 'twins'
        return { backend }
      },
    }
    const signal = new AbortController().signal
    const { dataset, build } = await loadData(spec.data, needsOf([spec]), ports, signal, () => undefined)
    return {
      dataset,
      isSlow,
      createTrainer: (seed, checkpoint) => {
        const trainer = build({ key: 'plane', spec, seed })
        // It is this very run's: the page had it from a worker like this one.
        if (checkpoint !== null) trainer.restore(checkpoint)
        return trainer
      },
    }
  },
})

export const answerPlane = (command: PlaneCommand): Promise<PlaneAnswer> => session.answer(command)
