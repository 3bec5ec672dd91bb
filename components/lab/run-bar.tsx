'use client'

/** The row that runs a widget's networks: run, pause, step, stop, how fast, how far they are, and a few numbers. */
import { type ReactNode, useEffect, useState } from 'react'
import { formatNumber } from '@/components/plot/format-number'
import { formatDuration, formatTimeLeft } from '@/components/training/format-duration'
import { TrainingControls } from '@/components/training/training-controls'
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
  /** Numbers beside the time. */
  facts: readonly { name: string; value: string }[]
}

/** What takes longer shows how much is left. */
const LONG_MS = 2000

export function RunBar({ player, snapshot, steps, blocked, speed, onSpeed, onRun, facts }: RunBarProps) {
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
      <div
        role="progressbar"
        aria-label="How far the run is"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={steps > 0 ? Math.round((100 * step) / steps) : 0}
        aria-valuetext={`step ${formatNumber(step, 7)} of ${formatNumber(steps, 7)}`}
        className="h-1.5 overflow-hidden rounded-full bg-sunken"
      >
        <div
          className="h-full rounded-full bg-accent forced-color-adjust-none"
          style={{ width: `${steps > 0 ? (100 * step) / steps : 0}%` }}
        />
      </div>
      <dl className="m-0 grid grid-cols-2 gap-x-4 gap-y-1 text-sm tabular-nums @lg:grid-cols-4">
        {facts.map((fact) => (
          <Fact key={fact.name} name={fact.name}>
            {fact.value}
          </Fact>
        ))}
        <Fact name="Time">{useTimeText(snapshot, steps === 0 ? 0 : step / steps)}</Fact>
      </dl>
    </div>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex flex-col">
      <dt className="text-muted text-xs">{name}</dt>
      <dd className="m-0">{children}</dd>
    </div>
  )
}

/** Since the run was last begun or gone on with; an estimate changes once a second. */
function useTimeText({ phase, elapsedMs, round }: RunBarProps['snapshot'], fraction: number): string {
  const [begun, setBegun] = useState<{ at: number; fraction: number; round: number } | null>(null)
  const [left, setLeft] = useState<{ ms: number; at: number } | null>(null)
  const isRunning = phase === 'running'
  useEffect(() => {
    if (!isRunning) {
      setBegun(null)
      setLeft(null)
    } else setBegun({ at: performance.now(), fraction: 0, round })
  }, [isRunning, round])
  useEffect(() => {
    if (begun === null || !isRunning) return
    const now = performance.now()
    if (begun.fraction === 0 && fraction > 0) setBegun({ ...begun, fraction })
    const done = fraction - begun.fraction
    if (now - begun.at < 700 || done <= 0 || begun.fraction === 0) return
    setLeft((before) =>
      before !== null && now - before.at < 1000 ? before : { ms: ((now - begun.at) * (1 - fraction)) / done, at: now },
    )
  }, [begun, isRunning, fraction])
  const spent =
    elapsedMs === 0 ? '–' : elapsedMs < 100 ? 'under 0.1 s of computing' : `${formatDuration(elapsedMs)} of computing`
  return isRunning && left !== null && left.ms > LONG_MS ? formatTimeLeft(left.ms) : spent
}
