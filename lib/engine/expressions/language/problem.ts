/** What is wrong with an expression, where, and what to do. An outcome, not an exception. */

export interface Span {
  /** First character, counted from 1, in UTF-16 units as an input field counts them. */
  column: number
  /** 0 where something is missing at the end of the text. */
  length: number
}

export interface Stretch {
  from: number
  to: number
}

export interface ExpressionProblem extends Span {
  /** `syntax`: not an expression; `name`: an unknown word; `limit`: too big; `domain`: no finite number for some x. */
  kind: 'syntax' | 'name' | 'limit' | 'domain'
  /** One or two sentences: what is wrong, and what to write instead. */
  message: string
  /** For `domain`: all x in [−20, 20] where it happens; from = to is a point. */
  where?: Stretch[]
}

/** Inside the parser only: carries a problem up to its front door, which returns it. */
export class Fault extends Error {
  override readonly name = 'Fault'
  constructor(readonly problem: ExpressionProblem) {
    super(problem.message)
  }
}
