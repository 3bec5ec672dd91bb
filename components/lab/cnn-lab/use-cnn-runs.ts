'use client'

/**
 * The trainer of a CNN lab and its book of runs: what the settings ask for and is not kept yet is trained, one run after
 * another; what ends is kept. A trainer that says nothing any more is replaced. Not here: what is looked at (use-look.ts).
 */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useRest } from '@/components/lab/use-rest'
import { useTrainer } from '@/components/training/use-trainer'
import type { LearntWeights, RunResult } from '@/lib/training/protocol'
import type { TrainingSnapshot } from '@/lib/training/training-snapshot'
import { inTurns, type PlannedNetwork } from './cnn-spec'
import { forgetRuns, groupsOf, keepRun, keepWeights, missingRuns, type RunBook } from './run-book'

/** Curves of up to fifty runs are drawn with every news. */
const SHOW_MS = 160
/** News comes several times a second while it trains. */
const SILENCE_MS = 5000
/** Settings that end their worker each time are not tried for ever. */
const MOST_RECOVERIES = 3

export function useCnnRuns(networks: readonly PlannedNetwork[], onScreen: boolean) {
  const { trainer, snapshot } = useTrainer(SHOW_MS)
  const [book, setBook] = useState<RunBook>(new Map())
  const [recoveries, setRecoveries] = useState(0)
  const kept = useRef(new WeakSet<RunResult>())
  const { phase, runs, data, failure } = snapshot
  /** The last news before a command: until there is other news, an answer is waited for. */
  const [answered, setAnswered] = useState<TrainingSnapshot | null>(null)
  const resume = useCallback(() => {
    setAnswered(trainer.getSnapshot())
    trainer.resume()
  }, [trainer])
  useRest({ pause: trainer.pause, resume }, phase, onScreen)

  useEffect(() => {
    if (data === null) return
    for (const run of runs) {
      if (run.result === null || kept.current.has(run.result)) continue
      kept.current.add(run.result)
      setBook((before) => keepRun(before, run, data))
      void trainer.weights(run.key).then((learnt) => setBook((before) => keepWeights(before, run.key, learnt)))
    }
  }, [runs, data, trainer])

  const missing = useMemo(() => missingRuns(networks, book), [networks, book])
  const isOpen = phase === 'loading' || phase === 'running' || phase === 'paused'

  // Other settings: what trains is asked for no longer.
  const current = runs.find(({ status }) => status === 'training')
  const isWanted = current === undefined || inTurns(networks).some(({ key }) => key === current.key)
  useEffect(() => {
    if (isOpen && !isWanted) trainer.stop()
  }, [isOpen, isWanted, trainer])

  const start = useCallback(
    (paused: boolean) => {
      setRecoveries(0)
      const again = missing.length === 0
      const wanted = again ? inTurns(networks) : missing
      if (again)
        setBook((before) =>
          forgetRuns(
            before,
            wanted.map(({ key }) => key),
          ),
        )
      trainer.start(wanted, { paused })
    },
    [trainer, networks, missing],
  )

  // A worker that the browser ended says nothing: only time tells. One that failed says so.
  const recover = useRef(() => {})
  recover.current = () => {
    if (recoveries >= MOST_RECOVERIES || missing.length === 0) return
    setRecoveries(recoveries + 1)
    trainer.start(missing)
  }
  useEffect(() => {
    if (failure?.reason === 'crash') recover.current()
  }, [failure])
  useEffect(() => {
    if (snapshot.phase !== 'running' && snapshot !== answered) return
    const timer = window.setTimeout(() => recover.current(), SILENCE_MS)
    return () => window.clearTimeout(timer)
  }, [snapshot, answered])

  const groups = useMemo(() => groupsOf(networks, book, runs), [networks, book, runs])
  const shown = groups.flatMap((group) => group.runs)[0]?.key
  return {
    snapshot,
    book,
    /** What the runs that are shown were trained on; null where there are none. */
    data: shown === undefined ? null : (book.get(shown)?.data ?? data),
    missing,
    isOpen,
    /** Times that the worker was lost and the run under way was begun again. */
    recoveries,
    groups,
    run: () => start(false),
    pause: () => trainer.pause(),
    resume,
    step: () => {
      if (phase !== 'paused') start(true)
      trainer.step()
    },
    stop: () => trainer.stop(),
    /** Forgets all that was trained. */
    clear: () => {
      trainer.reset()
      setBook(new Map())
    },
    /** Of a run that is kept, or stands still. */
    weightsOf: useCallback(
      (key: string): Promise<LearntWeights | null> => {
        const learnt = book.get(key)?.learnt
        return learnt ? Promise.resolve(learnt) : trainer.weights(key)
      },
      [book, trainer],
    ),
  }
}

export type CnnRuns = ReturnType<typeof useCnnRuns>
