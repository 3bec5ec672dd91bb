import type { ReactNode } from 'react'
import { Link } from '@/components/ui/link'

interface BridgeProps {
  /** The course that the reader is in. */
  here: { title: string }
  /** The lesson in the course that it was written for. */
  home: { title: string; href: string }
  /** From this course into the lesson; null where nothing was written. */
  children: ReactNode
}

/** Before a lesson that is at home in another course: how this course comes to it, and that it is one lesson in two places. */
export function Bridge({ here, home, children }: BridgeProps) {
  return (
    <aside aria-label={`From “${here.title}”`} className="rounded-card border border-line bg-sunken p-5 sm:p-6">
      {children === null ? null : <div className="prose text-[1.05rem]">{children}</div>}
      <p className="mt-3 font-sans text-muted text-sm first:mt-0">
        This lesson belongs to the course{' '}
        <Link href={home.href} className="text-accent underline underline-offset-4">
          {home.title}
        </Link>{' '}
        too. It is the same one: what you do in either place counts in both.
      </p>
    </aside>
  )
}
