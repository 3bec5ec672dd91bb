'use client'

import { Layers, LayoutDashboard } from 'lucide-react'
import { usePathname } from 'next/navigation'
import { classNames } from '@/components/ui/class-names'
import { Link } from '@/components/ui/link'
import { DueBadge } from './due-badge'
import { isWithin } from './is-within'
import { STUDY_LINKS } from './site-links'

/** The learner's flashcards, with how many are due, and their dashboard: plain links, there for guests too. */
export function StudyLinks() {
  const pathname = usePathname()
  const { review, dashboard } = STUDY_LINKS
  const look = (href: string) =>
    classNames(
      'relative inline-flex size-11 items-center justify-center rounded-control',
      isWithin(pathname, href)
        ? 'bg-sunken text-ink dark:not-forced-colors:bg-line forced-colors:border'
        : 'text-muted hover:bg-sunken hover:text-ink dark:hover:bg-surface',
    )
  const current = (href: string) => (isWithin(pathname, href) ? 'page' : undefined)
  return (
    <>
      <Link href={review.href} title={review.label} aria-current={current(review.href)} className={look(review.href)}>
        <Layers aria-hidden="true" className="size-5" />
        <span className="sr-only">{review.label}</span>
        <DueBadge />
      </Link>
      <Link
        href={dashboard.href}
        title={dashboard.label}
        aria-current={current(dashboard.href)}
        className={classNames(look(dashboard.href), 'max-sm:hidden')}
      >
        <LayoutDashboard aria-hidden="true" className="size-5" />
        <span className="sr-only">{dashboard.label}</span>
      </Link>
    </>
  )
}
