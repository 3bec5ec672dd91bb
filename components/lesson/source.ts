/** A work that a text rests on, as lists of sources show it. */
export interface Source {
  authors: string
  year: number
  title: string
  where?: string | undefined
  url: string
  note?: string | undefined
}
