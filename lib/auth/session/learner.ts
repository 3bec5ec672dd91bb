/** Who is asking: all that pages and routes may know of an account. */
export interface Learner {
  id: string
  email: string
  name: string | null
}

/** The columns of a Learner, for every `select` that reads one. */
export const LEARNER_COLUMNS = { id: true, email: true, name: true } as const
