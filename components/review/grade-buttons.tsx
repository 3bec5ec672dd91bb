'use client'

import { classNames } from '@/components/ui/class-names'
import type { Grade } from '@/lib/review/grade'
import { GRADE_BUTTONS } from './grade-list'

interface GradeButtonsProps {
  previews: Record<Grade, { label: string }>
  onGrade: (grade: Grade) => void
}

/** How well was it remembered? Each button says when the card would come back. */
export function GradeButtons({ previews, onGrade }: GradeButtonsProps) {
  return (
    <fieldset>
      <legend className="mb-3 w-full text-center text-muted text-sm">How well did you remember it?</legend>
      <div className="grid grid-cols-4 gap-2 sm:gap-2.5">
        {GRADE_BUTTONS.map(({ grade, title, key, tone }) => (
          <button
            key={grade}
            aria-keyshortcuts={key}
            type="button"
            // A double click is one answer: the second half of it must not answer the next card.
            onClick={(event) => event.detail < 2 && onGrade(grade)}
            className="flex min-h-16 flex-col items-center justify-center rounded-control border border-line-strong bg-surface px-1 py-2.5 transition-colors hover:bg-sunken"
          >
            <span className={classNames('font-semibold', tone)}>{title}</span>
            <span className="text-muted text-xs tabular-nums sm:text-sm">
              <span className="sr-only">comes back in </span>
              {previews[grade].label}
            </span>
          </button>
        ))}
      </div>
    </fieldset>
  )
}
