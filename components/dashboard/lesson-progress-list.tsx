'use client'

import { Badge } from '@/components/ui/badge'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { ProgressBar } from '@/components/ui/progress-bar'
import type { LessonProgress, Share } from '@/lib/events/summary'
import type { DashboardFacts } from './dashboard-facts'

/** Lessons with any trace of the learner. Progress is what was done, never how far was scrolled. */
export function LessonProgressList({ progress, facts }: { progress: LessonProgress[]; facts: DashboardFacts }) {
  if (progress.length === 0) {
    return (
      <EmptyState
        title="No lesson begun yet"
        action={
          facts.firstLessonHref ? <ButtonLink href={facts.firstLessonHref}>Start the first lesson</ButtonLink> : null
        }
      >
        <p>
          A lesson turns up here as soon as you open it. It moves on with the cards, questions and experiments you do.
        </p>
      </EmptyState>
    )
  }
  return (
    <ul className="flex flex-col gap-3">
      {progress.map((one) => {
        const lesson = facts.lessons.find(({ id }) => id === one.lessonId)
        if (lesson === undefined) return null
        return (
          <li key={one.lessonId} className="rounded-card border border-line bg-surface p-5">
            <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
              <div>
                <h3 className="text-xl">
                  <Link href={lesson.href} className="underline-offset-4 hover:underline">
                    {lesson.title}
                  </Link>
                </h3>
                <p className="mt-0.5 text-muted text-sm">{lesson.chapterTitle}</p>
              </div>
              {one.cardsDue > 0 ? (
                <Link href={`${lesson.href}/flashcards`} className="inline-flex min-h-6 items-center">
                  <Badge tone="accent">{one.cardsDue === 1 ? '1 card due' : `${one.cardsDue} cards due`}</Badge>
                </Link>
              ) : null}
            </div>
            <div className="mt-4">
              <ProgressBar
                label={`Progress in ${lesson.title}`}
                hideLabel
                value={one.fraction}
                detail={`${Math.round(one.fraction * 100)} % · ${describeShares(one)}`}
              />
            </div>
          </li>
        )
      })}
    </ul>
  )
}

function describeShares({ cards, questions, experiments }: LessonProgress): string {
  const parts: [Share, string][] = [
    [cards, 'cards'],
    [questions, 'questions right'],
    [experiments, 'experiments'],
  ]
  return parts
    .filter(([share]) => share.of > 0)
    .map(([{ done, of }, what]) => `${done} of ${of} ${what}`)
    .join(' · ')
}
