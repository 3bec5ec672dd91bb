import { ArrowLeft, ArrowRight } from 'lucide-react'
import { Link } from '@/components/ui/link'

interface ChapterLink {
  id: string
  href: string
  title: string
}

/** To the chapter before and the one after; nothing where there is only one. */
export function ChapterPager({ previous, next }: { previous: ChapterLink | null; next: ChapterLink | null }) {
  if (previous === null && next === null) return null
  const look = 'inline-flex min-h-11 items-center gap-2 text-accent underline-offset-4 hover:underline'
  return (
    <nav
      aria-label="Chapters before and after"
      data-print="hide"
      className="mt-8 flex flex-wrap justify-between gap-x-6"
    >
      {previous === null ? (
        <span />
      ) : (
        <Link href={previous.href} className={look}>
          <ArrowLeft aria-hidden="true" className="size-4" />
          {previous.title}
        </Link>
      )}
      {next === null ? null : (
        <Link href={next.href} className={look}>
          {next.title}
          <ArrowRight aria-hidden="true" className="size-4" />
        </Link>
      )}
    </nav>
  )
}

/** Chapters by name, one below the other. */
export function ChapterLinks({ chapters }: { chapters: ChapterLink[] }) {
  return (
    <ul className="grid gap-1">
      {chapters.map(({ id, href, title }) => (
        <li key={id}>
          <Link
            href={href}
            prefetch={false}
            className="inline-flex min-h-6 items-center text-accent underline underline-offset-4"
          >
            {title}
          </Link>
        </li>
      ))}
    </ul>
  )
}
