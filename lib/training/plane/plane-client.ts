/** The page's end of a session on points of the plane: one question at a time. */
import { TRAINER_ADDRESS } from '@/lib/training/build/trainer-address'
import { PLANE, type PlaneAnswer, type PlaneCommand } from './plane-protocol'

/** The part of a Worker that is used; a test passes its own. */
export interface PlaneWorker {
  postMessage(command: PlaneCommand): void
  terminate(): void
  onmessage: ((event: MessageEvent<PlaneAnswer>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
}

/** The worker ended, or says nothing any more: what it was asked will not be answered. */
export class WorkerLostError extends Error {
  constructor() {
    super('The part of this page that trains has stopped.')
  }
}

export interface PlaneTrainer {
  /** Ask no second question before an answer. Rejects with WorkerLostError where none will come. */
  ask(command: PlaneCommand, patienceMs: number): Promise<PlaneAnswer>
  dispose(): void
}

export function createPlaneTrainer(worker: PlaneWorker = createWorker()): PlaneTrainer {
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

function createWorker(): PlaneWorker {
  return new Worker(TRAINER_ADDRESS, { type: 'module', name: PLANE })
}
