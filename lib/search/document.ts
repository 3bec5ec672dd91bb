/** What can be found on the site: one entry of the index, in the order of the groups in which answers are shown. */
export const SEARCH_KINDS = [
  'lesson',
  'section',
  'term',
  'formula',
  'timeline',
  'card',
  'challenge',
  'chapter',
  'course',
  'page',
] as const
export type SearchKind = (typeof SEARCH_KINDS)[number]

export interface SearchDocument {
  kind: SearchKind
  /** Where it stands, anchor included. */
  href: string
  title: string
  /** What it is part of, for people: `Activation functions · lesson 3`. Empty where there is nothing to say. */
  place: string
  /** What is searched and quoted; plain text. */
  text: string
  /** Other names of the same thing: `SiLU`, `x*sigmoid(x)`. */
  aliases: string[]
  /** Names of what it is about; they weigh less than its own. */
  concepts: string[]
  /** A lesson that is listed and not yet written. */
  planned?: true
}
