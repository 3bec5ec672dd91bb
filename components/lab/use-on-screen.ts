'use client'

import { type RefObject, useEffect, useRef, useState } from 'react'

/** Whether any of an element can be seen: a widget that cannot be rests, so that others on the page are not slowed. */
export function useOnScreen<Target extends HTMLElement>(): { ref: RefObject<Target | null>; onScreen: boolean } {
  const ref = useRef<Target>(null)
  const [inside, setInside] = useState(false)
  const [shown, setShown] = useState(true)
  useEffect(() => {
    const element = ref.current
    if (element === null) return
    const look = () => setShown(document.visibilityState === 'visible')
    const observer = new IntersectionObserver((entries) => setInside(entries.at(-1)?.isIntersecting === true))
    observer.observe(element)
    look()
    document.addEventListener('visibilitychange', look)
    return () => {
      observer.disconnect()
      document.removeEventListener('visibilitychange', look)
    }
  }, [])
  return { ref, onScreen: inside && shown }
}
