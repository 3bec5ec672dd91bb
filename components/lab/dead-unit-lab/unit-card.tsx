'use client'

/** The unit that is looked into: what became of it, which step killed it, and each example's part in that step. */
import { ChartTable } from '@/components/plot/chart-table'
import { formatNumber, formatPercent } from '@/components/plot/format-number'
import { Button } from '@/components/ui/button'
import type { Death } from '@/lib/training/dead-units/unit-history'
import type { UnitCause, UnitData } from '@/lib/training/dead-units/unit-protocol'
import { CausePlane } from './cause-plane'
import { byPush, type CellLook, causeSentences, hardestOf, LOOK_NAMES, lifeSentence } from './unit-words'

interface UnitCardProps {
  name: string
  look: CellLook
  deaths: readonly Death[]
  /** Up to which its life is told. */
  step: number
  /** Of its latest death; null where there is none, or it is still being worked out. */
  cause: UnitCause | null
  /** What killed it is worked out at rest. */
  isRunning: boolean
  data: UnitData
  onStep: (step: number) => void
}

export function UnitCard({ name, look, deaths, step, cause, isRunning, data, onStep }: UnitCardProps) {
  const last = deaths.at(-1)
  const killed = last !== undefined && last.died > 0 ? last.died : null
  return (
    <section aria-label={name} className="flex flex-col gap-3 rounded-card border border-line p-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <p className="m-0 font-semibold">
          {name}: {LOOK_NAMES[look]}
        </p>
        {killed === null ? null : (
          <span className="flex flex-wrap gap-2">
            <Button variant="quiet" size="sm" onClick={() => onStep(killed - 1)}>
              Show the step before
            </Button>
            <Button variant="quiet" size="sm" onClick={() => onStep(killed)}>
              Show step {formatNumber(killed, 7)}
            </Button>
          </span>
        )}
      </div>
      <p className="m-0 text-sm">{lifeSentence(deaths, step)}</p>
      {killed === null ? null : cause === null ? (
        <p className="m-0 text-muted text-sm">
          {isRunning ? 'Pause the run to see what the step was made of.' : 'The step is being taken apart …'}
        </p>
      ) : (
        <CauseDetails cause={cause} data={data} />
      )}
    </section>
  )
}

function CauseDetails({ cause, data }: { cause: UnitCause; data: UnitData }) {
  const { step, before, after, largestSum, learningRate } = cause
  const hardest = hardestOf(cause)?.example ?? null
  const inputs = before.length - 1
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4 @2xl:grid-cols-[minmax(0,1fr)_16rem]">
      <div className="flex min-w-0 flex-col gap-3">
        <div className="flex flex-col gap-1.5 text-sm">
          {causeSentences(cause).map((sentence) => (
            <p key={sentence} className="m-0">
              {sentence}
            </p>
          ))}
        </div>
        <dl className="m-0 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm tabular-nums">
          <Change name="Largest sum on any example" before={largestSum.before} after={largestSum.after} />
          <Change name="Bias" before={before[inputs] ?? 0} after={after[inputs] ?? 0} />
          {inputs > 2 ? null : (
            <>
              <Change name="Weight of x₁" before={before[0] ?? 0} after={after[0] ?? 0} />
              <Change name="Weight of x₂" before={before[1] ?? 0} after={after[1] ?? 0} />
            </>
          )}
          <dt className="text-muted">Learning rate</dt>
          <dd className="m-0">{formatNumber(learningRate, 4)}</dd>
        </dl>
        <ChartTable
          title={`Who moved it in step ${step}, the hardest push first`}
          head={['example', 'of step', 'x₁', 'x₂', 'class', 'push', 'share of the change', 'gradient of the bias']}
          rows={() =>
            byPush(cause).map(({ example, step: learntIn, along, share, bias }) => (
              <tr key={`${learntIn}/${example}`}>
                <th scope="row" className="py-1 pr-4 font-normal">
                  {example + 1}
                </th>
                <td className="py-1 pr-4">{learntIn}</td>
                <td className="py-1 pr-4">{formatNumber(data.points.inputs[example * 2] ?? 0, 3)}</td>
                <td className="py-1 pr-4">{formatNumber(data.points.inputs[example * 2 + 1] ?? 0, 3)}</td>
                <td className="py-1 pr-4">{data.classes[data.points.labels[example] ?? 0]}</td>
                <td className="py-1 pr-4">{formatNumber(along, 3)}</td>
                <td className="py-1 pr-4">{share === null ? '–' : formatPercent(share, 1)}</td>
                <td className="py-1 pr-4">{formatNumber(bias, 3)}</td>
              </tr>
            ))
          }
        />
        <p className="m-0 text-muted text-xs">
          An example’s push is its own part of the gradient of the unit’s weights and bias, as much of it as momentum
          keeps, measured along the way they went in this step. With SGD the shares of all examples add up to the whole
          change; of earlier batches the 32 strongest are in the table. Adam’s change is no such sum: pushes of its
          batch only.
        </p>
      </div>
      <CausePlane cause={cause} points={data.points} hardest={hardest} />
    </div>
  )
}

function Change({ name, before, after }: { name: string; before: number; after: number }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="m-0">
        {formatNumber(before, 4)} → {formatNumber(after, 4)}
      </dd>
    </>
  )
}
