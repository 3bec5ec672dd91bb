'use client'

import { useMemo, useState } from 'react'
import { useLearner } from '@/components/learner/use-learner'
import { formatNumber, formatPercent } from '@/components/plot/format-number'
import { halfWidth } from '@/components/training/accuracy-interval'
import { activationLook } from '@/components/training/activation-look'
import { formatDuration } from '@/components/training/format-duration'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { ScrollGroup } from '@/components/ui/scroll-group'
import { Skeleton } from '@/components/ui/skeleton'
import { type EarlierRun, earlierRuns } from './earlier-run'

const SHOWN_AT_FIRST = 12

/** Every run of this challenge in the learner's log: the evidence so far. */
export function EarlierRuns() {
  const { events, status } = useLearner()
  const runs = useMemo(() => earlierRuns(events), [events])
  const [all, setAll] = useState(false)
  const shown = all ? runs : runs.slice(0, SHOWN_AT_FIRST)
  return (
    <section aria-labelledby="earlier-title" className="flex flex-col gap-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="earlier-title" className="m-0 text-2xl">
          Your runs
        </h2>
        {status === 'opening' ? null : (
          <p className="text-muted text-sm">
            {status === 'learner' ? 'Kept in your account.' : 'Kept in this browser; signing in brings them along.'}
          </p>
        )}
      </div>
      {status === 'opening' ? (
        <Skeleton className="h-40" />
      ) : runs.length === 0 ? (
        <EmptyState title="No run yet">Train the three networks above: each run that ends is listed here.</EmptyState>
      ) : (
        <ScrollGroup label="Your runs: table" className="overflow-x-auto">
          <table className="w-full min-w-[46rem] border-collapse text-left text-sm tabular-nums">
            <caption className="sr-only">Your runs of this challenge, newest first</caption>
            <thead>
              <tr className="[&>th]:border-line-strong [&>th]:border-b [&>th]:py-2 [&>th]:pr-4 [&>th]:font-medium">
                <th scope="col">When</th>
                <th scope="col">Activation</th>
                <th scope="col">Data</th>
                <th scope="col">Images × epochs</th>
                <th scope="col">Optimizer</th>
                <th scope="col">Seed</th>
                <th scope="col">Test accuracy</th>
                <th scope="col">Time</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((run) => (
                <Row key={run.id} run={run} />
              ))}
            </tbody>
          </table>
        </ScrollGroup>
      )}
      {runs.length > shown.length ? (
        <div>
          <Button variant="secondary" size="sm" onClick={() => setAll(true)}>
            Show all {runs.length} runs
          </Button>
        </div>
      ) : null}
    </section>
  )
}

const WHEN = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' })

function Row({ run }: { run: EarlierRun }) {
  return (
    <tr className="[&>td]:border-line [&>td]:border-b [&>td]:py-2 [&>td]:pr-4">
      <td className="whitespace-nowrap">{WHEN.format(new Date(run.occurredAt))}</td>
      <td>{activationLook(run.activation).label}</td>
      <td>{run.real ? 'CIFAR-10' : <Badge tone="warn">drawn stand-in</Badge>}</td>
      <td>
        {formatNumber(run.images, 6)} × {run.epochs}
      </td>
      <td>{run.optimizer}</td>
      <td>{run.seed}</td>
      <td>
        {run.outcome === 'diverged'
          ? 'diverged'
          : run.accuracy === null
            ? '–'
            : `${formatPercent(run.accuracy)} ± ${(halfWidth(run.accuracy, run.testImages) * 100).toFixed(1)}`}
      </td>
      <td className="whitespace-nowrap">{formatDuration(run.elapsedMs)}</td>
    </tr>
  )
}
