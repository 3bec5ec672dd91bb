import { formatPercent } from '@/components/plot/format-number'
import type { ProbeReading } from '@/lib/engine'

/** A share as a bar: of units that are dead, of outputs that are saturated. */
export function ShareGauge({ label, reading }: { label: string; reading: ProbeReading | undefined }) {
  const share = Math.min(1, Math.max(0, reading?.value ?? 0))
  const { dead, units } = reading?.details ?? {}
  const count = dead !== undefined && units !== undefined ? `${dead} of ${units}` : formatPercent(share)
  const text = reading ? count : 'not read yet'
  return (
    <div className="flex flex-col gap-1">
      <div className="flex justify-between gap-3">
        <span>{label}</span>
        <span className="text-muted tabular-nums">{text}</span>
      </div>
      <div aria-hidden="true" className="h-2.5 overflow-hidden rounded-full border border-line bg-sunken">
        <div className="h-full bg-bad" style={{ width: `${share * 100}%` }} />
      </div>
    </div>
  )
}
