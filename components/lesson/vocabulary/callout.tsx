import { CircleAlert, FlaskConical, KeyRound, Lightbulb, Shuffle } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from '@/components/ui/class-names'
import type { CalloutProps, CalloutTone } from '@/lib/course/vocabulary'

const tones: Record<CalloutTone, { word: string; icon: typeof Lightbulb; box: string; mark: string }> = {
  note: { word: 'Aside', icon: Lightbulb, box: 'border-line bg-sunken', mark: 'text-muted' },
  key: { word: 'Worth keeping', icon: KeyRound, box: 'border-line bg-good-soft', mark: 'text-good' },
  predict: { word: 'Predict, then run', icon: FlaskConical, box: 'border-line bg-accent-soft', mark: 'text-accent' },
  warning: { word: 'Careful', icon: CircleAlert, box: 'border-line bg-warn-soft', mark: 'text-warn' },
  myth: { word: 'Often said, not so', icon: Shuffle, box: 'border-line bg-bad-soft', mark: 'text-bad' },
}

/** Part of the text, so a note and no landmark: a page may have many with one title. */
export function Callout({ tone, title, children }: CalloutProps & { children?: ReactNode }) {
  const { word, icon: Icon, box, mark } = tones[tone]
  return (
    <div
      role="note"
      aria-label={title ?? word}
      className={classNames('my-8 rounded-card border p-5 text-[0.97em]', box)}
    >
      <p className={classNames('flex items-center gap-2 font-sans font-semibold text-sm', mark)}>
        <Icon aria-hidden="true" className="size-4 shrink-0" />
        {title ?? word}
      </p>
      <div className="mt-2 [&>*+*]:mt-3">{children}</div>
    </div>
  )
}
