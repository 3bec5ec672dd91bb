'use client'

/**
 * A square of the plane: which class a model gives each point of it, how surely, and the labelled points
 * it learns from. Colour says the class, strength the confidence, the mark's shape the class once more.
 * It computes nothing: cells and points come as numbers.
 */
import { memo, useEffect, useId, useRef } from 'react'
import { ChartTable } from './chart-table'
import { classColor, classVariable, parseHexColor } from './class-colors'
import { formatNumber, formatPercent } from './format-number'
import { markPath } from './mark-path'
import { useThemeVersion } from './use-theme-version'

/** Row by row from the upper left corner, `side` × `side`. */
export interface PlaneCells {
  side: number
  winner: Uint8Array
  /** 0 to 1. */
  confidence: Float32Array
}

interface DecisionPlaneProps {
  title: string
  /** Null before there is a model. */
  cells: PlaneCells | null
  /** Null before there are data. */
  plane: LabelledPlane | null
  classNames: readonly string[]
  /** Shown in the empty square. */
  emptyText?: string
}

export interface LabelledPlane {
  /** x, y, x, y, … */
  inputs: Float32Array
  labels: readonly number[]
  /** Both axes run from -extent to extent. */
  extent: number
}

export function DecisionPlane({ title, cells, plane, classNames, emptyText }: DecisionPlaneProps) {
  const id = useId()
  return (
    <figure className="m-0 flex min-w-0 flex-col gap-2 font-sans text-base">
      <figcaption id={id} className="font-semibold text-sm">
        {title}
      </figcaption>
      <ul className="flex min-h-5 list-none flex-wrap gap-x-5 gap-y-1 p-0 text-sm">
        {classNames.map((name, index) => (
          <li key={name} className="m-0 flex items-center gap-2">
            <svg aria-hidden="true" width={14} height={14} viewBox="-7 -7 14 14">
              <path d={markPath(index, 0, 0, 5)} fill={classColor(index)} />
            </svg>
            {name}
          </li>
        ))}
      </ul>
      <div
        role="img"
        aria-labelledby={id}
        className="relative aspect-square w-full overflow-hidden rounded-control border border-line bg-surface"
      >
        {cells ? <Cells cells={cells} /> : null}
        {plane ? (
          <Points plane={plane} />
        ) : (
          <p className="absolute inset-0 flex items-center justify-center p-8 text-balance text-center text-muted text-sm">
            {emptyText}
          </p>
        )}
      </div>
      <ChartTable
        title={title}
        head={['x₁', 'x₂', 'class', 'probability']}
        rows={() => (cells && plane ? <Rows cells={cells} extent={plane.extent} classNames={classNames} /> : null)}
      />
    </figure>
  )
}

function Cells({ cells }: { cells: PlaneCells }) {
  const ref = useRef<HTMLCanvasElement>(null)
  const theme = useThemeVersion()
  /** Read once a theme: asking for styles makes the browser work them out anew. */
  const known = useRef({ theme: -1, colors: [] as [number, number, number][] })
  useEffect(() => {
    const context = ref.current?.getContext('2d')
    if (!ref.current || !context || theme < 0) return
    if (known.current.theme !== theme) {
      const style = getComputedStyle(ref.current)
      const color = (_: unknown, index: number) => parseHexColor(style.getPropertyValue(classVariable(index)))
      known.current = { theme, colors: Array.from({ length: 6 }, color) }
    }
    const { colors } = known.current
    const image = context.createImageData(cells.side, cells.side)
    cells.winner.forEach((winner, cell) => {
      const [red, green, blue] = colors[winner % 6] ?? [128, 128, 128]
      image.data.set([red, green, blue, 40 + 150 * strength(cells, cell)], cell * 4)
    })
    context.putImageData(image, 0, 0)
  }, [cells, theme])
  return <canvas ref={ref} width={cells.side} height={cells.side} className="absolute inset-0 size-full" />
}

/** 0 where the winner is no better than one half, 1 where it is certain. */
function strength(cells: PlaneCells, cell: number): number {
  return Math.max(0, ((cells.confidence[cell] ?? 0) - 0.5) * 2)
}

/** One path a class: hundreds of marks that do not change while the surface does. */
const Points = memo(function Points({ plane: { inputs, labels, extent } }: { plane: LabelledPlane }) {
  const classes = [...new Set(labels)].sort((a, b) => a - b)
  const marksOf = (wanted: number) =>
    labels
      .map((label, index) => {
        if (label !== wanted) return ''
        return markPath(
          label,
          ((inputs[index * 2] ?? 0) / extent) * 100,
          ((inputs[index * 2 + 1] ?? 0) / extent) * -100,
          2.2,
        )
      })
      .join('')
  return (
    // A layer of its own: thousands of marks are not painted again with every change of the cells behind them.
    <svg aria-hidden="true" viewBox="-100 -100 200 200" className="absolute inset-0 size-full will-change-transform">
      {classes.map((label) => (
        <path key={label} d={marksOf(label)} fill={classColor(label)} stroke="var(--surface)" strokeWidth={0.55} />
      ))}
    </svg>
  )
})

/** Every eighth of the square each way: enough to see where the border runs. */
function Rows({ cells, extent, classNames }: { cells: PlaneCells; extent: number; classNames: readonly string[] }) {
  const places = Array.from({ length: 8 }, (_, i) => Math.floor(((i + 0.5) / 8) * cells.side))
  const coordinate = (place: number) => ((place + 0.5) / cells.side) * 2 * extent - extent
  return places.flatMap((row) =>
    places.map((column) => {
      const cell = row * cells.side + column
      return (
        <tr key={cell}>
          <td className="py-1 pr-4">{formatNumber(coordinate(column), 2)}</td>
          <td className="py-1 pr-4">{formatNumber(-coordinate(row), 2)}</td>
          <td className="py-1 pr-4">{classNames[cells.winner[cell] ?? 0]}</td>
          <td className="py-1 pr-4">{formatPercent(cells.confidence[cell] ?? 0, 0)}</td>
        </tr>
      )
    }),
  )
}
