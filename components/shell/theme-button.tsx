'use client'

import { Monitor, Moon, Sun } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { classNames } from '@/components/ui/class-names'
import { nextThemeChoice } from './theme-choice'
import { useThemeChoice } from './use-theme-choice'

const icons = { system: Monitor, light: Sun, dark: Moon } as const
const names = { system: 'as the system has it', light: 'light', dark: 'dark' } as const

/** Goes round light, dark and the system's own; `labelled` says in words what it shows. */
export function ThemeButton({ labelled = false }: { labelled?: boolean }) {
  const [choice, choose] = useThemeChoice()
  const Icon = icons[choice]
  const next = nextThemeChoice(choice)
  const button = useRef<HTMLButtonElement>(null)
  // From here on a press is ours; before, it was the theme script's.
  useEffect(() => button.current?.removeAttribute('data-early'), [])
  return (
    <button
      ref={button}
      type="button"
      data-early="theme"
      onClick={() => choose(next)}
      aria-label={`Colours: ${names[choice]}. Switch to ${names[next]}.`}
      title={`Colours: ${names[choice]}`}
      className={classNames(
        'inline-flex min-h-11 min-w-11 items-center justify-center gap-3 rounded-control text-muted hover:bg-sunken hover:text-ink noscript:hidden',
        labelled && 'pr-3',
      )}
    >
      <Icon aria-hidden="true" className="size-5" />
      {labelled ? <span aria-hidden="true">Colours: {names[choice]}</span> : null}
    </button>
  )
}
