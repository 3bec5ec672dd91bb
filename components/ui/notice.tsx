import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names'

type Tone = 'info' | 'good' | 'warn' | 'bad'

const tones: Record<Tone, { icon: typeof Info; className: string }> = {
  info: { icon: Info, className: 'border-line bg-accent-soft [&_svg]:text-accent' },
  good: { icon: CircleCheck, className: 'border-line bg-good-soft [&_svg]:text-good' },
  warn: { icon: TriangleAlert, className: 'border-line bg-warn-soft [&_svg]:text-warn' },
  bad: { icon: CircleAlert, className: 'border-line bg-bad-soft [&_svg]:text-bad' },
}

interface NoticeProps {
  tone?: Tone
  title?: string
  /** `status` waits its turn in a screen reader, `alert` interrupts; leave out for text that was there from the start. */
  role?: 'status' | 'alert'
  children: ReactNode
}

export function Notice({ tone = 'info', title, role, children }: NoticeProps) {
  const { icon: Icon, className } = tones[tone]
  return (
    <div role={role} className={classNames('flex gap-3 rounded-card border p-4 text-[0.95rem]', className)}>
      <Icon aria-hidden="true" className="mt-0.5 size-5 shrink-0" />
      <div className="min-w-0 flex-1">
        {title ? <p className="font-semibold">{title}</p> : null}
        <div>{children}</div>
      </div>
    </div>
  )
}
