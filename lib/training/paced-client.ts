/** The page's end of a paced run: one question at a time, answered by the next picture. */
import type { ExperimentSpec } from '@/lib/engine'
import { TRAINER_ADDRESS } from './build/trainer-address'
import type { PacedAnswer, PacedCommand, PacedFrame } from './paced-session'
import { PACED } from './protocol'

export interface PacedTrainer {
  /** Both reject, in a sentence, where the worker could not be had or failed; ask no second question before an answer. */
  start(spec: ExperimentSpec, seed: number): Promise<PacedFrame>
  advance(steps: number): Promise<PacedFrame>
  dispose(): void
}

const FAILED = 'The browser could not start the part of this page that trains. Reload the page to try again.'

export function createPacedTrainer(): PacedTrainer {
  const worker = new Worker(TRAINER_ADDRESS, { type: 'module', name: PACED })
  const ask = (command: PacedCommand) =>
    new Promise<PacedFrame>((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<PacedAnswer>) => {
        if (data.kind === 'frame') resolve(data.frame)
        else reject(new Error(data.message))
      }
      worker.onerror = (event) => {
        // The person is told on the page; nothing is left for the console.
        event.preventDefault()
        reject(new Error(FAILED))
      }
      worker.postMessage(command)
    })
  return {
    start: (spec, seed) => ask({ kind: 'start', spec, seed }),
    advance: (steps) => ask({ kind: 'advance', steps }),
    dispose: () => worker.terminate(),
  }
}
