import { memo } from 'react'
import type { PartSizes } from '@/components/lab/calibration-lab/calibration-spec'
import type { ModelReading } from '@/components/lab/calibration-lab/reading/model-reading'
import { reliabilityOf } from '@/components/lab/calibration-lab/reading/reliability'
import { negativeLogLikelihood } from '@/components/lab/calibration-lab/reading/temperature'
import { shareText } from '@/components/lab/calibration-lab/reading/threshold-words'
import { formatNumber } from '@/components/plot/format-number'
import { PlainTable } from './plain-table'

interface CalibrationTableProps {
  reading: ModelReading | null
  temperature: number
  parts: PartSizes
}

/** How far its probabilities can be believed, before and after temperature, and on which points each number was measured. */
export const CalibrationTable = memo(function CalibrationTable({ reading, temperature, parts }: CalibrationTableProps) {
  const cells = (measure: (model: ModelReading, temperature: number) => string) =>
    [1, temperature].map((one) => (reading === null ? '–' : measure(reading, one)))
  const share = reading === null ? null : reading.test.positives / reading.test.count
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <PlainTable
        caption="Calibration, before and after temperature"
        head={['T = 1', `now, T = ${formatNumber(temperature)}`]}
        rows={[
          {
            name: 'ECE, likelier class',
            cells: cells(({ test }, at) => formatNumber(reliabilityOf(test, at, 'likelier').error, 3)),
          },
          {
            name: 'ECE, probability of class 1',
            cells: cells(({ test }, at) => formatNumber(reliabilityOf(test, at, 'rare').error, 3)),
          },
          {
            name: 'Mean probability of class 1',
            cells: cells(({ test }, at) => shareText(reliabilityOf(test, at, 'rare').confidence)),
          },
          {
            name: 'Log loss on the test half',
            cells: cells(({ test }, at) => formatNumber(negativeLogLikelihood(test, at), 4)),
          },
          {
            name: 'Log loss on the validation half',
            cells: cells(({ validation }, at) => formatNumber(negativeLogLikelihood(validation, at), 4)),
          },
        ]}
      />
      <p className="m-0 text-muted text-sm">
        ECE is the expected calibration error in 15 bins. The first four rows are measured on the test half,{' '}
        {formatNumber(parts.test, 7)} points, of which class 1 is {shareText(share)}. The temperature is fitted on the
        validation half, {formatNumber(parts.validation, 7)} other points: the best one makes the last row smallest.
      </p>
    </div>
  )
})
