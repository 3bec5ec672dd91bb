'use client'

/**
 * Curves of functions over one axis, with a line at the x that is read: moved by mouse, finger and arrow keys. Jumps are
 * gaps with a filled and an open dot; markers stand where something happens. What it draws comes as functions, so that it
 * is as sharp as the screen; curves made of measured points are components/plot/line-chart.
 */
import { type KeyboardEvent, memo, type PointerEvent, useId } from 'react'
import { ChartAxes } from '@/components/plot/chart-axes'
import { ChartCursor } from '@/components/plot/chart-cursor'
import { formatNumber } from '@/components/plot/format-number'
import { functionPieces } from '@/components/plot/function-pieces'
import { markPath } from '@/components/plot/mark-path'
import { type PlotArea, plotArea } from '@/components/plot/plot-area'
import { createScale, type Scale } from '@/components/plot/scale'
import { useWidth } from '@/components/plot/use-width'
import { MARKER_SHAPES } from './marker-legend'
import type { Marker } from './markers'
import { arrowKey, cursorStep, nearestMarker } from './reading-place'

export interface ChartCurve {
  id: string
  label: string
  color: string
  dash?: string | undefined
  at: (x: number) => number
  jumps: readonly number[]
  markers: readonly Marker[]
}

interface CurveChartProps {
  /** `f(x)` */
  title: string
  curves: readonly ChartCurve[]
  from: number
  to: number
  x: number
  onX: (x: number) => void
}

const HEIGHT = 260
/** Of the vertical axis: its numbers are short. */
const LEFT = 44
/** A pointer this near to a marker means the marker. */
const SNAP_PIXELS = 5

export function CurveChart({ title, curves, from, to, x, onX }: CurveChartProps) {
  const id = useId()
  const [ref, width] = useWidth<HTMLDivElement>(640)
  const area = plotArea(width, HEIGHT, LEFT)
  const step = cursorStep(from, to)
  const xAt = (event: PointerEvent<HTMLElement>) => {
    const share = (event.clientX - event.currentTarget.getBoundingClientRect().left - area.left) / area.width
    const exact = from + Math.min(1, Math.max(0, share)) * (to - from)
    const marker = nearestMarker(curves, exact, (SNAP_PIXELS / area.width) * (to - from))
    return marker ?? Number((Math.round(exact / step) * step).toPrecision(12))
  }
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const next = arrowKey(event.key, { x, from, to, step })
    if (next === null) return
    event.preventDefault()
    onX(next)
  }
  const reading = curves.map(({ label, at }) => `${label} ${formatNumber(at(x), 5)}`).join(', ')
  return (
    <figure className="m-0 flex min-w-0 flex-col gap-1">
      <figcaption id={id} className="font-semibold text-sm italic">
        {title}
      </figcaption>
      <div
        ref={ref}
        role="slider"
        aria-labelledby={id}
        aria-orientation="horizontal"
        aria-valuemin={from}
        aria-valuemax={to}
        aria-valuenow={x}
        aria-valuetext={curves.length === 0 ? 'no function chosen' : `x ${formatNumber(x, 6)}: ${reading}`}
        tabIndex={0}
        className="relative touch-pan-y rounded-control"
        style={{ height: HEIGHT }}
        onPointerMove={(event) => (event.pointerType === 'mouse' || event.buttons > 0) && onX(xAt(event))}
        onPointerDown={(event) => onX(xAt(event))}
        onKeyDown={press}
      >
        <svg aria-hidden="true" width="100%" height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`}>
          <Curves curves={curves} from={from} to={to} width={width} />
          <Cursor curves={curves} from={from} to={to} width={width} x={x} />
        </svg>
        {curves.length === 0 ? (
          <p className="pointer-events-none absolute inset-0 m-0 flex items-center justify-center px-16 pb-8 text-center text-muted text-sm">
            Choose a function, or write one.
          </p>
        ) : null}
      </div>
    </figure>
  )
}

type Drawn = Pick<CurveChartProps, 'curves' | 'from' | 'to'> & { width: number }

/** All that does not move with the cursor. */
const Curves = memo(function Curves({ curves, from, to, width }: Drawn) {
  const id = useId()
  const area = plotArea(width, HEIGHT, LEFT)
  const { toX, toY, scaleX, scaleY, drawn } = geometry({ curves, from, to, width })
  return (
    <>
      <ChartAxes x={scaleX} y={scaleY} area={area} xLabel="x" formatX={formatNumber} formatY={formatNumber} />
      <Zeros toX={toX} toY={toY} area={area} x={scaleX} y={scaleY} />
      <clipPath id={id}>
        <rect x={area.left} y={area.top - 6} width={area.width + 6} height={area.height + 12} />
      </clipPath>
      <g clipPath={`url(#${id})`} strokeLinejoin="round" strokeLinecap="round">
        {drawn.map(({ curve, pieces, ends }) => (
          <g key={curve.id} stroke={curve.color} fill="none" strokeWidth={2.5}>
            {pieces.map((piece) => (
              <path
                key={piece[0]?.[0]}
                strokeDasharray={curve.dash}
                d={piece
                  .map(([px, py], index) => `${index === 0 ? 'M' : 'L'}${toX(px).toFixed(1)} ${toY(py).toFixed(1)}`)
                  .join('')}
              />
            ))}
            {ends.map(({ x, y, taken }) => (
              <circle
                key={`${x}:${y}`}
                cx={toX(x)}
                cy={toY(y)}
                r={3.5}
                strokeWidth={2}
                fill={taken ? curve.color : 'var(--surface)'}
              />
            ))}
            {curve.markers
              .filter((marker) => marker.x >= from && marker.x <= to)
              .map(({ kind, x }) => (
                <path
                  key={`${kind}${x}`}
                  d={markPath(MARKER_SHAPES[kind], toX(x), toY(curve.at(x)), 5)}
                  fill="var(--surface)"
                  strokeWidth={2}
                />
              ))}
          </g>
        ))}
      </g>
    </>
  )
})

/** The lines x = 0 and y = 0, a little stronger than the grid. */
function Zeros(props: { toX: (x: number) => number; toY: (y: number) => number; area: PlotArea; x: Scale; y: Scale }) {
  const { toX, toY, area, x, y } = props
  const [bottom, right] = [area.top + area.height, area.left + area.width]
  return (
    <g stroke="var(--line-strong)">
      {x.low < 0 && x.high > 0 ? <line x1={toX(0)} x2={toX(0)} y1={area.top} y2={bottom} /> : null}
      {y.low < 0 && y.high > 0 ? <line x1={area.left} x2={right} y1={toY(0)} y2={toY(0)} /> : null}
    </g>
  )
}

function Cursor({ curves, from, to, width, x }: Drawn & { x: number }) {
  const area = plotArea(width, HEIGHT, LEFT)
  const { toX, toY } = geometry({ curves, from, to, width })
  if (x < from || x > to) return null
  const dots = curves.map(({ id, at, color }) => ({ id, y: toY(at(x)), color }))
  return <ChartCursor at={toX(x)} area={area} dots={dots} label={formatNumber(x, 6)} />
}

interface Geometry {
  toX: (x: number) => number
  toY: (y: number) => number
  scaleX: Scale
  scaleY: Scale
  drawn: (ReturnType<typeof functionPieces> & { curve: ChartCurve })[]
}

/** By the list of curves, which is another one whenever anything but the cursor changed. */
const known = new WeakMap<readonly ChartCurve[], { key: string; geometry: Geometry }>()

function geometry({ curves, from, to, width }: Drawn): Geometry {
  const key = `${from} ${to} ${width}`
  const before = known.get(curves)
  if (before?.key === key) return before.geometry
  const area = plotArea(width, HEIGHT, LEFT)
  const drawn = curves.map((curve) => ({
    curve,
    ...functionPieces(curve.at, [from, to], Math.ceil(area.width / 1.5), curve.jumps),
  }))
  const ys = drawn.flatMap(({ pieces }) => pieces.flatMap((piece) => piece.map(([, y]) => y)))
  // One by one: a spread of thousands of numbers is more than some browsers take as arguments.
  const low = ys.reduce((least, y) => Math.min(least, y), 0)
  const high = ys.reduce((most, y) => Math.max(most, y), low === 0 ? 0.25 : 0)
  const padding = 0.06 * (high - low)
  const scaleX = createScale('linear', from, to, Math.max(3, Math.round(area.width / 70)))
  const scaleY = createScale('linear', low - padding, high + padding)
  const made: Geometry = {
    scaleX,
    scaleY,
    drawn,
    toX: (x) => area.left + scaleX.place(x) * area.width,
    toY: (y) => area.top + (1 - scaleY.place(y)) * area.height,
  }
  known.set(curves, { key, geometry: made })
  return made
}
