'use client'

import { useEffect } from 'react'

const PLACES = '.prose :is(pre, math[display="block"], .overflow-x-auto)'

/**
 * Code, tables and formulas that are wider than their text scroll by themselves. Those that do, and only those, can be
 * reached by Tab, since not every browser lets the arrow keys scroll what has no focus.
 */
export function ScrollPlaces() {
  useEffect(() => {
    const observer = new ResizeObserver((entries) => {
      for (const { target } of entries) settle(target)
    })
    for (const place of document.querySelectorAll(PLACES)) observer.observe(place)
    return () => observer.disconnect()
  }, [])
  return null
}

function settle(place: Element) {
  const scrolls = place.scrollWidth > place.clientWidth
  for (const [name, value] of Object.entries(reachable(place.localName))) {
    if (scrolls) place.setAttribute(name, value)
    else place.removeAttribute(name)
  }
}

/** A formula says what it is; the others need a name, to be heard when focus arrives. */
function reachable(element: string): Record<string, string> {
  if (element === 'math') return { tabindex: '0' }
  return { tabindex: '0', role: 'group', 'aria-label': `${element === 'pre' ? 'Code' : 'Table'}, scrolls sideways` }
}
