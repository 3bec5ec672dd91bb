'use client'

import { useEffect } from 'react'

/**
 * Lights up the entry that the address leads to. The browser does so by itself (`:target`) when it loads a page or
 * follows an anchor, but not when the router brings the reader here.
 */
export function Arrival() {
  useEffect(() => {
    function light() {
      for (const lit of document.querySelectorAll('[data-arrived]')) lit.removeAttribute('data-arrived')
      document.getElementById(location.hash.slice(1))?.setAttribute('data-arrived', '')
    }
    light()
    addEventListener('hashchange', light)
    return () => removeEventListener('hashchange', light)
  }, [])
  return null
}
