'use client'

import { useCallback, useEffect, useState } from 'react'
import { useLearner } from '@/components/learner/use-learner'
import { newId } from '@/lib/journal/browser-journal'
import type { TrainingSnapshot } from '@/lib/training/training-snapshot'
import { runEvent } from './run-event'
import { RunKeeper } from './run-keeper'

/** Space may be freed at any time, and nothing tells the page. */
const TRY_AGAIN_MS = 30_000

/**
 * Writes each run that ends into the learner's log, once. One that cannot be written is tried again when another ends
 * and every half minute. Returns whether there is such a one now.
 */
export function useRunJournal(snapshot: TrainingSnapshot, itemId: string, itemVersion: string): { failed: boolean } {
  const { record } = useLearner()
  const [keeper] = useState(() => new RunKeeper())
  const [failed, setFailed] = useState(false)
  const { runs, data } = snapshot
  const save = useCallback(() => {
    void keeper.save(record).then((stored) => setFailed(!stored))
  }, [keeper, record])

  useEffect(() => {
    if (data === null) return
    const taken = runs.filter((run) => {
      const { result } = run
      if (result === null) return false
      // One id from the start: a second try of a write that did reach the log adds nothing.
      const draft = () => ({ ...runEvent({ itemId, itemVersion }, run, result, data), id: newId() })
      return keeper.take(result, draft)
    })
    if (taken.length > 0) save()
  }, [runs, data, itemId, itemVersion, keeper, save])

  useEffect(() => {
    if (!failed) return
    const timer = window.setInterval(save, TRY_AGAIN_MS)
    return () => window.clearInterval(timer)
  }, [failed, save])

  return { failed }
}
