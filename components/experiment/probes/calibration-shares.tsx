import { formatPercent } from '@/components/plot/format-number'
import type { ProbeReading } from '@/lib/engine'

interface CalibrationSharesProps {
  /** Left out before there is one: then only the names stand there. */
  reading: ProbeReading | undefined
  twoClasses: boolean
}

/** The numbers beside the diagram, each in a line of its own. */
export function CalibrationShares({ reading, twoClasses }: CalibrationSharesProps) {
  return (
    <dl className="grid min-w-40 flex-1 grid-cols-[auto_auto] justify-start gap-x-4 gap-y-1 tabular-nums">
      {sharesOf(reading, twoClasses).map(({ name, share }) => (
        <div key={name} className="contents">
          <dt className="whitespace-nowrap text-muted">{name}</dt>
          <dd className="min-w-14 whitespace-nowrap">{share === undefined ? '–' : formatPercent(share)}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Of two classes also how class 1 is found, and how often it is expected: a dash for what has no value. */
export function sharesOf(
  reading: ProbeReading | undefined,
  twoClasses: boolean,
): { name: string; share: number | undefined }[] {
  const { accuracy, confidence, positives, meanProbability, recall, precision } = reading?.details ?? {}
  const always = [
    { name: 'Error', share: reading?.value },
    { name: 'Is right', share: accuracy },
    { name: 'Says it is', share: confidence },
  ]
  if (!twoClasses) return always
  return [
    ...always,
    { name: 'Class 1: recall', share: recall },
    { name: 'Class 1: precision', share: precision },
    { name: 'Class 1: share', share: positives },
    { name: 'Class 1: mean p', share: meanProbability },
  ]
}
