import { MISSING_PART } from './load-part'

/** The part of a Worker that is used; a test passes its own. */
export interface AskedWorker<Question, Answer> {
  postMessage(question: Question): void
  terminate(): void
  onmessage: ((event: MessageEvent<Answer>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
}

/** One question to a worker of its own, and its answer. Rejects, in a sentence, where it could not be loaded. It is ended in any case. */
export function askOnce<Question, Answer>(worker: AskedWorker<Question, Answer>, question: Question): Promise<Answer> {
  return new Promise<Answer>((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data)
    worker.onerror = (event) => {
      // The person is told on the page; nothing is left for the console.
      event.preventDefault()
      reject(new Error(MISSING_PART))
    }
    worker.postMessage(question)
  }).finally(() => worker.terminate())
}
