'use client'

import { useSyncExternalStore } from 'react'
import { readThemeChoice, resolveTheme, storeThemeChoice, type ThemeChoice } from './theme-choice'

const DARK = '(prefers-color-scheme: dark)'
/** Every button that shows the choice, in this tab. */
const listeners = new Set<() => void>()

/** What was chosen where the browser keeps nothing for us: it lasts as long as the page. */
let unkept: ThemeChoice | null = null

function kept(): ThemeChoice {
  if (unkept !== null) return unkept
  try {
    return readThemeChoice(localStorage)
  } catch {
    return 'system'
  }
}

function changed() {
  document.documentElement.dataset.theme = resolveTheme(kept(), matchMedia(DARK).matches)
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  if (listeners.size === 1) {
    matchMedia(DARK).addEventListener('change', changed)
    addEventListener('storage', changed)
  }
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    matchMedia(DARK).removeEventListener('change', changed)
    removeEventListener('storage', changed)
  }
}

function choose(choice: ThemeChoice) {
  try {
    storeThemeChoice(choice, localStorage)
    unkept = null
  } catch {
    unkept = choice
  }
  changed()
}

/** The reader's choice of theme, the same in every button and tab; on the server, the system's. */
export function useThemeChoice(): [ThemeChoice, (choice: ThemeChoice) => void] {
  const choice = useSyncExternalStore(subscribe, kept, () => 'system' as const)
  return [choice, choose]
}
