'use client'

import { useEffect, useRef, useState } from 'react'
import { useLearner } from '@/components/learner/use-learner'
import type { RunResult } from '@/lib/training/protocol'
import type { TrainingSnapshot } from '@/lib/training/training-snapshot'
import { runEvent } from './run-event'

/** Writes each run that ends into the learner's log, once. Returns whether one could not be written. */
export function useRunJournal(snapshot: TrainingSnapshot, itemId: string, itemVersion: string): { failed: boolean } {
  const { record } = useLearner()
  const recorded = useRef(new WeakSet<RunResult>())
  const [failed, setFailed] = useState(false)
  const { runs, data } = snapshot
  useEffect(() => {
    for (const run of runs) {
      if (run.result === null || data === null || recorded.current.has(run.result)) continue
      recorded.current.add(run.result)
      record(runEvent({ itemId, itemVersion }, run, run.result, data)).catch(() => setFailed(true))
    }
  }, [runs, data, itemId, itemVersion, record])
  return { failed }
}
