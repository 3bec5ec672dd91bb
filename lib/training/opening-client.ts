/** The page's end of an export's first steps: a worker of its own, so that no run that goes on is disturbed. */
import type { ExperimentSpec, Opening } from '@/lib/engine'
import { TRAINER_ADDRESS } from './build/trainer-address'
import { MISSING_PART } from './load-part'
import { OPENING } from './protocol'

export interface OpeningQuestion {
  spec: ExperimentSpec
  seed: number
  steps: number
}

export type OpeningAnswer = { kind: 'opening'; opening: Opening } | { kind: 'failed'; message: string }

/** The part of a Worker that is used; a test passes its own. */
export interface OpeningWorker {
  postMessage(question: OpeningQuestion): void
  terminate(): void
  onmessage: ((event: MessageEvent<OpeningAnswer>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
}

/** Rejects, in a sentence, where the worker could not be had or failed. The worker is ended in any case. */
export function takeOpening(
  question: OpeningQuestion,
  createWorker: () => OpeningWorker = createOpeningWorker,
): Promise<Opening> {
  const worker = createWorker()
  return new Promise<Opening>((resolve, reject) => {
    worker.onmessage = ({ data }) => {
      if (data.kind === 'opening') resolve(data.opening)
      else reject(new Error(data.message))
    }
    worker.onerror = (event) => {
      // The person is told on the page; nothing is left for the console.
      event.preventDefault()
      reject(new Error(MISSING_PART))
    }
    worker.postMessage(question)
  }).finally(() => worker.terminate())
}

function createOpeningWorker(): OpeningWorker {
  return new Worker(TRAINER_ADDRESS, { type: 'module', name: OPENING })
}
