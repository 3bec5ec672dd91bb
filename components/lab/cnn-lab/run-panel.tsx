'use client'

/** The row that runs it, how far it is, and what happened, in sentences. */
import { formatNumber } from '@/components/plot/format-number'
import { TrainingControls } from '@/components/training/training-controls'
import { SlowNotice, TrainingNotices } from '@/components/training/training-notices'
import { TrainingProgress } from '@/components/training/training-progress'
import { Notice } from '@/components/ui/notice'
import type { RunView, TrainingSnapshot } from '@/lib/training/training-snapshot'
import { networkLabel, type PlannedNetwork } from './cnn-spec'
import type { CnnRuns } from './use-cnn-runs'

interface RunPanelProps {
  runs: CnnRuns
  networks: readonly PlannedNetwork[]
  /** The settings cannot be run. */
  blocked: boolean
  onRun: () => void
}

const nameOf = ({ spec, seed }: RunView) => `${networkLabel(spec)}, seed ${seed}`

export function RunPanel({ runs, networks, blocked, onRun }: RunPanelProps) {
  const { snapshot, missing, book } = runs
  const planned = networks.reduce((sum, { requests }) => sum + requests.length, 0)
  const kept = planned - missing.length
  return (
    <div className="flex flex-col gap-3">
      <TrainingControls
        phase={shownPhase(runs)}
        runLabel={planned === 1 ? 'Run' : `Run all ${formatNumber(planned)}`}
        againLabel={missing.length === 0 ? 'Run again' : kept > 0 ? `Run the ${missing.length} missing` : 'Run'}
        resetLabel="Forget all"
        blocked={blocked}
        onRun={onRun}
        onPause={runs.pause}
        onResume={runs.resume}
        onStep={runs.step}
        onStop={runs.stop}
        onReset={runs.clear}
      />
      <TrainingProgress snapshot={snapshot} nameOf={nameOf} />
      {kept > 0 && missing.length > 0 && !runs.isOpen ? (
        <p className="m-0 text-muted text-sm">
          {kept} of the {planned} runs {kept === 1 ? 'is' : 'are'} kept from before and need not be trained again.
        </p>
      ) : null}
      {book.size > kept && kept === 0 && !runs.isOpen ? (
        <p className="m-0 text-muted text-sm">
          Runs with other settings are kept; they come back when you undo the change, and cannot be compared with these.
        </p>
      ) : null}
    </div>
  )
}

/** What was kept can be run again, or forgotten, whatever the trainer did last. */
function shownPhase({ snapshot, book, isOpen }: CnnRuns): TrainingSnapshot['phase'] {
  if (isOpen) return snapshot.phase
  return book.size === 0 && snapshot.runs.length === 0 ? 'idle' : 'stopped'
}

interface RunNoticesProps {
  runs: CnnRuns
  problem: string | null
  isAlone: boolean
}

export function RunNotices({ runs: { snapshot, recoveries }, problem, isAlone }: RunNoticesProps) {
  return (
    <>
      {problem === null ? null : (
        <Notice tone="warn" role="alert" title="These settings cannot be run">
          {problem}
        </Notice>
      )}
      <TrainingNotices snapshot={snapshot} unsaved={false} nameOf={nameOf} />
      {recoveries === 0 ? null : (
        <Notice tone="warn" role="status" title="The trainer was lost and started anew">
          The browser ended the part of this page that trains. Runs that were over are kept; the one under way was begun
          again, and comes to the same weights.
        </Notice>
      )}
      <SlowNotice isSlow={snapshot.data?.isSlow === true} isAlone={isAlone} />
    </>
  )
}
