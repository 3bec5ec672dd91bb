/**
 * The MDX vocabulary of one lesson: the components its tags become, each already
 * knowing its lesson. An id that nothing stands behind throws, so that a page
 * with a hole in it is never built.
 */
import type { MDXComponents } from 'mdx/types'
import { type ComponentType, createElement, type ReactNode } from 'react'
import { TimelineExcerpt } from '@/components/timeline/timeline-excerpt'
import { itemId } from '@/lib/course/ids'
import type {
  CardProps,
  ClaimProps,
  ExperimentProps,
  QuizProps,
  TimelineProps,
  ValueProps,
} from '@/lib/course/vocabulary'
import { CodeBlock } from './code-block'
import { CodeTitle } from './code-title'
import type { LessonLookup } from './lesson-data'
import { ScrollingTable } from './scrolling-table'
import { Callout } from './vocabulary/callout'
import { Claim } from './vocabulary/claim'
import { Experiment } from './vocabulary/experiment'
import { Formula } from './vocabulary/formula'
import { InlineCard } from './vocabulary/inline-card'
import { InlineQuestion } from './vocabulary/inline-question'
import { LAB_VOCABULARY } from './vocabulary/lesson-lab'
import { Plot } from './vocabulary/plot'
import { Value } from './vocabulary/value'

export function lessonVocabulary({ lesson, factOf, backingOf, timelineOf }: LessonLookup): MDXComponents {
  const { id: lessonId, href: lessonHref } = lesson
  function find<T extends { id: string }>(tag: string, items: readonly T[], id: string): T {
    const found = items.find((item) => item.id === itemId(lessonId, id))
    if (found === undefined) throw new Error(`<${tag} id="${id}">: lesson "${lessonId}" has nothing under this id.`)
    return found
  }
  return {
    Plot,
    Formula,
    Callout,
    Value: bind(Value, (props: ValueProps) => ({ ...props, factOf })),
    Claim: bind(Claim, (props: ClaimProps & { children?: ReactNode }) => ({ ...props, backingOf })),
    Card: bind(InlineCard, ({ id }: CardProps) => ({ card: find('Card', lesson.cards, id) })),
    Quiz: bind(InlineQuestion, ({ id }: QuizProps) => ({
      question: find('Quiz', lesson.questions, id),
      lessonId,
      lessonHref,
    })),
    Experiment: bind(Experiment, ({ id }: ExperimentProps) => ({
      experiment: find('Experiment', lesson.experiments, id),
      lessonId,
    })),
    Timeline: bind(TimelineExcerpt, (asked: TimelineProps) => ({ asked, entries: timelineOf(asked) })),
    ...LAB_VOCABULARY,
    pre: CodeBlock,
    figcaption: CodeTitle,
    table: ScrollingTable,
  }
}

/** A component of what an author wrote, from a component of what the lesson knows. */
function bind<Written, Known extends object>(component: ComponentType<Known>, complete: (written: Written) => Known) {
  return (written: Written) => createElement(component, complete(written))
}
