'use client'

/**
 * The learner's training runs: challenges compared by activation, then the latest of all.
 * Reads what each stored run says about itself (run-facts.ts); draws no curves.
 */

import { formatNumber, formatPercent } from '@/components/plot/format-number'
import { Badge } from '@/components/ui/badge'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { ScrollGroup } from '@/components/ui/scroll-group'
import type { EventOf } from '@/lib/events/event'
import type { DashboardFacts } from './dashboard-facts'
import { activationsOf, activationTitle, compareActivations, dataTitleOf } from './run-facts'

type RunEvent = EventOf<'run-finished'>

const LATEST = 8
const percent = (accuracy: number | null) => (accuracy === null ? '–' : formatPercent(accuracy))

/** Challenges side by side, then the latest runs of all kinds. `runs`: the latest first. */
export function RunList({ runs, facts }: { runs: RunEvent[]; facts: DashboardFacts }) {
  const [challenge] = facts.challenges
  if (runs.length === 0) {
    return (
      <EmptyState
        title="No runs yet"
        action={
          challenge ? (
            <ButtonLink href={challenge.href} variant="secondary">
              Open the challenge
            </ButtonLink>
          ) : null
        }
      >
        <p>Train a network in a lesson or take the challenge: each finished run is kept here with its accuracy.</p>
      </EmptyState>
    )
  }
  return (
    <div className="flex flex-col gap-8">
      {facts.challenges.map((one) => (
        <ChallengeTable key={one.id} challenge={one} runs={runs.filter((run) => run.itemId === one.id)} />
      ))}
      <LatestRuns runs={runs} facts={facts} belowOthers={facts.challenges.some(({ id }) => isAbout(runs, id))} />
    </div>
  )
}

const cell = 'border-line border-b py-2.5 pr-4 text-left align-baseline last:pr-0'
const numberCell = `${cell} tabular-nums`

function ChallengeTable({ challenge, runs }: { challenge: DashboardFacts['challenges'][number]; runs: RunEvent[] }) {
  if (runs.length === 0) return null
  return (
    <ScrollGroup label={challenge.title} className="overflow-x-auto">
      <table className="w-full min-w-[28rem] border-collapse text-[0.95rem]">
        <caption className="pb-2 text-left">
          <Link href={challenge.href} className="font-medium font-serif text-lg underline-offset-4 hover:underline">
            {challenge.title}
          </Link>
        </caption>
        <thead>
          <tr className="text-muted text-sm">
            {['Activation', 'Data', 'Runs', 'Mean accuracy', 'Best'].map((title) => (
              <th key={title} scope="col" className={`${cell} font-medium`}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {compareActivations(runs).map((result) => (
            <tr key={`${result.activation} ${result.data}`}>
              <th scope="row" className={`${cell} font-medium`}>
                <ActivationName name={result.activation} />
              </th>
              <td className={cell}>{result.data}</td>
              <td className={numberCell}>
                {result.runs}
                {result.diverged > 0 ? <span className="text-muted"> ({result.diverged} diverged)</span> : null}
              </td>
              <td className={numberCell}>{percent(result.meanAccuracy)}</td>
              <td className={numberCell}>{percent(result.bestAccuracy)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollGroup>
  )
}

function ActivationName({ name }: { name: string }) {
  return (
    <span className="inline-flex items-center gap-2">
      <span
        aria-hidden="true"
        className="size-2.5 rounded-full"
        style={{ background: `var(--act-${name}, var(--act-other))` }}
      />
      {activationTitle(name)}
    </span>
  )
}

function isAbout(runs: RunEvent[], itemId: string): boolean {
  return runs.some((run) => run.itemId === itemId)
}

interface LatestRunsProps {
  runs: RunEvent[]
  facts: DashboardFacts
  /** A heading of its own only where something else stands under that of all runs. */
  belowOthers: boolean
}

function LatestRuns({ runs, facts, belowOthers }: LatestRunsProps) {
  const titles = new Map(facts.challenges.map(({ id, title }) => [id, title]))
  for (const lesson of facts.lessons) for (const id of lesson.experimentIds) titles.set(id, lesson.title)
  const date = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <div>
      {belowOthers ? <h3 className="mb-2 text-lg">Latest of all</h3> : null}
      <ul className={belowOthers ? '' : 'border-line border-t'}>
        {runs.slice(0, LATEST).map((run) => (
          <li
            key={run.id}
            className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 border-line border-b py-3"
          >
            <span className="min-w-0">
              <span className="font-medium">{activationsOf(run).map(activationTitle).join(' + ') || 'Linear'}</span>
              <span className="text-muted">
                {' '}
                · {titles.get(run.itemId) ?? run.itemId} · {dataTitleOf(run)} · seed {run.payload.seed}
              </span>
            </span>
            <span className="flex items-baseline gap-3 text-sm">
              {run.payload.outcome === 'diverged' ? (
                <Badge tone="warn">diverged</Badge>
              ) : (
                <span className="tabular-nums">{result(run)}</span>
              )}
              <time dateTime={run.occurredAt} className="text-muted">
                {date.format(Date.parse(run.occurredAt))}
              </time>
            </span>
          </li>
        ))}
      </ul>
      {runs.length > LATEST ? (
        <p className="mt-3 text-muted text-sm">and {runs.length - LATEST} earlier ones, all kept</p>
      ) : null}
    </div>
  )
}

function result({ payload }: RunEvent): string {
  const { accuracy, loss } = payload.validation
  if (accuracy !== null) return `${percent(accuracy)} accuracy`
  return loss === null ? 'finished' : `loss ${formatNumber(loss, 3)}`
}
