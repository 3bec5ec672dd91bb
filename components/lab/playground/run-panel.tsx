'use client'

/** The row that runs it: run, pause, step, stop, how fast, how far it is. What happened is said below it, in sentences. */
import { useEffect, useState } from 'react'
import { formatNumber, formatPercent } from '@/components/plot/format-number'
import { formatDuration, formatTimeLeft } from '@/components/training/format-duration'
import { TrainingControls } from '@/components/training/training-controls'
import { SlowNotice } from '@/components/training/training-notices'
import { Notice } from '@/components/ui/notice'
import { Segmented } from '@/components/ui/segmented'
import type { PlanePlayer, PlaneSnapshot } from '@/lib/training/plane/plane-player'
import type { PlaygroundSettings } from './playground-spec'
import { finalAccuracies } from './seed-curves'

interface RunPanelProps {
  player: PlanePlayer
  snapshot: PlaneSnapshot
  /** Of one run; 0 where nothing can be run. */
  steps: number
  epochs: number
  /** Why nothing can be run. */
  problem: string | null
  speed: PlaygroundSettings['speed']
  onSpeed: (speed: PlaygroundSettings['speed']) => void
  onRun: () => void
}

/** What takes longer shows how much is left. */
const LONG_MS = 2000

export function RunPanel(props: RunPanelProps) {
  const { player, snapshot, steps, problem, speed } = props
  const { phase } = snapshot
  const first = snapshot.runs[0]
  const isOpen = phase === 'running' || phase === 'paused'
  const shown = isOpen || phase === 'failed' ? phase : phase === 'finished' || phase === 'stopped' ? phase : 'idle'
  const step = Math.max(0, ...snapshot.runs.map((run) => run.step))
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <TrainingControls
          phase={shown}
          runLabel="Run"
          resetLabel="Start over"
          blocked={problem !== null}
          onRun={props.onRun}
          onResume={props.onRun}
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
          onChange={props.onSpeed}
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
        <Fact name="Epoch" value={`${formatNumber(first?.epoch ?? 0, 7)} of ${formatNumber(props.epochs, 7)}`} />
        <Fact name="Loss, latest batch" value={lossText(snapshot)} />
        <Fact name="Right, held back" value={accuracyText(snapshot)} />
        <Fact name="Time" value={useTimeText(snapshot, steps === 0 ? 0 : step / steps)} />
      </dl>
    </div>
  )
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div className="flex flex-col">
      <dt className="text-muted text-xs">{name}</dt>
      <dd className="m-0">{value}</dd>
    </div>
  )
}

function lossText({ runs }: PlaneSnapshot): string {
  const losses = runs.flatMap(({ loss, end }) => (loss === null || end?.outcome === 'diverged' ? [] : [loss]))
  return losses.length === 0 ? '–' : formatNumber(losses.reduce((sum, loss) => sum + loss, 0) / losses.length, 4)
}

/** Of several seeds the mean, and from where to where. */
function accuracyText({ runs }: PlaneSnapshot): string {
  const all = finalAccuracies(runs)
  if (all.length === 0) return '–'
  const mean = formatPercent(all.reduce((sum, one) => sum + one, 0) / all.length, 1)
  if (all.length === 1) return mean
  return `${mean} (${formatPercent(Math.min(...all), 0)}–${formatPercent(Math.max(...all), 0)})`
}

/** Since the run was last begun or gone on with; an estimate changes once a second. */
function useTimeText({ phase, elapsedMs, round }: PlaneSnapshot, fraction: number): string {
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

/** What went wrong, and that what came before it is kept. */
export function RunNotices({ snapshot, problem }: { snapshot: PlaneSnapshot; problem: string | null }) {
  const diverged = snapshot.runs.flatMap(({ seed, end }) => (end?.outcome === 'diverged' ? [{ seed, ...end }] : []))
  const { recovered } = snapshot
  return (
    <>
      {problem === null ? null : (
        <Notice tone="info" role="status">
          {problem}
        </Notice>
      )}
      {snapshot.problem === null ? null : (
        <Notice tone="bad" role="alert" title="The training could not go on">
          {snapshot.problem}
        </Notice>
      )}
      <SlowNotice isSlow={snapshot.data?.isSlow === true} />
      {recovered === null ? null : (
        <Notice tone="warn" role="status" title="The trainer was lost and started anew">
          The browser ended the part of this page that trains. It went on from its last checkpoint, step{' '}
          {formatNumber(recovered.step, 7)}, and comes to the same weights.
        </Notice>
      )}
      {diverged.length === 0 ? null : (
        <Notice tone="warn" title={diverged.length === 1 ? 'This run diverged' : `${diverged.length} runs diverged`}>
          <ul className="m-0 list-none p-0">
            {diverged.map(({ seed, step, reason }) => (
              <li key={seed} className="m-0">
                Seed {seed} at step {formatNumber(step, 7)}: {reason}
              </li>
            ))}
          </ul>
          The curve up to there is kept. A smaller learning rate usually helps.
        </Notice>
      )}
    </>
  )
}
