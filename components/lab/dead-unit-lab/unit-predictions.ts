/** What is asked before a run, and which answer came true. Pure. */
import type { PredictionSubject } from '@/components/lab/prediction-events'
import { backSince, countStates, type UnitHistory } from '@/lib/training/dead-units/unit-history'

/** What the guess is about: how many die until a step, or how many of the dead are back at one. */
export type Asked =
  | { about: 'deaths'; units: number; until: number; pauses: boolean }
  | { about: 'revivals'; dead: number; swap: number; until: number }

const QUARTERS = [
  { id: 'to-a-quarter', from: 0, to: 0.25 },
  { id: 'to-a-half', from: 0.25, to: 0.5 },
  { id: 'to-three-quarters', from: 0.5, to: 0.75 },
  { id: 'to-all', from: 0.75, to: 1 },
]

/** None, and quarters as whole numbers; of few units some quarters hold none. */
export function answersFor(most: number): { id: string; label: string }[] {
  const quarters = QUARTERS.flatMap(({ id, from, to }) => {
    const [low, high] = [Math.floor(most * from) + 1, Math.floor(most * to)]
    if (low > high) return []
    return [{ id, label: low === high ? String(low) : `${low} to ${high}` }]
  })
  return [{ id: 'none', label: 'None' }, ...quarters]
}

export function answerOf(count: number, most: number): string {
  if (count === 0 || most === 0) return 'none'
  return QUARTERS.find(({ to }) => count <= Math.floor(most * to))?.id ?? 'to-all'
}

/** `version`: of the recipe that is predicted about. */
export function subjectOf(asked: Asked, version: string): PredictionSubject {
  const itemId = 'lab.dead-unit-lab'
  if (asked.about === 'deaths') {
    const when = asked.pauses ? `when it pauses, after step ${asked.until}` : `at the end, after step ${asked.until}`
    return {
      itemId,
      itemVersion: version,
      question: `how many of the ${asked.units} units will be dead ${when}?`,
      answers: [...answersFor(asked.units), { id: 'diverges', label: 'It diverges before that' }],
    }
  }
  return {
    itemId,
    itemVersion: version,
    question: `of the ${asked.dead} units that were dead at the swap, how many will be awake at the end?`,
    answers: [...answersFor(asked.dead), { id: 'diverges', label: 'It diverges before that' }],
  }
}

/** Null while it is not known yet. */
export function outcomeOf(asked: Asked, history: UnitHistory | null, hasDiverged: boolean): string | null {
  if (hasDiverged) return 'diverges'
  if (history === null || history.last < asked.until) return null
  if (asked.about === 'deaths') return answerOf(countStates(history, asked.until).dead, asked.units)
  return answerOf(backSince(history, asked.swap, asked.until).back.length, asked.dead)
}
