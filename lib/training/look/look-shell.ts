/** Looking into trained networks in the trainer's worker: gives the session data and the browser's kernels. No logic here. */
import { loadData } from '@/lib/training/data/load-data'
import { browserHardware } from '@/lib/training/hardware/browser-hardware'
import { needsOf } from '@/lib/training/trainer-parts'
import type { LookAnswer, LookQuestion } from './look-protocol'
import { LookSession } from './look-session'

const session = new LookSession({
  load: (spec) => {
    const ports = {
      fetch: (url: string, init: RequestInit) => fetch(url, init),
      caches: self.caches,
      // Nothing is trained: one thread is enough.
      loadHardware: async (rare: boolean) => ({ backend: (await browserHardware(rare)).backend }),
    }
    return loadData(spec.data, needsOf([spec]), ports, new AbortController().signal, () => undefined)
  },
})

export const answerLook = (question: LookQuestion): Promise<LookAnswer> => session.answer(question)
