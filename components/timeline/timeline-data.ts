/** What the timeline shows, already looked up and rendered: lib/course/timeline.ts reads it from the content. */
import type { Source } from '@/components/lesson/source'
import type { Strand } from '@/lib/course/vocabulary'

export interface TimelineEntryData {
  /** Its anchor on /timeline. */
  id: string
  /** /timeline#<id> */
  href: string
  year: number
  /** `2010`, `1974–1982` */
  years: string
  strand: Strand
  title: string
  whatHtml: string
  whyHtml: string
  /** What is disputed; null where nothing is. */
  contestedHtml: string | null
  sources: readonly Source[]
  /** Name of the engine's activation whose curve is drawn. */
  activation?: string | undefined
  terms: readonly { href: string; term: string }[]
  lessons: readonly { href: string; title: string; planned: boolean }[]
}

/** Each strand's name, and its dot; the name always stands beside the dot. */
export const STRAND_LOOK: Record<Strand, { label: string; dot: string }> = {
  functions: { label: 'Functions', dot: 'bg-(--branch-1)' },
  training: { label: 'Training', dot: 'bg-(--branch-2)' },
  architectures: { label: 'Architectures', dot: 'bg-(--branch-3)' },
  theory: { label: 'Theory', dot: 'bg-(--branch-4)' },
}
