import { type CellLook, LOOK_MEANINGS, LOOK_NAMES } from './unit-words'

interface CellMarkProps {
  look: CellLook
  /** Share of the training examples that it is awake on, 0 to 1: how high the cell is filled. */
  share: number
  /** Awake again since the swap. */
  isBack: boolean
}

/** One unit, in a box of 24 × 24: its state told by shape and by colour. */
export function CellMark({ look, share, isBack }: CellMarkProps) {
  const height = look === 'dead' || look === 'shut' ? 0 : Math.max(1.5, share * 20)
  const isAwake = look === 'awake'
  return (
    <svg aria-hidden="true" viewBox="0 0 24 24" className="block size-full">
      <rect
        x={1}
        y={1}
        width={22}
        height={22}
        rx={3}
        fill={look === 'dead' ? 'var(--sunken)' : 'var(--surface)'}
        stroke={isAwake ? 'var(--accent)' : look === 'dead' ? 'var(--line-strong)' : 'var(--muted)'}
        strokeDasharray={isAwake || look === 'dead' ? undefined : look === 'shut' ? '1 2.2' : '3.5 2'}
        strokeWidth={1.25}
      />
      {height > 0 ? (
        <rect
          x={2.5}
          y={22 - height}
          width={19}
          height={height}
          rx={1}
          fill="var(--accent)"
          fillOpacity={isAwake ? 0.75 : 0.18}
          stroke={isAwake ? 'none' : 'var(--accent)'}
          strokeWidth={0.75}
        />
      ) : null}
      {look === 'dead' ? (
        <path d="M7.5 7.5l9 9m0-9l-9 9" stroke="var(--bad)" strokeWidth={2} strokeLinecap="round" />
      ) : null}
      {look === 'shut' ? <circle cx={12} cy={12} r={4} fill="none" stroke="var(--bad)" strokeWidth={1.5} /> : null}
      {isBack ? <path d="M14 1.5h8.5v8.5z" fill="var(--good)" stroke="var(--surface)" strokeWidth={0.75} /> : null}
    </svg>
  )
}

interface CellKeyProps {
  counts: readonly { look: CellLook; units: number }[]
  /** Null where nothing was swapped. */
  back: { units: number; dead: number; step: number } | null
}

/** What the marks mean, and how many units there are of each. */
export function CellKey({ counts, back }: CellKeyProps) {
  return (
    <ul className="m-0 flex list-none flex-wrap gap-x-5 gap-y-1.5 p-0 text-sm">
      {counts.map(({ look, units }) => (
        <li key={look} className="m-0 flex items-center gap-2" title={LOOK_MEANINGS[look]} data-count={look}>
          <span className="size-5 shrink-0">
            <CellMark look={look} share={0.5} isBack={false} />
          </span>
          <span>
            {LOOK_NAMES[look]}: <strong className="tabular-nums">{units}</strong>
          </span>
        </li>
      ))}
      {back === null ? null : (
        <li className="m-0 flex items-center gap-2" data-count="back">
          <span className="size-5 shrink-0">
            <CellMark look="awake" share={0.5} isBack />
          </span>
          <span>
            back since the swap at step {back.step}:{' '}
            <strong className="tabular-nums">
              {back.units} of {back.dead}
            </strong>
          </span>
        </li>
      )}
    </ul>
  )
}
