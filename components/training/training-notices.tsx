'use client'

/** What is said of a plan of runs in sentences: what went wrong, what trains here, and on what. How far it is: training-progress.tsx. */
import { formatNumber, formatPercent } from '@/components/plot/format-number'
import { Notice } from '@/components/ui/notice'
import type { DataSummary } from '@/lib/training/protocol'
import type { RunView, TrainingSnapshot } from '@/lib/training/training-snapshot'
import { runName } from './activation-look'

interface TrainingNoticesProps {
  snapshot: TrainingSnapshot
  /** A run could not be written into the log. */
  unsaved: boolean
  /** What a run is called, where its activation and seed do not say it. */
  nameOf?: (run: RunView) => string
}

/** What went wrong, run by run, and that what came before it is kept. */
export function TrainingNotices({ snapshot, unsaved, nameOf = runName }: TrainingNoticesProps) {
  const diverged = snapshot.runs.filter((run) => run.result?.divergence)
  return (
    <>
      <p role="status" className="sr-only">
        {announcement(snapshot, nameOf)}
      </p>
      {snapshot.failure ? (
        <Notice tone="bad" role="alert" title="The training could not go on">
          {snapshot.failure.message}
        </Notice>
      ) : null}
      {diverged.length > 0 ? (
        <Notice tone="warn" title={diverged.length === 1 ? 'This run diverged' : `${diverged.length} runs diverged`}>
          <ul className="m-0 list-none p-0">
            {diverged.map((run) => (
              <li key={run.key} className="m-0">
                {nameOf(run)}: diverged at step {formatNumber(run.result?.divergence?.step ?? 0, 7)}; the curve up to
                there is kept.
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {unsaved ? (
        <Notice tone="warn" title="A run is shown but not stored">
          Your browser would not keep it. Free some space; while this page is open, storing it is tried again every half
          minute.
        </Notice>
      ) : null}
    </>
  )
}

/** What trains here where the browser lacks something, and that the results are the same. */
export function SlowNotice({ isSlow, isAlone = false }: { isSlow: boolean; isAlone?: boolean }) {
  if (isSlow) {
    return (
      <Notice tone="info">
        This browser has no WebAssembly of the kind that trains here, so plain TypeScript does: slower, with the same
        results to the last bit.
      </Notice>
    )
  }
  if (!isAlone) return null
  return (
    <Notice tone="info">
      This page may not share memory between threads, so one thread trains: slower, with the same results to the last
      bit.
    </Notice>
  )
}

/** Says plainly that this is not CIFAR-10, why, and how to get it. */
export function StandInNotice({ data }: { data: DataSummary | null }) {
  if (!data?.standIn) return null
  return (
    <Notice tone="warn" title="Not CIFAR-10: a drawn stand-in">
      <p>
        This server has no usable CIFAR-10 files, so the network trains on {formatNumber(data.trainCount, 6)} pictures
        of ten shapes and textures drawn by our own code. Accuracies on them say nothing about CIFAR-10.
      </p>
      {data.problem ? <p className="mt-1">{data.problem}</p> : null}
      <p className="mt-1">
        To train on the real images, run <code className="rounded bg-sunken px-1 font-mono">npm run data:cifar10</code>{' '}
        where the server runs (170 MB, once), then reload this page.
      </p>
    </Notice>
  )
}

/** Only what changes rarely is said aloud: a start, an end, a pause. */
function announcement({ phase, runs }: TrainingSnapshot, nameOf: (run: RunView) => string): string {
  const results = runs.flatMap((run) => {
    const accuracy = run.result?.validation?.accuracy
    return accuracy == null ? [] : [`${nameOf(run)}: ${formatPercent(accuracy)} on held-back data`]
  })
  switch (phase) {
    case 'idle':
      return ''
    case 'loading':
      return 'Loading the data.'
    case 'running':
      return 'Training.'
    case 'paused':
      return 'Paused.'
    case 'stopped':
      return 'Stopped. The curves are kept.'
    case 'finished':
      return `Finished. ${results.join('. ')}`
    case 'failed':
      return ''
    default:
      return phase satisfies never
  }
}
