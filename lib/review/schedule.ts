/**
 * When a card comes back. A schedule is never stored, only folded from reviews;
 * all times are epoch milliseconds.
 */
export interface Schedule {
  cardId: string
  /** `new` was never answered; `learning` and `relearning` come back within the day. */
  state: 'new' | 'learning' | 'review' | 'relearning'
  dueAt: number
  lastReviewAt: number | null
  /** Days until the chance of recall has fallen to 90 %. */
  stability: number
  /** 1 (easy) … 10 (hard). */
  difficulty: number
  /** Answers given so far. */
  reps: number
  /** Times it was forgotten after it had been learnt. */
  lapses: number
  /** Days it was last put off by; 0 while it comes back within the day. */
  intervalDays: number
  /** Position in the short steps of a (re)learning card. */
  learningStep: number
}

export function newSchedule(cardId: string, now: number): Schedule {
  return {
    cardId,
    state: 'new',
    dueAt: now,
    lastReviewAt: null,
    stability: 0,
    difficulty: 0,
    reps: 0,
    lapses: 0,
    intervalDays: 0,
    learningStep: 0,
  }
}
