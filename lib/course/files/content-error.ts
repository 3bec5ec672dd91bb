/** One fault in the content tree: which file, which key or place in it, what is wrong and what to do. */
export interface ContentProblem {
  /** Path from the project's root, `content/…`. */
  file: string
  /** `cards[3].back`, `12:4` (line:column), or null when the fault is the file itself. */
  key: string | null
  message: string
}

/** `content/…/cards.yaml: cards[3].back: must not be empty` */
export function describeProblem(problem: ContentProblem): string {
  const key = problem.key === null ? '' : `: ${problem.key}`
  return `${problem.file}${key}: ${problem.message}`
}

/** Thrown when content that a page needs cannot be read; carries every fault found, one line each. */
export class ContentError extends Error {
  readonly problems: readonly ContentProblem[]

  constructor(problems: readonly ContentProblem[]) {
    super(problems.map(describeProblem).join('\n'))
    this.name = 'ContentError'
    this.problems = problems
  }
}
