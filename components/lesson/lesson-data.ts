/**
 * What the lesson's page hands to the components: everything they show, already
 * looked up and rendered, so that no component knows where content comes from.
 */
import type { TimelineEntryData } from '@/components/timeline/timeline-data'
import type { TimelineProps } from '@/lib/course/vocabulary'
import type { ExperimentSpec } from '@/lib/engine'
import type { Claim } from '@/lib/experiment/claim'
import type { Source } from './source'

export interface LessonCard {
  /** `<lesson>.<card>` */
  id: string
  version: string
  frontHtml: string
  backHtml: string
  passage: string
}

/** A question as the browser may see it: nothing that gives the answer away. */
export interface LessonQuestion {
  id: string
  version: string
  kind: 'single' | 'multiple'
  promptHtml: string
  options: { id: string; html: string }[]
}

export interface LessonExperiment {
  /** `<lesson>.<experiment>` */
  id: string
  title: string
  summary?: string
  spec: ExperimentSpec
  /** Whether its widget offers repairs. */
  repairs?: boolean
  claims: Claim[]
}

export interface LessonSource extends Source {
  id: string
}

export interface LessonHeading {
  depth: number
  title: string
  anchor: string
}

/** A lesson as others list it. */
export interface LessonLink {
  id: string
  href: string
  title: string
  summary: string
  minutes: number
  status: 'published' | 'planned'
  position: number
}

/** One telling of a lesson, as the switch between them shows it. */
export interface LessonVersionLink {
  name: string
  title: string
  href: string
  readingMinutes: number
}

export interface LessonPage {
  id: string
  /** Short hash of the prose, stored with the event that it was opened. */
  itemVersion: string
  /** The one on this page. */
  version: { name: string; title: string }
  /** All of them; most lessons have one. */
  versions: LessonVersionLink[]
  href: string
  title: string
  summary: string
  objectives: string[]
  prerequisites: LessonLink[]
  assumes: string[]
  /** With the experiments. */
  minutes: number
  level: string
  tags: string[]
  position: number
  of: number
  course: { title: string; href: string }
  chapter: { title: string; href: string }
  headings: LessonHeading[]
  previous: LessonLink | null
  next: LessonLink | null
  sources: LessonSource[]
  authorship: { writtenBy: string; reviewedBy: string[] } | null
  cards: LessonCard[]
  questions: LessonQuestion[]
  experiments: LessonExperiment[]
  /** Ids of those that the prose shows; the others only stand behind a sentence. */
  shownExperiments: string[]
  /** What the timeline tells of it, oldest first. */
  history: { href: string; years: string; title: string }[]
}

/** What backs a `<Claim>`: a numbered source, or a claim that the tests train and check. */
export type ClaimBacking =
  | { kind: 'source'; number: number; source: LessonSource }
  | { kind: 'run'; experiment: LessonExperiment; claim: Claim }

export interface LessonLookup {
  lesson: LessonPage
  /** Throws for a fact that the engine's registry does not have. */
  factOf(of: string): number
  /** Throws where nothing backs the claim. */
  backingOf(id: string): ClaimBacking
  /** Throws where no entry of the timeline lies. */
  timelineOf(asked: TimelineProps): readonly TimelineEntryData[]
}
