'use client'

/** The row that runs a widget's networks: run, pause, step, stop, how fast, how far they are, and a few numbers. */
import { useEffect, useRef, useState } from 'react'
import { Fact } from '@/components/training/fact'
import { formatDuration, formatTimeLeft } from '@/components/training/format-duration'
import { TrainingControls } from '@/components/training/training-controls'
import { useSteadyText } from '@/components/training/use-steady-text'
import { ProgressBar } from '@/components/ui/progress-bar'
import { Segmented } from '@/components/ui/segmented'

/** What the buttons do. */
export interface Runner {
  pause(): void
  step(): void
  stop(): void
  restart(): void
}

export type Speed = 'slow' | 'normal' | 'fast'

export interface RunBarProps {
  player: Runner
  snapshot: {
    phase: 'empty' | 'loading' | 'ready' | 'running' | 'paused' | 'finished' | 'stopped' | 'failed'
    round: number
    elapsedMs: number
    runs: readonly { step: number }[]
  }
  /** Of one run; 0 where nothing can be run. */
  steps: number
  /** Nothing can be run as it is set. */
  blocked: boolean
  speed: Speed
  onSpeed: (speed: Speed) => void
  onRun: () => void
  /** Numbers of the run. */
  facts: readonly { name: string; value: string }[]
  /** What is run, over its bar. */
  label: string
}

/** What takes longer shows how much is left. */
const LONG_MS = 2000

export function RunBar({ player, snapshot, steps, blocked, speed, onSpeed, onRun, facts, label }: RunBarProps) {
  const { phase } = snapshot
  const isIdle = phase === 'empty' || phase === 'loading' || phase === 'ready'
  const step = Math.max(0, ...snapshot.runs.map((run) => run.step))
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <TrainingControls
          phase={isIdle ? 'idle' : phase}
          runLabel="Run"
          resetLabel="Start over"
          blocked={blocked}
          onRun={onRun}
          onResume={onRun}
          onPause={() => player.pause()}
          onStep={() => player.step()}
          onStop={() => player.stop()}
          onReset={() => player.restart()}
        />
        <Segmented
          legend="Speed"
          value={speed}
          options={[
            { value: 'slow', label: 'Slow' },
            { value: 'normal', label: 'Normal' },
            { value: 'fast', label: 'Fast' },
          ]}
          onChange={onSpeed}
        />
      </div>
      <ProgressBar
        label={label}
        value={step}
        max={steps}
        detail={useTimeText(snapshot, steps === 0 ? 0 : step / steps)}
      />
      <dl className="m-0 grid grid-cols-2 gap-x-4 gap-y-1 text-sm tabular-nums @lg:grid-cols-4">
        {facts.map((fact) => (
          <Fact key={fact.name} {...fact} />
        ))}
      </dl>
    </div>
  )
}

/** How long it will still take, or has taken so far. */
function useTimeText({ phase, elapsedMs, round }: RunBarProps['snapshot'], fraction: number): string {
  const isRunning = phase === 'running'
  const leftMs = useTimeLeftMs(isRunning, round, fraction)
  const left = useSteadyText(leftMs !== null && leftMs > LONG_MS ? formatTimeLeft(leftMs) : null)
  if (isRunning && left !== null) return left
  if (phase === 'loading') return 'preparing the data'
  if (elapsedMs === 0) return phase === 'empty' ? '–' : 'ready'
  return elapsedMs < 100 ? 'under 0.1 s of computing' : `${formatDuration(elapsedMs)} of computing`
}

/** By the speed since it was last begun or gone on with: how many steps there are in a second is the page's choice. */
function useTimeLeftMs(isRunning: boolean, round: number, fraction: number): number | null {
  const [left, setLeft] = useState<number | null>(null)
  const begun = useRef<{ at: number; fraction: number; round: number } | null>(null)
  useEffect(() => {
    if (!isRunning) {
      begun.current = null
      setLeft(null)
      return
    }
    const now = performance.now()
    // The first step comes late: the engine is fetched for it.
    if (begun.current?.round !== round) begun.current = fraction === 0 ? null : { at: now, fraction, round }
    if (begun.current === null) return
    const spent = now - begun.current.at
    const done = fraction - begun.current.fraction
    if (spent >= 700 && done > 0) setLeft((spent * (1 - fraction)) / done)
  }, [isRunning, round, fraction])
  return left
}
