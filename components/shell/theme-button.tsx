'use client'

import { Monitor, Moon, Sun } from 'lucide-react'
import { useEffect, useState } from 'react'
import { nextThemeChoice, readThemeChoice, resolveTheme, storeThemeChoice, type ThemeChoice } from './theme-choice'

const icons = { system: Monitor, light: Sun, dark: Moon } as const
const names = { system: 'as the system has it', light: 'light', dark: 'dark' } as const
const DARK = '(prefers-color-scheme: dark)'

export function ThemeButton() {
  // Until the browser has been asked, server and browser agree on "system".
  const [choice, setChoice] = useState<ThemeChoice>('system')

  useEffect(() => {
    setChoice(readThemeChoice(localStorage))
    const system = matchMedia(DARK)
    const follow = () => applyTheme(readThemeChoice(localStorage))
    system.addEventListener('change', follow)
    addEventListener('storage', follow)
    return () => {
      system.removeEventListener('change', follow)
      removeEventListener('storage', follow)
    }
  }, [])

  const Icon = icons[choice]
  const next = nextThemeChoice(choice)
  return (
    <button
      type="button"
      onClick={() => {
        storeThemeChoice(next, localStorage)
        setChoice(next)
        applyTheme(next)
      }}
      aria-label={`Colours: ${names[choice]}. Switch to ${names[next]}.`}
      title={`Colours: ${names[choice]}`}
      className="inline-flex size-11 items-center justify-center rounded-control text-muted hover:bg-sunken hover:text-ink"
    >
      <Icon aria-hidden="true" className="size-5" />
    </button>
  )
}

function applyTheme(choice: ThemeChoice) {
  document.documentElement.dataset.theme = resolveTheme(choice, matchMedia(DARK).matches)
}
