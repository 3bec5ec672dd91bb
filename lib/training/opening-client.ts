/** The page's end of an export's first steps: a worker of its own, so that no run that goes on is disturbed. */
import type { ExperimentSpec, Opening } from '@/lib/engine'
import { type AskedWorker, askOnce } from './ask-once'
import { TRAINER_ADDRESS } from './build/trainer-address'
import { OPENING } from './protocol'

export interface OpeningQuestion {
  spec: ExperimentSpec
  seed: number
  steps: number
}

export type OpeningAnswer = { kind: 'opening'; opening: Opening } | { kind: 'failed'; message: string }

export type OpeningWorker = AskedWorker<OpeningQuestion, OpeningAnswer>

/** Rejects, in a sentence, where the worker could not be had or failed. */
export async function takeOpening(
  question: OpeningQuestion,
  createWorker: () => OpeningWorker = createOpeningWorker,
): Promise<Opening> {
  const answer = await askOnce(createWorker(), question)
  if (answer.kind === 'failed') throw new Error(answer.message)
  return answer.opening
}

function createOpeningWorker(): OpeningWorker {
  return new Worker(TRAINER_ADDRESS, { type: 'module', name: OPENING })
}
