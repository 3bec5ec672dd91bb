'use client'

/** The chapters of a course as native folds: what each holds, how far the reader is, its lessons in order. */
import { ChevronRight } from 'lucide-react'
import { useRef } from 'react'
import { Link } from '@/components/ui/link'
import type { LessonFacts } from '@/lib/events/summary'
import { LessonGlyph } from './lesson-glyph'
import { LessonRows } from './lesson-rows'
import { countLessons, describeOpen, describeTime, type OutlineChapter, type OutlineLesson } from './outline'
import { type LessonStates, useLessonStates } from './use-lesson-states'

/** The chapters of a course, each to unfold. All of it is in the document, so that it can be found and read without a script. */
export function ChapterFolds({ chapters, facts }: { chapters: OutlineChapter[]; facts: LessonFacts[] }) {
  const states = useLessonStates(facts)
  const list = useRef<HTMLOListElement>(null)
  const setAll = (open: boolean) => {
    for (const fold of list.current?.querySelectorAll('details') ?? []) fold.open = open
  }
  const opened = chapters.find(({ lessons }) => lessons.some(({ status }) => status === 'published')) ?? chapters[0]
  return (
    <>
      <div className="mb-4 flex flex-wrap items-center justify-between gap-x-4">
        <h2 id="chapters" className="text-2xl">
          {chapters.length === 1 ? 'One chapter so far' : `${chapters.length} chapters`}
        </h2>
        {chapters.length > 1 ? (
          <p className="-mr-3 hidden gap-1 text-sm scripted:flex" data-print="hide">
            <FoldButton onClick={() => setAll(true)}>Open all</FoldButton>
            <FoldButton onClick={() => setAll(false)}>Close all</FoldButton>
          </p>
        ) : null}
      </div>
      <ol ref={list} className="grid gap-3">
        {chapters.map((chapter) => (
          <li key={chapter.id}>
            <ChapterFold chapter={chapter} open={chapter === opened} states={states} />
          </li>
        ))}
      </ol>
    </>
  )
}

function ChapterFold({ chapter, open, states }: { chapter: OutlineChapter; open: boolean; states: LessonStates }) {
  const { slug, href, title, summary, position, lessons, minutes } = chapter
  return (
    <details id={slug} open={open} className="group overflow-hidden rounded-card border border-line bg-surface">
      <summary className="flex items-center gap-3 px-4 py-4 hover:bg-sunken focus-visible:-outline-offset-4 sm:gap-4 sm:px-6 dark:hover:bg-line/40 [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden="true"
          className="size-5 shrink-0 text-accent transition-transform group-open:rotate-90"
        />
        <span aria-hidden="true" className="w-6 shrink-0 text-right font-serif text-muted text-xl tabular-nums">
          {position}
        </span>
        <span className="min-w-0 flex-1">
          <span className="block font-semibold font-serif text-xl leading-snug">{title}</span>
          <span className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-1.5 text-muted text-sm">
            <span>{`${countLessons(lessons)}, ${describeOpen(lessons)} · ${describeTime(minutes)}`}</span>
            <StateStrip lessons={lessons} states={states} />
          </span>
        </span>
      </summary>
      <div className="border-line border-t">
        <p className="max-w-[70ch] px-4 pt-4 pb-2 text-muted sm:px-6">
          {summary}{' '}
          <Link
            href={href}
            className="inline-flex min-h-6 items-center whitespace-nowrap text-accent underline underline-offset-4"
          >
            The chapter’s own page
          </Link>
        </p>
        <LessonRows lessons={lessons} states={states} />
      </div>
    </details>
  )
}

/** One sign a lesson, in order: the chapter at a glance. The words before it say the same. */
function StateStrip({ lessons, states }: { lessons: OutlineLesson[]; states: LessonStates }) {
  return (
    <span aria-hidden="true" className="flex flex-wrap gap-1 text-accent">
      {lessons.map((lesson) => (
        <LessonGlyph key={lesson.id} state={states.stateOf(lesson)} className="size-3.5 shrink-0" />
      ))}
    </span>
  )
}

function FoldButton({ onClick, children }: { onClick: () => void; children: string }) {
  return (
    <button
      type="button"
      onClick={onClick}
      className="min-h-9 rounded-control px-3 font-medium text-accent hover:bg-accent-soft"
    >
      {children}
    </button>
  )
}
