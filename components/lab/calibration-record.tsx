'use client'

import { useMemo } from 'react'
import { formatPercent } from '@/components/plot/format-number'
import { LineChart } from '@/components/plot/line-chart'
import type { Calibration, SettledPrediction } from '@/lib/events/calibration'

interface CalibrationRecordProps {
  settled: readonly SettledPrediction[]
  calibration: Calibration
}

/** Fewer say nothing about anybody. */
const ENOUGH = 5

/** How sure the learner said to be against how often they were right, over all their predictions so far. */
export function CalibrationRecord({ settled, calibration }: CalibrationRecordProps) {
  const { count, right, confidence } = calibration
  const series = useMemo(
    () => [
      {
        id: 'said',
        label: 'you said',
        color: 'var(--accent)',
        dash: '7 4',
        points: runningMean(settled, 'confidence'),
      },
      { id: 'right', label: 'you were right', color: 'var(--good)', points: runningMean(settled, 'right') },
    ],
    [settled],
  )
  return (
    <div className="flex flex-col gap-3">
      <p className="m-0 text-sm">
        {count === 1 ? 'One prediction so far' : `${count} predictions so far`}: you said {formatPercent(confidence, 0)}{' '}
        on average, and were right in {formatPercent(right, 0)}. {verdictOf(calibration)}
      </p>
      {count >= ENOUGH ? (
        <LineChart
          title="How sure, and how often right"
          xLabel="prediction"
          series={series}
          yDomain={[0, 1]}
          formatX={String}
          formatY={(share) => formatPercent(share, 0)}
          height={180}
        />
      ) : null}
    </div>
  )
}

function verdictOf({ count, right, confidence }: Calibration): string {
  if (count < ENOUGH) return `From ${ENOUGH} on, a curve shows how the two compare.`
  // Two standard errors of a share: what chance alone may do.
  const margin = 2 * Math.sqrt(Math.max(0.01, confidence * (1 - confidence)) / count)
  if (Math.abs(right - confidence) <= margin) return 'That fits, as far as so many can tell.'
  return confidence > right ? 'You are surer than you should be.' : 'You know more than you think.'
}

/** The mean over the first one, two, three …: the last is the mean over all. */
function runningMean(settled: readonly SettledPrediction[], of: 'confidence' | 'right'): [number, number][] {
  let sum = 0
  return settled.map((prediction, index) => {
    sum += Number(prediction[of])
    return [index + 1, sum / (index + 1)]
  })
}
