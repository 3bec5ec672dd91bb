import type { LearnerEvent } from '@/lib/events/event'
import type { Grade } from '@/lib/review/grade'

/** An item of the content, as events refer to it. */
export interface Item {
  id: string
  version: string
}

/** The lesson that the scenarios are about. */
export interface StudyMaterial {
  lesson: Item
  cards: Item[]
  questions: (Item & { right: string[]; wrong: string[] })[]
  /** A run that was really trained, ready to be stored. */
  run: { item: Item; payload: Extract<LearnerEvent, { kind: 'run-finished' }>['payload'] }
}

/** What one learner did at their one browser, with times in epoch ms. */
export interface Scenario {
  /** For the account's address, and for its title on the screen. */
  name: string
  title: string
  events: (material: StudyMaterial, now: number, diary: Diary) => LearnerEvent[]
}

export const MINUTE = 60_000
export const DAY = 24 * 60 * MINUTE

/** Makes events of things done; `newId` makes UUIDs. */
export class Diary {
  readonly #newId: () => string
  readonly #deviceId: string
  readonly #timeZone: string

  constructor(newId: () => string, timeZone: string) {
    this.#newId = newId
    this.#deviceId = newId()
    this.#timeZone = timeZone
  }

  #common(item: Item, at: number, elapsedMs: number) {
    return {
      id: this.#newId(),
      itemId: item.id,
      itemVersion: item.version,
      occurredAt: new Date(at).toISOString(),
      timeZone: this.#timeZone,
      deviceId: this.#deviceId,
      elapsedMs,
    }
  }

  opened(lesson: Item, at: number): LearnerEvent {
    return { ...this.#common(lesson, at, 0), kind: 'lesson-opened', payload: {} }
  }

  reviewed(card: Item, grade: Grade, at: number): LearnerEvent {
    return { ...this.#common(card, at, 7_000), kind: 'card-reviewed', payload: { grade } }
  }

  answered(question: Item, chosen: string[], at: number): LearnerEvent {
    return { ...this.#common(question, at, 20_000), kind: 'question-answered', payload: { chosen } }
  }

  ran(run: StudyMaterial['run'], at: number): LearnerEvent {
    return { ...this.#common(run.item, at, run.payload.elapsedMs), kind: 'run-finished', payload: run.payload }
  }
}
