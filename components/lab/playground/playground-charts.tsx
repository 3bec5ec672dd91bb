'use client'

import { useMemo } from 'react'
import { formatNumber, formatPercent } from '@/components/plot/format-number'
import { LineChart } from '@/components/plot/line-chart'
import type { RunCurves } from '@/lib/training/plane/plane-curves'
import { heldAccuracy, heldLoss, seedCurves, trainAccuracy, trainLoss } from './seed-curves'

interface PlaygroundChartsProps {
  runs: readonly RunCurves[]
  steps: number
}

const LEARNT = { id: 'train', label: 'learnt from', color: 'var(--muted)', dash: '5 4' }
const HELD = { id: 'held', label: 'held back', color: 'var(--accent)' }

/** Loss and accuracy while it trains: means over the seeds, and a band from the lowest to the highest of them. */
export function PlaygroundCharts({ runs, steps }: PlaygroundChartsProps) {
  const loss = useMemo(() => [...seedCurves(runs, trainLoss, LEARNT), ...seedCurves(runs, heldLoss, HELD)], [runs])
  const accuracy = useMemo(
    () => [...seedCurves(runs, trainAccuracy, LEARNT), ...seedCurves(runs, heldAccuracy, HELD)],
    [runs],
  )
  // What ended early is drawn as long as it was.
  const isOver = runs.length > 0 && runs.every(({ end }) => end !== null)
  const last = isOver ? Math.max(1, ...runs.map(({ step }) => step)) : steps
  const common = { xLabel: 'step', xDomain: [0, last] as const, height: 190, live: true }
  return (
    <div className="grid gap-6 @2xl:grid-cols-2">
      <LineChart
        {...common}
        title="Loss"
        series={loss}
        yDomain={[0, null]}
        formatY={lossText}
        offerLog
        emptyText="Press Run: the curve is drawn as the network learns."
      />
      <LineChart
        {...common}
        title="Accuracy"
        series={accuracy}
        yDomain={[0, 1]}
        formatY={(share) => formatPercent(share, share * 100 === Math.round(share * 100) ? 0 : 1)}
        emptyText="Measured at the end of each epoch."
      />
    </div>
  )
}

const SHORT = new Intl.NumberFormat('en', { notation: 'compact', maximumSignificantDigits: 3 })

/** A loss that runs away is long to write, and its axis has little room. */
function lossText(loss: number): string {
  return loss >= 10_000 && loss < 1e12 ? SHORT.format(loss) : formatNumber(loss)
}
