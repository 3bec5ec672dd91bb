'use client'

import { formatNumber, formatPercent } from '@/components/plot/format-number'
import { ProgressBar } from '@/components/ui/progress-bar'
import { type RunView, type TrainingSnapshot, timeLeftMs } from '@/lib/training/training-snapshot'
import { runName } from './activation-look'
import { Fact } from './fact'
import { formatDuration, formatTimeLeft } from './format-duration'
import { useSteadyText } from './use-steady-text'

interface TrainingProgressProps {
  snapshot: TrainingSnapshot
  /** What a run is called, where its activation and seed do not say it. */
  nameOf?: (run: RunView) => string
}

/** How far the plan is, how long it will still take, and what the current run shows: one steady block. */
export function TrainingProgress({ snapshot, nameOf = runName }: TrainingProgressProps) {
  const { phase, loading, runs, currentKey, fraction } = snapshot
  const leftMs = timeLeftMs(snapshot)
  const left = useSteadyText(leftMs === null ? null : formatTimeLeft(leftMs))
  const index = runs.findIndex((run) => run.key === currentKey)
  const run = runs[index]
  if (phase === 'loading' && loading) {
    const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1)
    const known = loading.totalBytes > 0
    return (
      <ProgressBar
        label="Fetching the images"
        {...(known ? { value: loading.doneBytes, max: loading.totalBytes } : {})}
        detail={known ? `${megabytes(loading.doneBytes)} of ${megabytes(loading.totalBytes)} MB` : 'preparing the data'}
      />
    )
  }
  const which = run ? nameOf(run) : 'Not started'
  const count = runs.length > 1 && index >= 0 ? ` · run ${index + 1} of ${runs.length}` : ''
  return (
    <div className="flex flex-col gap-2">
      <ProgressBar label={`${which}${count}`} value={fraction} max={1} detail={detailOf(snapshot, left)} />
      <dl className="grid grid-cols-2 gap-x-6 gap-y-1 text-sm tabular-nums sm:grid-cols-4">
        <Fact name="Step" value={run ? `${formatNumber(run.step, 7)} of ${formatNumber(run.steps, 7)}` : '–'} />
        <Fact name="Batch loss" value={run?.loss == null ? '–' : formatNumber(run.loss)} />
        <Fact name="Validation" value={validationOf(run)} />
        <Fact name="Speed" value={run?.imagesPerSecond ? `${formatNumber(run.imagesPerSecond, 3)} examples/s` : '–'} />
      </dl>
    </div>
  )
}

function validationOf(run: RunView | undefined): string {
  const score = run?.evaluations.at(-1)?.validation
  if (!score) return '–'
  return score.accuracy === null ? `loss ${formatNumber(score.loss)}` : formatPercent(score.accuracy)
}

function detailOf({ phase, elapsedMs }: TrainingSnapshot, left: string | null): string {
  switch (phase) {
    case 'idle':
      return 'ready'
    case 'loading':
      return 'preparing the data'
    case 'running':
      return left ?? 'estimating the time'
    case 'paused':
      return left === null ? 'paused' : `paused · ${left}`
    case 'finished':
      return `done in ${formatDuration(elapsedMs)}`
    case 'stopped':
      return `stopped after ${formatDuration(elapsedMs)}`
    case 'failed':
      return 'not finished'
    default:
      return phase satisfies never
  }
}
