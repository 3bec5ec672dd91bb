/**
 * The state of an open search: the query, its answers, and which of them the keyboard stands on. Drawing is
 * search-dialog.tsx; answering is lib/search.
 */
import { useEffect, useMemo, useState } from 'react'
import { answer, type SearchAnswer } from '@/lib/search/groups'
import type { SearchIndex } from '@/lib/search/search-index'
import { loadIndex } from './load-index'

export type IndexState = { status: 'loading' } | { status: 'ready'; index: SearchIndex } | { status: 'failed' }

export function useSearch(indexHref: string) {
  const [state, setState] = useState<IndexState>({ status: 'loading' })
  const [text, setText] = useState('')
  const [active, setActive] = useState(0)
  /** Whether the arrows have left the field, so that Home and End belong to the list. */
  const [inList, setInList] = useState(false)
  const [attempt, setAttempt] = useState(0)

  useEffect(() => {
    let closed = false
    // A number that changes is what makes another attempt.
    const keep = (next: IndexState) => attempt >= 0 && !closed && setState(next)
    loadIndex(indexHref).then(
      (index) => keep({ status: 'ready', index }),
      () => keep({ status: 'failed' }),
    )
    return () => {
      closed = true
    }
  }, [indexHref, attempt])

  const found: SearchAnswer | null = useMemo(
    () => (state.status === 'ready' && text.trim() !== '' ? answer(state.index, text) : null),
    [state, text],
  )
  const count = found?.count ?? 0

  return {
    status: state.status,
    text,
    found,
    active: Math.min(active, count - 1),
    change(next: string) {
      setText(next)
      setActive(0)
      setInList(false)
    },
    retry() {
      setState({ status: 'loading' })
      setAttempt(attempt + 1)
    },
    /** Moves as the key says; false where the key is the field's own. */
    move(key: string): boolean {
      const to = destination(key, Math.min(active, count - 1), count, inList)
      if (to === null) return false
      setActive(to)
      setInList(true)
      return true
    },
  }
}

/** Round and round by arrows; Home and End only once the list was entered, since before they move in the text. */
export function destination(key: string, at: number, count: number, inList: boolean): number | null {
  if (count === 0) return null
  if (key === 'ArrowDown') return (at + 1) % count
  if (key === 'ArrowUp') return (at - 1 + count) % count
  if (key === 'Home' && inList) return 0
  if (key === 'End' && inList) return count - 1
  return null
}
