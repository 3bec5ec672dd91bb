import { ArrowLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { Breadcrumb } from '@/components/lesson/frame/breadcrumb'
import { Link } from '@/components/ui/link'

interface StudyFrameProps {
  /** From the course to the page that this one belongs to; empty for a page of its own. */
  trail: { title: string; href: string }[]
  here: string
  title: string
  intro?: ReactNode
  children: ReactNode
}

/**
 * The page around a deck or a quiz: one column, nothing beside the work. It fills the screen from the start, so that the
 * site's foot does not jump when the work arrives.
 */
export function StudyFrame({ trail, here, title, intro, children }: StudyFrameProps) {
  const back = trail.at(-1)
  return (
    <div className="mx-auto min-h-[calc(100dvh-4rem)] w-full max-w-2xl px-4 py-4 sm:px-6 sm:py-6">
      {back ? (
        <>
          <div className="mb-4 max-sm:hidden">
            {/* The column is narrow: the chapter and the lesson are near enough, and stay on one line. */}
            <Breadcrumb trail={trail.slice(-2)} here={here} />
          </div>
          {/* On a phone the work itself should be in sight; one step back is enough. */}
          <Link
            href={back.href}
            className="mb-1 inline-flex min-h-11 items-center gap-1.5 text-muted text-sm sm:hidden"
          >
            <ArrowLeft aria-hidden="true" className="size-4" />
            Back to the lesson
          </Link>
        </>
      ) : null}
      <h1 className="text-2xl sm:text-3xl">{title}</h1>
      {intro ? <p className="mt-1.5 text-muted sm:mt-2">{intro}</p> : null}
      <div className="mt-5 sm:mt-6">{children}</div>
    </div>
  )
}
