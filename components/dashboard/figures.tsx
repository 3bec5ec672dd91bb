import type { ReactNode } from 'react'
import { Link } from '@/components/ui/link'

interface FigureProps {
  title: string
  value: ReactNode
  detail: ReactNode
  href?: string | undefined
  linkText?: string
}

/** One number that matters, and what it means. */
export function Figure({ title, value, detail, href, linkText }: FigureProps) {
  return (
    <div className="flex flex-col rounded-card border border-line bg-surface p-4 sm:p-5">
      <dt className="text-muted text-sm">{title}</dt>
      <dd className="mt-1 flex flex-1 flex-col">
        <span className="font-serif font-semibold text-4xl tabular-nums">{value}</span>
        <span className="mt-1 text-muted text-sm">{detail}</span>
        {href && linkText ? (
          <Link
            href={href}
            className="mt-auto inline-flex min-h-11 items-end pt-3 font-medium text-accent text-sm underline underline-offset-4 hover:text-accent-strong"
          >
            {linkText}
          </Link>
        ) : null}
      </dd>
    </div>
  )
}
