/**
 * What the calibration probe read, drawn and as shares. Not here: how it is computed, which is in the engine
 * (lib/engine/probes/calibration.ts).
 */
import { formatNumber, formatPercent } from '@/components/plot/format-number'
import { ReliabilityBars } from '@/components/plot/reliability-bars'
import type { ProbeReading } from '@/lib/engine'
import { CalibrationShares } from './calibration-shares'
import { ProbeSection } from './probe-section'
import { CALIBRATION_WORDS } from './probe-words'

const BINS = 15
const SIDE = 150

interface Bin {
  from: number
  to: number
  count: number
  accuracy: number
  confidence: number
}

function binsOf({ details }: ProbeReading): Bin[] {
  return Array.from({ length: BINS }, (_, i) => ({
    from: i / BINS,
    to: (i + 1) / BINS,
    count: details[`bin${i + 1}.count`] ?? 0,
    accuracy: details[`bin${i + 1}.accuracy`] ?? 0,
    confidence: details[`bin${i + 1}.confidence`] ?? 0,
  })).filter(({ count }) => count > 0)
}

interface CalibrationDiagramProps {
  reading: ProbeReading | undefined
  /** Whether class 1 is the positive one of two. */
  twoClasses: boolean
}

/** How sure the network is against how often it is right: a reliability diagram. On the diagonal it can be believed. */
export function CalibrationDiagram({ reading, twoClasses }: CalibrationDiagramProps) {
  const bins = reading ? binsOf(reading) : []
  return (
    <ProbeSection
      title={CALIBRATION_WORDS.title}
      definition={CALIBRATION_WORDS.definition}
      head={['Confidence', 'Examples', 'Right', 'Mean confidence']}
      rows={() => calibrationRows(reading)}
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <svg
          aria-hidden="true"
          width={SIDE}
          height={SIDE}
          viewBox={`0 0 ${SIDE} ${SIDE}`}
          className="shrink-0 border border-line-strong bg-sunken"
        >
          <ReliabilityBars bins={bins} toX={(p) => p * SIDE} toY={(share) => (1 - share) * SIDE} />
        </svg>
        <CalibrationShares reading={reading} twoClasses={twoClasses} />
      </div>
      <p className="text-muted text-xs">{CALIBRATION_WORDS.note}</p>
    </ProbeSection>
  )
}

/** The bins that hold examples. */
export function calibrationRows(reading: ProbeReading | undefined): string[][] {
  if (!reading) return []
  return binsOf(reading).map(({ from, to, count, accuracy, confidence }) => [
    `${formatPercent(from)} to ${formatPercent(to)}`,
    formatNumber(count, 7),
    formatPercent(accuracy),
    formatPercent(confidence),
  ])
}
