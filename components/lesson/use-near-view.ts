import { type RefObject, useEffect, useRef, useState } from 'react'

/** Turns true, once, when the element comes near the screen: the moment to load what it will show. `margin`: of the screen. */
export function useNearView(margin = '600px 0px'): { ref: RefObject<HTMLDivElement | null>; near: boolean } {
  const ref = useRef<HTMLDivElement>(null)
  const [near, setNear] = useState(false)
  useEffect(() => {
    const element = ref.current
    if (element === null) return
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return
        setNear(true)
        observer.disconnect()
      },
      { rootMargin: margin },
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [margin])
  return { ref, near }
}
