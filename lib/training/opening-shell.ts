/** The first steps of one run in the trainer's worker, for an export. No logic here. */
import { buffersOf } from './buffers-of'
import { loadData } from './data/load-data'
import { browserHardware } from './hardware/browser-hardware'
import type { OpeningAnswer, OpeningQuestion } from './opening-client'
import { needsOf } from './trainer-parts'

/** The answer, and what of it is moved to the page: copying megabytes of examples there would hold it up. */
export async function answerOpening(question: OpeningQuestion): Promise<[OpeningAnswer, Transferable[]]> {
  const answer = await take(question)
  return [answer, answer.kind === 'opening' ? buffersOf(answer.opening) : []]
}

async function take({ spec, seed, steps }: OpeningQuestion): Promise<OpeningAnswer> {
  const ports = {
    fetch: (url: string, init: RequestInit) => fetch(url, init),
    caches: self.caches,
    loadHardware: browserHardware,
  }
  try {
    const data = await loadData(spec.data, needsOf([spec]), ports, new AbortController().signal, () => undefined)
    return { kind: 'opening', opening: await data.open({ key: 'opening', spec, seed }, steps) }
  } catch (error) {
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error) }
  }
}
