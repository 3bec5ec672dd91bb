import { markPath } from '@/components/plot/mark-path'
import { FLAT_SLOPE } from '@/lib/engine'
import type { MarkerKind } from './markers'

/** Shapes of `markPath`: circle, square, triangle, diamond. */
export const MARKER_SHAPES: Record<MarkerKind, number> = { minimum: 0, maximum: 1, flat: 2, kink: 3, jump: 3 }

const MEANINGS: { kind: MarkerKind; text: string }[] = [
  { kind: 'minimum', text: 'minimum' },
  { kind: 'maximum', text: 'maximum' },
  { kind: 'kink', text: 'kink' },
  { kind: 'flat', text: `saturated from here outwards: |f′| < ${FLAT_SLOPE}` },
]

/** What the marks on the curves mean; only of those that are drawn. */
export function MarkerLegend({ kinds }: { kinds: ReadonlySet<MarkerKind> }) {
  const shown = MEANINGS.filter(({ kind }) => kinds.has(kind) || (kind === 'kink' && kinds.has('jump')))
  return (
    <ul className="m-0 flex min-h-6 list-none flex-wrap gap-x-5 gap-y-1 p-0 text-muted text-sm">
      {shown.map(({ kind, text }) => (
        <li key={kind} className="m-0 flex items-center gap-2">
          <svg aria-hidden="true" width={14} height={14} viewBox="-7 -7 14 14" className="shrink-0">
            <path
              d={markPath(MARKER_SHAPES[kind], 0, 0, 5)}
              fill="var(--surface)"
              stroke="currentColor"
              strokeWidth={1.75}
            />
          </svg>
          {text}
        </li>
      ))}
    </ul>
  )
}
