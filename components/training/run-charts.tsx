'use client'

import { useMemo } from 'react'
import { formatPercent } from '@/components/plot/format-number'
import { LineChart } from '@/components/plot/line-chart'
import type { TrainingSnapshot } from '@/lib/training/training-snapshot'
import {
  bandCurvesOf,
  curvesOf,
  groupByActivation,
  type RunGroup,
  trainingLoss,
  validationAccuracy,
  validationLoss,
} from './run-curves'

interface RunChartsProps {
  snapshot: Pick<TrainingSnapshot, 'runs' | 'phase'>
  /** What is compared, each with a band over its seeds; otherwise runs are told apart by their activation, seed by seed. */
  groups?: readonly RunGroup[]
  /** What the held-back examples are called here. */
  heldBack: string
  height?: number
  /** The examples have numbers to be met and no classes; what the runs show says so too, once there are any. */
  regression?: boolean
}

/** Loss while training, and what the network makes of examples it never saw. */
export function RunCharts(props: RunChartsProps) {
  const { snapshot, groups: compared, heldBack, height = 240, regression = false } = props
  const { runs, phase } = snapshot
  const groups = useMemo(() => compared ?? groupByActivation(runs), [compared, runs])
  const draw = compared === undefined ? curvesOf : bandCurvesOf
  const steps = Math.max(1, ...runs.map((run) => run.steps))
  const isRegression =
    regression || runs.some((run) => run.evaluations.some(({ validation }) => validation.accuracy === null))
  const accuracy = useMemo(() => draw(groups, validationAccuracy), [draw, groups])
  const heldBackLoss = useMemo(() => draw(groups, validationLoss), [draw, groups])
  const loss = useMemo(() => draw(groups, trainingLoss), [draw, groups])
  const common = { xLabel: 'step', xDomain: [0, steps] as const, height, live: true }
  const waiting =
    phase === 'idle' ? 'Press run: the curve is drawn as the network learns.' : 'Waiting for the first step …'
  const later = phase === 'idle' ? 'Measured at the end of each epoch.' : 'Comes at the end of the first epoch.'
  return (
    <div className="grid gap-6 md:grid-cols-2">
      <LineChart {...common} title="Training loss" series={loss} yDomain={[0, null]} offerLog emptyText={waiting} />
      {isRegression ? (
        <LineChart
          {...common}
          title={`Loss on ${heldBack}`}
          series={heldBackLoss}
          yDomain={[0, null]}
          offerLog
          emptyText={later}
        />
      ) : (
        <LineChart
          {...common}
          title={`Accuracy on ${heldBack}`}
          series={accuracy}
          yDomain={[0, null]}
          formatY={(share) => formatPercent(share, share * 100 === Math.round(share * 100) ? 0 : 1)}
          emptyText={later}
        />
      )}
    </div>
  )
}
