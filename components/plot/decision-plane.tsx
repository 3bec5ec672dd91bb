'use client'

/**
 * A square of the plane: which class a model gives each point of it, how surely, and the labelled points
 * it learns from. Colour says the class, strength the confidence, the mark's shape the class once more.
 * It computes nothing: cells and points come as numbers. A picture to look at; one whose values are read, and which is
 * drawn many times a second, is the playground's (components/lab/playground/decision-surface.tsx), of the same parts.
 */
import { memo, useEffect, useId, useRef } from 'react'
import { CELL_HEAD, CellRows } from './cell-rows'
import { ChartTable } from './chart-table'
import { ClassKey } from './class-key'
import { classPalette, type PlaneCells, paintSurface } from './paint'
import { PlanePoints } from './plane-points'
import { useThemeVersion } from './use-theme-version'

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
      <ClassKey classes={classNames} />
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
        head={CELL_HEAD}
        rows={() => (cells && plane ? <CellRows cells={cells} extent={plane.extent} classes={classNames} /> : null)}
      />
    </figure>
  )
}

function Cells({ cells }: { cells: PlaneCells }) {
  const ref = useRef<HTMLCanvasElement>(null)
  const theme = useThemeVersion()
  /** Read once a theme: asking for styles makes the browser work them out anew. */
  const known = useRef<{ theme: number; palette: ReturnType<typeof classPalette> } | null>(null)
  useEffect(() => {
    const context = ref.current?.getContext('2d')
    if (!ref.current || !context || theme < 0) return
    if (known.current?.theme !== theme) known.current = { theme, palette: classPalette(ref.current) }
    const image = context.createImageData(cells.side, cells.side)
    paintSurface(cells, known.current.palette, new Uint32Array(image.data.buffer))
    context.putImageData(image, 0, 0)
  }, [cells, theme])
  return <canvas ref={ref} width={cells.side} height={cells.side} className="absolute inset-0 size-full" />
}

/** Hundreds of marks that do not change while the surface does. */
const Points = memo(function Points({ plane: { inputs, labels, extent } }: { plane: LabelledPlane }) {
  return (
    // A layer of its own: thousands of marks are not painted again with every change of the cells behind them.
    <svg aria-hidden="true" viewBox="-100 -100 200 200" className="absolute inset-0 size-full will-change-transform">
      <PlanePoints points={inputs} labels={labels} extent={extent} />
    </svg>
  )
})
