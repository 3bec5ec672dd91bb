'use client'

import { Check, X } from 'lucide-react'
import { TrustedHtml } from '@/components/lesson/trusted-html'
import { classNames } from '@/components/ui/class-names'
import type { AnswerOption } from '@/lib/journal/row'

interface OptionRowProps {
  kind: 'single' | 'multiple'
  name: string
  /** `A`, `B`, … */
  letter: string
  option: { id: string; html: string }
  checked: boolean
  /** Set once the answer was checked. */
  scored: AnswerOption | null
  disabled: boolean
  onChange: (checked: boolean) => void
}

/** One option: a radio button or a check box, and after the check what became of it, in words as well as colour. */
export function OptionRow({ kind, name, letter, option, checked, scored, disabled, onChange }: OptionRowProps) {
  const verdict = scored === null ? null : verdictOf(scored)
  return (
    <div
      className={classNames(
        'rounded-control border transition-colors',
        verdict?.tone === 'good' && 'border-good bg-good-soft',
        verdict?.tone === 'bad' && 'border-bad bg-bad-soft',
        verdict === null && checked && 'border-accent bg-accent-soft',
        verdict === null && !checked && 'border-line bg-surface',
        !disabled && 'hover:border-line-strong',
      )}
    >
      <label className={classNames('flex min-h-11 items-start gap-3 px-4 py-2.5', !disabled && 'cursor-pointer')}>
        <input
          type={kind === 'single' ? 'radio' : 'checkbox'}
          name={name}
          value={option.id}
          checked={checked}
          disabled={disabled}
          onChange={(event) => onChange(event.target.checked)}
          className="choice mt-1 shrink-0"
        />
        {/* An option may be a formula and nothing else, of which some readers make no name. */}
        <span className="sr-only">{letter}:</span>
        {/* On a phone the verdict stands below, so that it takes no width from the text. */}
        <span className="flex min-w-0 flex-1 flex-col gap-x-3 gap-y-1 sm:flex-row sm:items-start sm:justify-between">
          {/* Code breaks anywhere. A formula cannot break, so a wide one is written as two: a label is no place to scroll. */}
          <TrustedHtml
            as="span"
            html={option.html}
            className="min-w-0 max-w-full font-serif text-[1.05rem] [overflow-wrap:anywhere]"
          />
          {verdict ? (
            <span
              className={classNames(
                'inline-flex shrink-0 items-center gap-1 font-medium text-sm sm:mt-0.5',
                verdict.tone === 'good' ? 'text-good' : 'text-bad',
              )}
            >
              <verdict.icon aria-hidden="true" className="size-4" />
              {verdict.text}
            </span>
          ) : null}
        </span>
      </label>
      {scored?.chosen && scored.feedbackHtml ? (
        <TrustedHtml html={scored.feedbackHtml} className="px-4 pb-3 pl-12 text-[0.95rem] text-muted" />
      ) : null}
    </div>
  )
}

function verdictOf({ correct, chosen }: AnswerOption) {
  if (correct && chosen) return { tone: 'good', icon: Check, text: 'Right' } as const
  if (correct) return { tone: 'good', icon: Check, text: 'The answer' } as const
  return chosen ? ({ tone: 'bad', icon: X, text: 'Not right' } as const) : null
}
