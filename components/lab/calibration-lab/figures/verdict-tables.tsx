import {
  type Confusion,
  type Measures,
  majorityMeasures,
  measuresOf,
} from '@/components/lab/calibration-lab/reading/confusion'
import { gainWords, shareText } from '@/components/lab/calibration-lab/reading/threshold-words'
import { formatNumber } from '@/components/plot/format-number'
import { PlainTable } from './plain-table'

interface VerdictTablesProps {
  confusion: Confusion
  threshold: number
}

/** Who was called what, and the shares that are made of it, beside those of a model that looks at nothing. */
export function VerdictTables({ confusion, threshold }: VerdictTablesProps) {
  const { truePositives, falsePositives, falseNegatives, trueNegatives } = confusion
  const positives = truePositives + falseNegatives
  const count = positives + falsePositives + trueNegatives
  const model = measuresOf(confusion)
  const majority = majorityMeasures({ count, positives })
  const row = (name: string, measure: keyof Measures) => ({
    name,
    cells: [shareText(model[measure]), shareText(majority[measure])],
  })
  const counts = (...numbers: number[]) => numbers.map((number) => formatNumber(number, 7))
  return (
    <div className="flex min-w-0 flex-col gap-5">
      <PlainTable
        caption={`Confusion matrix at threshold ${formatNumber(threshold)}`}
        head={['called 0', 'called 1', 'all']}
        rows={[
          { name: 'is class 0', cells: counts(trueNegatives, falsePositives, trueNegatives + falsePositives) },
          { name: 'is class 1, rare', cells: counts(falseNegatives, truePositives, positives) },
        ]}
      />
      <div className="flex flex-col gap-2">
        <PlainTable
          caption="What that comes to"
          head={['this model', 2 * positives > count ? 'all called 1' : 'all called 0']}
          rows={[
            row('Accuracy', 'accuracy'),
            row('Recall', 'recall'),
            row('Precision', 'precision'),
            row('F1', 'f1'),
            row('False alarms', 'falseAlarms'),
          ]}
        />
        <p className="m-0 min-h-10 text-muted text-sm">{gainWords(model, majority)}</p>
      </div>
    </div>
  )
}
