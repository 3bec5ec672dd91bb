'use client'

/**
 * A figure whose axes are shares from 0 to 1, with one of its places read: by pointer, by touch or by arrow keys. It knows
 * neither curves nor bins; what is drawn, and what a place means, is handed in.
 */
import { type PointerEvent, type ReactNode, useId } from 'react'
import { ChartAxes } from '@/components/plot/chart-axes'
import { ChartLegend } from '@/components/plot/chart-legend'
import type { ChartSeries } from '@/components/plot/chart-series'
import { ChartTable } from '@/components/plot/chart-table'
import { formatNumber } from '@/components/plot/format-number'
import { createScale } from '@/components/plot/scale'
import { placeByKey } from '@/components/plot/use-chart-cursor'
import { useWidth } from '@/components/plot/use-width'

export type ToPixel = (share: number) => number

interface UnitFigureProps {
  title: string
  xLabel: string
  /** Where the x axis begins. */
  low?: number
  /** Pixels above the plotting area, for what is written there. */
  headroom?: number
  legend: readonly { label: string; color: string; dash?: string; value: string }[]
  /** The places that can be read are 0 … last. */
  index: number
  last: number
  onIndex: (index: number) => void
  /** Where it is pointed at, as shares of the two axes. */
  onPoint: (x: number, y: number) => void
  /** What is read, in words: shown below the picture, and read out. */
  reading: string
  table: { head: readonly string[]; rows: () => readonly (readonly string[])[] }
  /** In place of a picture, where there is none. */
  emptyText: string | null
  children: (toX: ToPixel, toY: ToPixel) => ReactNode
}

const HEIGHT = 270
const MARGIN = { left: 44, right: 14, top: 10, bottom: 44 }

export function UnitFigure(props: UnitFigureProps) {
  const { title, xLabel, low = 0, headroom = 0, legend, index, last, reading, table, emptyText } = props
  const id = useId()
  const [ref, width] = useWidth<HTMLDivElement>(320)
  const area = {
    left: MARGIN.left,
    top: MARGIN.top + headroom,
    width: Math.max(40, width - MARGIN.left - MARGIN.right),
    height: HEIGHT - MARGIN.top - headroom - MARGIN.bottom,
  }
  const x = createScale('linear', low, 1)
  const y = createScale('linear', 0, 1)
  const toX = (share: number) => area.left + x.place(share) * area.width
  const toY = (share: number) => area.top + (1 - share) * area.height
  const point = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    const across = (event.clientX - box.left - area.left) / area.width
    props.onPoint(low + across * (1 - low), 1 - (event.clientY - box.top - area.top) / area.height)
  }
  const series = legend.map(({ value: _, ...one }): ChartSeries => ({ id: one.label, points: [], ...one }))
  return (
    <figure className="m-0 flex min-w-0 flex-col gap-2 font-sans text-base">
      <figcaption id={`${id}-title`} className="font-semibold text-sm">
        {title}
      </figcaption>
      <div className="min-h-11">
        <ChartLegend series={series} values={legend.map(({ value }) => value)} />
      </div>
      <div
        ref={ref}
        role="slider"
        aria-labelledby={`${id}-title`}
        aria-orientation="horizontal"
        aria-valuemin={0}
        aria-valuemax={Math.max(0, last)}
        aria-valuenow={Math.max(0, index)}
        aria-valuetext={emptyText ?? reading}
        tabIndex={0}
        className="relative cursor-crosshair touch-pan-y rounded-control"
        style={{ height: HEIGHT }}
        onKeyDown={(event) => {
          const place = placeByKey(event.key, index, last)
          if (place === null) return
          event.preventDefault()
          props.onIndex(place)
        }}
        onPointerDown={(event) => {
          // A finger that goes down may be about to scroll; a mouse that leaves while it draws is still followed.
          if (event.pointerType !== 'mouse') return
          event.currentTarget.setPointerCapture(event.pointerId)
          point(event)
        }}
        onPointerMove={(event) => {
          if (event.buttons > 0) point(event)
        }}
        onPointerUp={point}
      >
        <svg aria-hidden="true" width="100%" height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`}>
          <ChartAxes x={x} y={y} area={area} xLabel={xLabel} formatX={formatNumber} formatY={formatNumber} />
          {emptyText === null ? props.children(toX, toY) : null}
        </svg>
        {emptyText === null ? null : (
          <p className="pointer-events-none absolute inset-0 m-0 flex items-center justify-center px-16 pb-8 text-center text-muted text-sm">
            {emptyText}
          </p>
        )}
      </div>
      <p className="m-0 min-h-10 text-sm tabular-nums">{reading}</p>
      <ChartTable
        title={title}
        head={table.head}
        rows={() =>
          table.rows().map((cells) => (
            <tr key={cells[0]}>
              <th scope="row" className="py-1 pr-4 font-normal text-muted">
                {cells[0]}
              </th>
              {table.head.slice(1).map((column, at) => (
                <td key={column} className="py-1 pr-4">
                  {cells[at + 1]}
                </td>
              ))}
            </tr>
          ))
        }
      />
    </figure>
  )
}
