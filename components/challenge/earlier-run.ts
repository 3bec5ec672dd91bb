/** A stored run as the list of earlier runs shows it. Stored JSON is parsed on reading. */
import './parse-without-eval'
import { type MainActivation, mainActivation } from '@/components/training/activation-look'
import type { LearnerEvent } from '@/lib/events/event'
import { experimentSchema } from '@/lib/experiment/spec-schema'
import { CHALLENGE_ID } from './challenge-plan'

export interface EarlierRun {
  id: string
  /** ISO 8601. */
  occurredAt: string
  activation: MainActivation
  /** Real images, or the drawn stand-in. */
  real: boolean
  images: number
  testImages: number
  epochs: number
  optimizer: string
  seed: number
  outcome: 'finished' | 'diverged'
  accuracy: number | null
  elapsedMs: number
  multiplyAdds: number
}

/** The challenge's runs in the log, newest first; one that cannot be read any more is left out. */
export function earlierRuns(events: readonly LearnerEvent[]): EarlierRun[] {
  return events
    .flatMap((event) => (event.kind === 'run-finished' && event.itemId === CHALLENGE_ID ? (readRun(event) ?? []) : []))
    .sort((a, b) => b.occurredAt.localeCompare(a.occurredAt))
}

function readRun({ id, occurredAt, payload }: Extract<LearnerEvent, { kind: 'run-finished' }>): EarlierRun | null {
  const { data: spec } = experimentSchema.safeParse(payload.spec)
  if (spec === undefined || (spec.data.kind !== 'cifar10' && spec.data.kind !== 'drawn-ten')) return null
  const { kind, learningRate } = spec.optimizer
  return {
    id,
    occurredAt,
    activation: mainActivation(spec),
    real: spec.data.kind === 'cifar10',
    images: spec.data.train,
    testImages: spec.data.validation,
    epochs: spec.epochs,
    optimizer: `${kind === 'adam' ? 'Adam' : 'SGD'} ${learningRate}`,
    seed: payload.seed,
    outcome: payload.outcome,
    accuracy: payload.validation.accuracy,
    elapsedMs: payload.elapsedMs,
    multiplyAdds: payload.multiplyAdds,
  }
}
