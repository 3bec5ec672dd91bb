'use client'

import { type RefObject, useEffect, useRef, useState } from 'react'

/** Width of an element in CSS pixels, followed as it changes; `initial` until the page is live. */
export function useWidth<Target extends HTMLElement>(initial: number): [RefObject<Target | null>, number] {
  const ref = useRef<Target>(null)
  const [width, setWidth] = useState(initial)
  useEffect(() => {
    const target = ref.current
    if (!target) return
    const observer = new ResizeObserver(([entry]) => {
      if (entry && entry.contentRect.width > 0) setWidth(Math.round(entry.contentRect.width))
    })
    observer.observe(target)
    return () => observer.disconnect()
  }, [])
  return [ref, width]
}
