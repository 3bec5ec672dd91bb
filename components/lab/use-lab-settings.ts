'use client'

import { useCallback, useMemo, useRef, useState } from 'react'
import { LAB_WIDGETS, type LabName } from '@/lib/lab/registry'
import { type LabWidget, refusals, type SettingsOf } from '@/lib/lab/widget'
import { change, redo, startHistory, undo } from './settings-history'

export type LabSettings<Name extends LabName> = SettingsOf<(typeof LAB_WIDGETS)[Name]>

/** What every widget of the workbench is given. */
export interface LabProps<Name extends LabName> {
  /** As the link or the lesson has them. */
  initial: LabSettings<Name>
  /** What “Reset” goes back to: the lesson's settings, or the widget's own. */
  home: LabSettings<Name>
  /** A sentence on what to look at. */
  caption?: string
  /** 2 on a page of its own, 3 in a lesson. */
  headingLevel: 2 | 3
  /** A task that a lesson sets, as its author wrote it; only the playground has any. */
  goal?: string
  /** After every change. */
  onSettings?: (settings: LabSettings<Name>) => void
}

interface SetOptions {
  /** No step to be undone, such as where a cursor stands. */
  silent?: boolean
  /** A step by itself, however soon it follows another of its kind: a point that is placed, not a slider drawn along. */
  apart?: boolean
}

export interface LabControls<Name extends LabName> {
  name: Name
  settings: LabSettings<Name>
  /** Changes some settings; what contradicts the others is refused with a sentence and changes nothing. */
  set: (changed: Partial<LabSettings<Name>>, options?: SetOptions) => void
  /** Why the last change was refused. */
  refused: string | null
  undo: (() => void) | null
  redo: (() => void) | null
  /** Null where there is nothing to go back from. */
  reset: (() => void) | null
}

/** A widget's settings: always such as a link can carry, and every change can be undone. */
export function useLabSettings<Name extends LabName>(
  name: Name,
  { initial, home, onSettings }: Pick<LabProps<Name>, 'initial' | 'home' | 'onSettings'>,
): LabControls<Name> {
  type Settings = LabSettings<Name>
  const [history, setHistory] = useState(() => startHistory<Settings>(initial))
  const [refused, setRefused] = useState<string | null>(null)
  // Two changes before the next picture both count.
  const latest = useRef(history)
  const { present, past, future } = history

  const move = useCallback(
    (next: typeof history) => {
      latest.current = next
      setHistory(next)
      setRefused(null)
      onSettings?.(next.present)
    },
    [onSettings],
  )
  const set = useCallback(
    (changed: Partial<Settings>, { silent = false, apart = false }: SetOptions = {}) => {
      const settled = settle(LAB_WIDGETS[name], changed)
      const [refusal] = refusals(LAB_WIDGETS[name], { ...latest.current.present, ...settled })
      if (refusal) setRefused(`${refusal.message}.`)
      else {
        const before = apart ? { ...latest.current, last: null } : latest.current
        move(change(before, settled as Partial<Settings>, performance.now(), silent))
      }
    },
    [name, move],
  )
  const isHome = useMemo(() => JSON.stringify(present) === JSON.stringify(home), [present, home])

  return {
    name,
    settings: present,
    set,
    refused,
    undo: past.length > 0 ? () => move(undo(history)) : null,
    redo: future.length > 0 ? () => move(redo(history)) : null,
    reset: isHome ? null : () => move(change({ ...history, last: null }, home, performance.now())),
  }
}

function settle(widget: LabWidget, changed: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(changed).map(([key, value]) => [key, widget.fields[key]?.settle(value)]))
}
