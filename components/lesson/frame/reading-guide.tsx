'use client'

import { useEffect, useState } from 'react'
import { followSections, listSections } from './follow-sections'
import { findReminder, keepPlace, keepVersion, type Reminder } from './reading-memory'

interface Props {
  lessonId: string
  /** Name of the version on this page. */
  here: string
  versions: { name: string; title: string; href: string }[]
}

const storage = () => window.localStorage

/**
 * Goes along with the reader: marks the section in the contents lists, makes the links to the other versions lead to
 * the same section, remembers both. Shows, to somebody who comes back, one link to where they were; never jumps.
 */
export function ReadingGuide({ lessonId, here, versions }: Props) {
  const [reminder, setReminder] = useState<Reminder | null>(null)

  useEffect(() => {
    // Whoever followed a link to a passage wants that passage.
    if (window.location.hash === '') {
      setReminder(findReminder(storage, { lessonId, here, versions, sections: listSections() }))
    }
    const end = followSections((section) => {
      for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-version]')) {
        link.hash = section?.anchor ?? ''
      }
      const bar = document.querySelector('[data-section-here]')
      if (bar !== null) bar.textContent = section?.title ?? ''
      if (section !== null) keepPlace(storage, lessonId, section.foot ? null : section.anchor)
    })
    function noteClick({ target }: MouseEvent) {
      const link = target instanceof Element ? target.closest('a') : null
      if (link?.dataset.version) keepVersion(storage, link.dataset.version)
      if (link?.closest('[data-contents]')) link.closest('details')?.removeAttribute('open')
    }
    document.addEventListener('click', noteClick)
    return () => {
      end()
      document.removeEventListener('click', noteClick)
    }
  }, [lessonId, here, versions])

  return reminder === null ? null : (
    <a
      href={reminder.href}
      onClick={() => setReminder(null)}
      className="max-w-full truncate rounded-control py-2 font-medium text-accent text-sm underline underline-offset-4"
    >
      {reminder.text}
    </a>
  )
}
