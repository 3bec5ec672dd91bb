/**
 * What a dashboard shows, folded from the log: the same function for a guest's
 * browser and a learner's replica. Progress is evidence (cards reviewed, answers
 * that were right, experiments run), never scrolling. Not here: streaks, plans.
 */
import { foldSchedules } from '@/lib/review/fold'
import { effectiveEvents } from './effective-log'
import type { EventOf, LearnerEvent } from './event'

/** An event with what the server derived; `correct` is absent until an answer was scored, and for an older wording. */
export type SummaryEvent = LearnerEvent & { correct?: boolean }

/** What the summary needs to know of the courses. */
export interface CatalogFacts {
  lessons: LessonFacts[]
}

export interface LessonFacts {
  id: string
  cardIds: string[]
  questionIds: string[]
  /** Ids of the lesson's experiments, as in a run's `itemId`. */
  experimentIds: string[]
}

/** `done` of `of`. */
export interface Share {
  done: number
  of: number
}

export interface LessonProgress {
  lessonId: string
  /** Cards answered at least once. */
  cards: Share
  /** Questions answered correctly at least once. */
  questions: Share
  experiments: Share
  /** 0 … 1: the mean over those of the three shares that the lesson has. */
  fraction: number
  cardsDue: number
  /** Epoch ms. */
  lastActiveAt: number
}

export interface Summary {
  /** Lessons with any trace of the learner, the latest first. */
  lessons: LessonProgress[]
  cards: { reviewed: number; reviews: number; due: number }
  /** Questions by their latest answer; `unscored` ones wait for the server, or have changed since. */
  answers: { questions: number; correct: number; unscored: number }
  /** The latest first; `itemId` tells the experiment or challenge. */
  runs: EventOf<'run-finished'>[]
}

/** `now` in epoch ms. Cards, questions and runs that are in no lesson any more count in the totals only. */
export function summarise(log: Iterable<SummaryEvent>, facts: CatalogFacts, now: number): Summary {
  const events: SummaryEvent[] = effectiveEvents(log)
  const schedules = [...foldSchedules(events).values()]
  const due = new Set(schedules.filter((schedule) => schedule.dueAt <= now).map((schedule) => schedule.cardId))
  const reviewed = new Set(schedules.map((schedule) => schedule.cardId))
  const latestAnswers = new Map<string, SummaryEvent>()
  const everCorrect = new Set<string>()
  const experimentsRun = new Set<string>()
  const lastActiveAt = new Map<string, number>()
  const runs: EventOf<'run-finished'>[] = []

  for (const event of events) {
    lastActiveAt.set(event.itemId, Date.parse(event.occurredAt))
    if (event.kind === 'question-answered') {
      latestAnswers.set(event.itemId, event)
      if (event.correct) everCorrect.add(event.itemId)
    }
    if (event.kind === 'run-finished') {
      experimentsRun.add(event.itemId)
      runs.push(event)
    }
  }

  const progressOf = (lesson: LessonFacts): LessonProgress | null => {
    const { id, cardIds, questionIds, experimentIds } = lesson
    const traces = [id, ...cardIds, ...questionIds, ...experimentIds].flatMap((item) => lastActiveAt.get(item) ?? [])
    if (traces.length === 0) return null
    const cards = share(cardIds, reviewed)
    const questions = share(questionIds, everCorrect)
    const experiments = share(experimentIds, experimentsRun)
    return {
      lessonId: id,
      cards,
      questions,
      experiments,
      fraction: meanOf([cards, questions, experiments]),
      cardsDue: cardIds.filter((cardId) => due.has(cardId)).length,
      lastActiveAt: Math.max(...traces),
    }
  }

  const answers = [...latestAnswers.values()]
  return {
    lessons: facts.lessons
      .flatMap((lesson) => progressOf(lesson) ?? [])
      .sort((a, b) => b.lastActiveAt - a.lastActiveAt),
    cards: {
      reviewed: reviewed.size,
      reviews: events.filter((event) => event.kind === 'card-reviewed').length,
      due: due.size,
    },
    answers: {
      questions: answers.length,
      correct: answers.filter((event) => event.correct === true).length,
      unscored: answers.filter((event) => event.correct === undefined).length,
    },
    runs: runs.reverse(),
  }
}

function share(ids: string[], done: Set<string>): Share {
  return { done: ids.filter((id) => done.has(id)).length, of: ids.length }
}

function meanOf(shares: Share[]): number {
  const present = shares.filter(({ of }) => of > 0)
  return present.reduce((sum, { done, of }) => sum + done / of, 0) / Math.max(1, present.length)
}
