'use client'

import { memo, useMemo } from 'react'
import { heldLoss, trainLoss } from '@/components/lab/playground/seed-curves'
import { LineChart } from '@/components/plot/line-chart'
import { stateCurve } from '@/lib/training/dead-units/unit-history'
import type { UnitSnapshot } from '@/lib/training/dead-units/unit-player'

interface DeadUnitChartsProps {
  snapshot: Pick<UnitSnapshot, 'history' | 'run' | 'revision'>
  steps: number
  units: number
}

/** How many units are dead, and what it costs, over the steps. */
export const DeadUnitCharts = memo(function DeadUnitCharts({ snapshot, steps, units }: DeadUnitChartsProps) {
  const { history, run, revision } = snapshot
  const dead = useMemo(() => {
    // The history is filled in place; its revision says when.
    if (history === null || revision < 0) return []
    return [
      { id: 'dead', label: 'dead by ReLU’s rule', color: 'var(--bad)', points: stateCurve(history, 'dead') },
      {
        id: 'silent',
        label: 'silent in batch',
        color: 'var(--muted)',
        dash: '5 4',
        points: stateCurve(history, 'silent-in-batch'),
      },
    ]
  }, [history, revision])
  const loss = useMemo(() => {
    if (run === null) return []
    return [
      { id: 'train', label: 'learnt from', color: 'var(--muted)', dash: '5 4', points: trainLoss(run) },
      { id: 'held', label: 'held back', color: 'var(--accent)', points: heldLoss(run) },
    ]
  }, [run])
  const common = { xLabel: 'step', xDomain: [0, Math.max(1, steps)] as const, height: 190, live: true }
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6 @2xl:grid-cols-2">
      <LineChart
        {...common}
        title={`Of ${units} units`}
        series={dead}
        yDomain={[0, units]}
        formatY={String}
        emptyText="Press Run: every unit is tried on every training example, after every step."
      />
      <LineChart
        {...common}
        title="Loss"
        series={loss}
        yDomain={[0, null]}
        offerLog
        emptyText="Press Run: the curve is drawn as the network learns."
      />
    </div>
  )
})
