/** What a prediction and its outcome leave in the learner's log. Pure. */
import type { EventDraft } from '@/lib/journal/draft'

export interface PredictionSubject {
  /** Of the experiment or the widget: `lab.depth-lab`. */
  itemId: string
  /** What was predicted about, as with a run's: components/experiment/recipe-version. */
  itemVersion: string
  question: string
  answers: readonly { id: string; label: string }[]
}

interface Guess {
  guess: string
  /** 0 to 1. */
  confidence: number
  /** How long the learner thought about it. */
  elapsedMs: number
}

export function predictionEvent(subject: PredictionSubject, { guess, confidence, elapsedMs }: Guess): EventDraft {
  const { itemId, itemVersion, question, answers } = subject
  const payload = { question, answers: answers.map(({ id }) => id), guess, confidence }
  return { kind: 'outcome-predicted', itemId, itemVersion, payload, elapsedMs }
}

export function outcomeEvent(subject: PredictionSubject, predictionId: string, outcome: string): EventDraft {
  const { itemId, itemVersion } = subject
  return { kind: 'outcome-seen', itemId, itemVersion, payload: { predictionId, outcome }, elapsedMs: 0 }
}
