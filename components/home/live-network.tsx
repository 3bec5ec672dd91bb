'use client'

/**
 * The picture in the start page's head: a still one from the server until a run begins, then the run itself. What
 * trains is lib/training/paced-show.ts; this file arranges and puts it into words. Every line keeps its height.
 */
import { Pause, Play, RotateCcw } from 'lucide-react'
import { lazy, type ReactNode, Suspense } from 'react'
import { Button } from '@/components/ui/button'
import { Segmented } from '@/components/ui/segmented'
import type { ShowSnapshot } from '@/lib/training/paced-show'
import { HERO_RECIPES } from './hero-recipes'
import { useLiveNetwork } from './use-live-network'

const ContourField = lazy(() =>
  import('@/components/plot/contour-field').then((module) => ({ default: module.ContourField })),
)

interface LiveNetworkProps {
  steps: number
  parameters: number
  examples: number
  /** Hash of the weights by recipe, as they came out where the site was built. */
  builtHashes: Record<string, string>
  still: ReactNode
  points: ReactNode
}

const COUNT = new Intl.NumberFormat('en-GB')

export function LiveNetwork({ steps, parameters, examples, builtHashes, still, points }: LiveNetworkProps) {
  const { ref, show, snapshot, recipe, choose } = useLiveNetwork()
  const { phase, frame } = snapshot
  const built = builtHashes[recipe.id] ?? ''
  const words = readout(snapshot, steps, built)
  return (
    <figure
      ref={ref}
      data-phase={phase}
      data-step={frame?.step ?? 0}
      className="m-0 rounded-card border border-line bg-surface p-3 shadow-raised sm:p-4"
    >
      <div className="mb-3 flex flex-wrap items-center justify-between gap-2 noscript:hidden">
        <Segmented
          legend="What bends the network"
          value={recipe.id}
          options={HERO_RECIPES.map(({ id, label }) => ({ value: id, label }))}
          onChange={choose}
        />
        <PlayButton phase={phase} onPlay={() => show.play()} onPause={() => show.pause()} />
      </div>
      <svg
        viewBox="-100 -100 200 200"
        role="img"
        aria-label={`Two interlocking spirals of ${examples} points, and which side of the border the network gives each place of the square.`}
        className="block h-auto w-full rounded-control border border-line"
      >
        {frame ? (
          <Suspense fallback={still}>
            <ContourField values={frame.field.values} side={frame.field.side} />
          </Suspense>
        ) : (
          still
        )}
        {points}
      </svg>
      <figcaption className="mt-3">
        <div aria-hidden="true" className="h-1 overflow-hidden rounded-full bg-line">
          <div
            className="h-full bg-accent forced-color-adjust-none"
            style={{ width: `${(100 * (frame?.step ?? 0)) / steps}%` }}
          />
        </div>
        <p className="mt-2.5 min-h-[3.2em] text-[0.95rem] leading-relaxed tabular-nums">{words}</p>
        <p className="mt-1 min-h-[3.2em] text-muted text-sm leading-relaxed">
          {frame ? recipe.watch : `A network of ${parameters} numbers learns which spiral a point belongs to. `}
          {frame ? null : 'Its border is drawn as it stands after each few steps.'}
        </p>
        <p role="status" className="sr-only">
          {phase === 'finished' || phase === 'failed' ? words : ''}
        </p>
      </figcaption>
    </figure>
  )
}

function PlayButton(props: { phase: ShowSnapshot['phase']; onPlay: () => void; onPause: () => void }) {
  if (props.phase === 'running') {
    return (
      <Button variant="secondary" onClick={props.onPause}>
        <Pause aria-hidden="true" className="size-4" />
        Pause
      </Button>
    )
  }
  const again = props.phase === 'finished' || props.phase === 'failed'
  const Icon = again ? RotateCcw : Play
  return (
    <Button variant="secondary" onClick={props.onPlay}>
      <Icon aria-hidden="true" className="size-4" />
      {again ? 'Again' : 'Train'}
    </Button>
  )
}

function readout({ phase, frame, problem }: ShowSnapshot, steps: number, built: string): string {
  if (phase === 'failed') return `The training stopped: ${problem}`
  if (frame === null) return `This is where it stood after ${COUNT.format(steps)} steps, when the site was built.`
  const took = `${milliseconds(frame.elapsedMs)} of computing on your machine`
  if (frame.weightHash === null) {
    const right = frame.accuracy === null ? '' : ` · ${Math.round(frame.accuracy * 100)} % of unseen points right`
    return `Step ${COUNT.format(frame.step)} of ${COUNT.format(steps)}${right} · ${took}${phase === 'paused' ? ', paused' : ''}`
  }
  const hash = frame.weightHash.slice(0, 8)
  const same =
    frame.weightHash === built
      ? `The weights came out as ${hash}…, to the last bit what our own machine got.`
      : `The weights came out as ${hash}…, ours as ${built.slice(0, 8)}…: they should agree, so please tell us.`
  return `${COUNT.format(frame.step)} steps in ${took}. ${same}`
}

function milliseconds(ms: number): string {
  return ms < 1000 ? `${Math.max(1, Math.round(ms))} ms` : `${(ms / 1000).toFixed(1)} s`
}
