/** The page's end of a session that is asked: one question at a time, one answer to each. What is asked is the session's. */
import { TRAINER_ADDRESS } from '@/lib/training/build/trainer-address'

/** The part of a Worker that is used; a test passes its own. */
export interface AskedWorker<Command, Answer> {
  postMessage(command: Command): void
  terminate(): void
  onmessage: ((event: MessageEvent<Answer>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
}

/** The worker ended, or says nothing any more: what it was asked will not be answered. */
export class WorkerLostError extends Error {
  constructor() {
    super('The part of this page that trains has stopped.')
  }
}

export interface AskedTrainer<Command, Answer> {
  /** Ask no second question before an answer. Rejects with WorkerLostError where none will come. */
  ask(command: Command, patienceMs: number): Promise<Answer>
  dispose(): void
}

/** `name`: which kind of session the worker is to be, as trainer.worker.ts tells them apart. */
export function createAskedTrainer<Command, Answer>(
  name: string,
  worker: AskedWorker<Command, Answer> = new Worker(TRAINER_ADDRESS, { type: 'module', name }),
): AskedTrainer<Command, Answer> {
  let lose: () => void = () => undefined
  // A worker that is ended from outside says nothing: only time tells.
  let timer: ReturnType<typeof setTimeout> | undefined
  worker.onerror = (event) => {
    // The person is told on the page; nothing is left for the console.
    event.preventDefault?.()
    lose()
  }
  return {
    ask: (command, patienceMs) =>
      new Promise((resolve, reject) => {
        lose = () => {
          clearTimeout(timer)
          reject(new WorkerLostError())
        }
        worker.onmessage = ({ data }) => {
          clearTimeout(timer)
          resolve(data)
        }
        timer = setTimeout(lose, patienceMs)
        worker.postMessage(command)
      }),
    dispose() {
      clearTimeout(timer)
      worker.terminate()
    },
  }
}
