'use client'

import { useEffect, useState } from 'react'
import type { LessonHeading } from '@/components/lesson/lesson-data'
import { classNames } from '@/components/ui/class-names'

/** The lesson's sections; marks the one being read. Plain links without JavaScript. */
export function ContentsList({ headings }: { headings: LessonHeading[] }) {
  const here = useSectionInView(headings)
  return (
    <ol className="grid border-line border-l text-sm">
      {headings.map(({ anchor, title, depth }) => (
        <li key={anchor}>
          <a
            href={`#${anchor}`}
            aria-current={anchor === here ? 'location' : undefined}
            className={classNames(
              '-ml-px block border-l-2 py-1.5 pr-2 leading-snug hover:text-ink',
              depth > 2 ? 'pl-7' : 'pl-4',
              anchor === here ? 'border-accent font-medium text-ink' : 'border-transparent text-muted',
            )}
          >
            {title}
          </a>
        </li>
      ))}
    </ol>
  )
}

/** The last heading that has passed the upper third of the screen; null before the first. */
function useSectionInView(headings: LessonHeading[]): string | null {
  const [here, setHere] = useState<string | null>(null)
  useEffect(() => {
    let frame = 0
    const look = () => {
      frame = 0
      const line = window.innerHeight / 3
      const passed = headings.filter(({ anchor }) => {
        const top = document.getElementById(anchor)?.getBoundingClientRect().top
        return top !== undefined && top < line
      })
      setHere(passed.at(-1)?.anchor ?? null)
    }
    const onScroll = () => {
      if (frame === 0) frame = requestAnimationFrame(look)
    }
    onScroll()
    window.addEventListener('scroll', onScroll, { passive: true })
    window.addEventListener('resize', onScroll)
    return () => {
      cancelAnimationFrame(frame)
      window.removeEventListener('scroll', onScroll)
      window.removeEventListener('resize', onScroll)
    }
  }, [headings])
  return here
}
