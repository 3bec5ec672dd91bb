'use client'

/**
 * The training examples in the plane, as the unit saw them at the step that killed it: those that it was still awake on, the
 * one that pushed it hardest, and, of a unit of the first layer, its crease, the line where its sum is 0, before and after.
 */
import type { ReactNode } from 'react'
import { PlanePoints } from '@/components/plot/plane-points'
import type { UnitCause, UnitData } from '@/lib/training/dead-units/unit-protocol'

interface CausePlaneProps {
  cause: UnitCause
  points: UnitData['points']
  /** Index of the example that pushed hardest; null: none did. */
  hardest: number | null
}

export function CausePlane({ cause, points, hardest }: CausePlaneProps) {
  const { inputs, labels, extent } = points
  const place = (example: number, axis: 0 | 1) => ((inputs[example * 2 + axis] ?? 0) / extent) * 100
  const creases =
    cause.layer === 0 ? { before: creaseOf(cause.before, extent), after: creaseOf(cause.after, extent) } : null
  return (
    <figure className="m-0 flex flex-col gap-2">
      <figcaption className="font-medium text-sm">Where it happened</figcaption>
      <svg
        role="img"
        aria-label={`The training examples: still awake on ${cause.awakeBefore.length} before the step${hardest === null ? '' : `, pushed hardest by example ${hardest + 1}`}`}
        viewBox="-100 -100 200 200"
        className="aspect-square w-full max-w-80 overflow-hidden rounded-control border border-line bg-surface"
      >
        <g opacity={0.4}>
          <PlanePoints points={inputs} labels={labels} extent={extent} />
        </g>
        {creases === null ? null : (
          <g strokeWidth={1.4}>
            <path d={creases.before} stroke="var(--accent)" />
            <path d={creases.after} stroke="var(--bad)" strokeDasharray="5 3" />
          </g>
        )}
        {cause.awakeBefore.map((example) => (
          <circle
            key={example}
            cx={place(example, 0)}
            cy={-place(example, 1)}
            r={4.5}
            fill="none"
            stroke="var(--accent)"
            strokeWidth={1.2}
          />
        ))}
        {hardest === null ? null : (
          <rect
            x={place(hardest, 0) - 5.5}
            y={-place(hardest, 1) - 5.5}
            width={11}
            height={11}
            fill="none"
            stroke="var(--bad)"
            strokeWidth={1.6}
          />
        )}
      </svg>
      <ul className="m-0 flex list-none flex-wrap gap-x-4 gap-y-1 p-0 text-muted text-xs">
        <Key mark={<circle cx={6} cy={6} r={4.5} stroke="var(--accent)" />} text="still awake on it before" />
        {hardest === null ? null : (
          <Key mark={<rect x={1} y={1} width={10} height={10} stroke="var(--bad)" />} text="pushed hardest" />
        )}
        {creases === null ? null : (
          <>
            <Key mark={<path d="M0 6h12" stroke="var(--accent)" />} text="its crease before" />
            <Key mark={<path d="M0 6h12" stroke="var(--bad)" strokeDasharray="3 2" />} text="after" />
          </>
        )}
      </ul>
    </figure>
  )
}

function Key({ mark, text }: { mark: ReactNode; text: string }) {
  return (
    <li className="m-0 flex items-center gap-1.5">
      <svg aria-hidden="true" width={12} height={12} viewBox="0 0 12 12" fill="none" strokeWidth={1.5}>
        {mark}
      </svg>
      {text}
    </li>
  )
}

/** Where w₁x₁ + w₂x₂ + b is 0, far beyond both edges of the square; nothing where there is no such line. */
export function creaseOf([w1 = 0, w2 = 0, b = 0]: readonly number[], extent: number): string {
  const squared = w1 * w1 + w2 * w2
  if (squared === 0) return ''
  const scale = 100 / extent
  const [x, y] = [(-b * w1) / squared, (-b * w2) / squared]
  const length = 4 * extent + Math.hypot(x, y)
  const [dx, dy] = [(-w2 * length) / Math.sqrt(squared), (w1 * length) / Math.sqrt(squared)]
  const at = (px: number, py: number) => `${(px * scale).toFixed(1)} ${(-py * scale).toFixed(1)}`
  return `M${at(x - dx, y - dy)}L${at(x + dx, y + dy)}`
}
