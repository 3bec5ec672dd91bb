import { classNames } from './class-names'

interface ProgressBarProps {
  label: string
  /** Left out when the total is unknown: the bar then only says that work goes on. */
  value?: number
  max?: number
  /** Words under the bar, e.g. `12 of 40 · about 20 s left`. */
  detail?: string
  hideLabel?: boolean
}

export function ProgressBar({ label, value, max = 1, detail, hideLabel = false }: ProgressBarProps) {
  const share = value === undefined ? undefined : Math.min(1, Math.max(0, max > 0 ? value / max : 0))
  return (
    <div className="flex flex-col gap-1.5">
      <div className={classNames('flex justify-between gap-3 text-sm', hideLabel && !detail && 'sr-only')}>
        <span className={classNames('font-medium', hideLabel && 'sr-only')}>{label}</span>
        {detail ? <span className="text-muted tabular-nums">{detail}</span> : null}
      </div>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={share === undefined ? undefined : Math.round(share * 100)}
        aria-valuetext={detail}
        className="h-2 overflow-hidden rounded-full border border-line bg-sunken"
      >
        <div
          className={classNames(
            'h-full rounded-full bg-accent forced-color-adjust-none',
            share === undefined && 'w-1/3 animate-pulse',
          )}
          style={share === undefined ? undefined : { width: `${share * 100}%` }}
        />
      </div>
    </div>
  )
}
