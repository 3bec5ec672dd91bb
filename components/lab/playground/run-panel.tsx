'use client'

/** The row that runs it: run, pause, step, stop, how fast, how far it is. What happened is said below it, in sentences. */
import { useEffect, useRef, useState } from 'react'
import { formatNumber, formatPercent } from '@/components/plot/format-number'
import { Fact } from '@/components/training/fact'
import { formatDuration, formatTimeLeft } from '@/components/training/format-duration'
import { TrainingControls } from '@/components/training/training-controls'
import { useSteadyText } from '@/components/training/use-steady-text'
import { Notice } from '@/components/ui/notice'
import { ProgressBar } from '@/components/ui/progress-bar'
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
      <ProgressBar
        label={seedsText(snapshot)}
        value={step}
        max={steps}
        detail={useTimeText(snapshot, steps === 0 ? 0 : step / steps)}
      />
      <dl className="m-0 grid grid-cols-2 gap-x-4 gap-y-1 text-sm tabular-nums @lg:grid-cols-4">
        <Fact name="Epoch" value={`${formatNumber(first?.epoch ?? 0, 7)} of ${formatNumber(props.epochs, 7)}`} />
        <Fact name="Step" value={`${formatNumber(step, 7)} of ${formatNumber(steps, 7)}`} />
        <Fact name="Loss, latest batch" value={lossText(snapshot)} />
        <Fact name="Right, held back" value={accuracyText(snapshot)} />
      </dl>
    </div>
  )
}

/** `Seeds 1, 2, 3`: which runs there are, as soon as that is known. */
function seedsText({ plan }: PlaneSnapshot): string {
  const seeds = plan?.seeds ?? []
  return seeds.length === 0 ? 'Not started' : `${seeds.length === 1 ? 'Seed' : 'Seeds'} ${seeds.join(', ')}`
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

/** How long it will still take, or has taken so far. */
function useTimeText({ phase, elapsedMs, round }: PlaneSnapshot, fraction: number): string {
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
      {snapshot.data?.isSlow ? (
        <Notice tone="info">
          This browser has no WebAssembly of the kind that trains here, so plain TypeScript does: slower, with the same
          results to the last bit.
        </Notice>
      ) : null}
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
