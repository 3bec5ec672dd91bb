import type { ReactNode } from 'react'
import { formatNumber } from '@/components/plot/format-number'
import { SlowNotice } from '@/components/training/training-notices'
import { Notice } from '@/components/ui/notice'

interface Ended {
  seed: number
  end: { outcome: 'finished' | 'reached' } | { outcome: 'diverged'; step: number; reason: string } | null
}

interface RunNoticesProps<Run extends Ended> {
  snapshot: {
    runs: readonly Run[]
    problem: string | null
    recovered: { step: number } | null
    data: { isSlow: boolean } | null
  }
  /** Why nothing can be run. */
  problem: string | null
  /** Where seeds alone do not tell runs apart. */
  nameOf?: (run: Run) => ReactNode
}

/** What went wrong, and that what came before it is kept. */
export function RunNotices<Run extends Ended>({ snapshot, problem, nameOf }: RunNoticesProps<Run>) {
  const diverged = snapshot.runs.flatMap((run) => (run.end?.outcome === 'diverged' ? [{ run, ...run.end }] : []))
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
            {diverged.map(({ run, step, reason }) => (
              <li key={snapshot.runs.indexOf(run)} className="m-0">
                {nameOf ? <>{nameOf(run)}, seed</> : 'Seed'} {run.seed} at step {formatNumber(step, 7)}: {reason}
              </li>
            ))}
          </ul>
          The curve up to there is kept. A smaller learning rate usually helps.
        </Notice>
      )}
    </>
  )
}
