/** The part of a question that scoring needs: it holds the answers, so it stays on the server. */
export interface ScorableQuestion {
  kind: 'single' | 'multiple'
  options: { id: string; correct: boolean; feedbackHtml?: string }[]
  explanationHtml: string
}

export interface ScoredAnswer {
  /** All correct options and no other were chosen. */
  correct: boolean
  options: ScoredOption[]
  explanationHtml: string
}

export interface ScoredOption {
  id: string
  /** Whether choosing it is right. */
  correct: boolean
  chosen: boolean
  feedbackHtml?: string
}

/** What is wrong with a choice, before it is scored: not a wrong answer, but no answer to this question. */
export type ChoiceProblem = 'unknown-option' | 'repeated-option' | 'one-expected'

export function findChoiceProblem(
  question: Pick<ScorableQuestion, 'kind' | 'options'>,
  chosen: readonly string[],
): ChoiceProblem | null {
  const known = new Set(question.options.map((option) => option.id))
  if (chosen.some((id) => !known.has(id))) return 'unknown-option'
  if (new Set(chosen).size < chosen.length) return 'repeated-option'
  return question.kind === 'single' && chosen.length !== 1 ? 'one-expected' : null
}

/** Scores `chosen` (option ids, in any order). Ids that the question does not have make it wrong. */
export function scoreAnswer(question: ScorableQuestion, chosen: readonly string[]): ScoredAnswer {
  const picked = new Set(chosen)
  const options = question.options.map(({ id, correct, feedbackHtml }) => {
    const option = { id, correct, chosen: picked.delete(id) }
    return feedbackHtml ? { ...option, feedbackHtml } : option
  })
  return {
    correct: picked.size === 0 && options.every((option) => option.correct === option.chosen),
    options,
    explanationHtml: question.explanationHtml,
  }
}
