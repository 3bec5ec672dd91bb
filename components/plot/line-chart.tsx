'use client'

/**
 * Curves over one axis, drawn as SVG: a curve has at most a few hundred points by design, so a redraw
 * takes well under a millisecond, follows the theme by CSS variables, prints, and needs no library.
 * Data in, pixels out: it knows nothing of training. Values are read by pointer, touch or arrow keys,
 * and stand in a table below.
 */
import { useId, useMemo, useState } from 'react'
import { ChartAxes } from './chart-axes'
import { ChartCursor } from './chart-cursor'
import { ChartDots } from './chart-dots'
import { ChartLegend } from './chart-legend'
import { type ChartPoint, type ChartSeries, extentOf, sharedPositions, valueAt } from './chart-series'
import { ChartTable } from './chart-table'
import { formatNumber } from './format-number'
import { plotArea } from './plot-area'
import { createScale, roundDomain, type Scale } from './scale'
import { useChartCursor } from './use-chart-cursor'
import { useWidth } from './use-width'

interface LineChartProps {
  title: string
  xLabel: string
  series: readonly ChartSeries[]
  /** Loose points behind the curves: what they are to pass through. */
  dots?: readonly ChartPoint[]
  /** Fixed ends of an axis; what is left out follows the data. */
  xDomain?: readonly [number, number]
  yDomain?: readonly [low: number | null, high: number | null]
  /** Offers a logarithmic y axis beside the title. */
  offerLog?: boolean
  /** Logarithmic from the start, and for good. */
  yScale?: 'log'
  formatX?: (value: number) => string
  formatY?: (value: number) => string
  /** Height of the picture in pixels; it never changes, so nothing on the page jumps. */
  height?: number
  /** Shown in the empty picture. */
  emptyText?: string
  /** The curve is being made: the table is filled only while it is open. */
  live?: boolean
}

/** A curve of so few points shows where they are; one point alone would draw no line at all. */
const MARKED_POINTS = 24

export function LineChart(props: LineChartProps) {
  const { title, xLabel, series, formatX = formatNumber, formatY = formatNumber, height = 260 } = props
  const id = useId()
  const [ref, width] = useWidth<HTMLDivElement>(640)
  const [log, setLog] = useState(props.yScale === 'log')
  const area = plotArea(width, height)
  const x = createScale('linear', ...(props.xDomain ?? extentOf(series, 0) ?? [0, 1]), Math.round(area.width / 90))
  const y = verticalScale(series, props.yDomain, log)
  const positions = useMemo(() => sharedPositions(series), [series])
  const cursor = useChartCursor(positions, (pixels) => x.low + ((pixels - area.left) / area.width) * (x.high - x.low))
  const toX = (value: number) => area.left + x.place(value) * area.width
  const toY = (value: number) => area.top + (1 - y.place(value)) * area.height

  const named = series.filter((one) => !one.background)
  const read = (one: ChartSeries) => {
    const value = cursor.position === null ? one.points.at(-1)?.[1] : valueAt(one, cursor.position)
    return value === null || value === undefined ? '–' : formatY(value)
  }
  const values = named.map(read)
  const where = cursor.position ?? positions.at(-1)
  const reading = named.map((one, index) => `${one.label} ${values[index]}`).join(', ')
  const empty = positions.length === 0

  return (
    <figure className="m-0 flex min-w-0 flex-col gap-2 font-sans text-base">
      <div className="flex min-h-9 flex-wrap items-center justify-between gap-x-4">
        <figcaption id={`${id}-title`} className="font-semibold text-sm">
          {title}
        </figcaption>
        {props.offerLog ? (
          <label className="inline-flex min-h-9 cursor-pointer items-center gap-2 text-muted text-sm">
            <input type="checkbox" className="size-4 accent-accent" checked={log} onChange={() => setLog(!log)} />
            logarithmic
          </label>
        ) : null}
      </div>
      <ChartLegend series={named} values={values} />
      <div
        ref={ref}
        role="slider"
        aria-labelledby={`${id}-title`}
        aria-orientation="horizontal"
        aria-valuemin={0}
        aria-valuemax={Math.max(0, positions.length - 1)}
        aria-valuenow={Math.max(0, cursor.index < 0 ? positions.length - 1 : cursor.index)}
        aria-valuetext={where === undefined ? 'no values yet' : `${xLabel} ${formatX(where)}: ${reading}`}
        tabIndex={0}
        className="relative touch-pan-y rounded-control"
        style={{ height }}
        {...cursor.handlers}
      >
        <svg aria-hidden="true" width="100%" height={height} viewBox={`0 0 ${width} ${height}`}>
          <ChartAxes x={x} y={y} area={area} xLabel={xLabel} formatX={formatX} formatY={formatY} />
          <clipPath id={`${id}-area`}>
            <rect x={area.left} y={area.top - 2} width={area.width + 4} height={area.height + 4} />
          </clipPath>
          {props.dots ? <ChartDots dots={props.dots} x={x} y={y} area={area} /> : null}
          <g clipPath={`url(#${id}-area)`} fill="none" strokeLinejoin="round" strokeLinecap="round">
            {series.map((one) =>
              one.band === undefined ? null : (
                <path key={one.id} d={bandPath(one.band, toX, toY)} fill={one.color} fillOpacity={0.16} />
              ),
            )}
            {series.map((one) => (
              <g key={one.id} stroke={one.color} strokeOpacity={one.background ? 0.45 : 1}>
                <path d={pathOf(one, toX, toY)} strokeWidth={one.background ? 1.25 : 2.25} strokeDasharray={one.dash} />
                {one.points.length > MARKED_POINTS || one.background
                  ? null
                  : one.points.map(([px, py]) => (
                      <circle key={px} cx={toX(px)} cy={toY(py)} r={2.5} fill={one.color} />
                    ))}
              </g>
            ))}
          </g>
          {cursor.position === null ? null : (
            <ChartCursor
              at={toX(cursor.position)}
              area={area}
              dots={dotsAt(named, cursor.position, toY)}
              label={formatX(cursor.position)}
            />
          )}
        </svg>
        {empty ? (
          <p className="pointer-events-none absolute inset-0 m-0 flex items-center justify-center px-16 pb-8 text-center text-muted text-sm">
            {props.emptyText ?? 'Nothing to show yet.'}
          </p>
        ) : null}
      </div>
      <ChartTable
        title={title}
        eager={!props.live}
        head={[xLabel, ...series.map((one) => one.label)]}
        rows={() =>
          positions.map((position) => (
            <tr key={position}>
              <th scope="row" className="py-1 pr-4 font-normal text-muted">
                {formatX(position)}
              </th>
              {series.map((one) => {
                const value = valueAt(one, position)
                return (
                  <td key={one.id} className="py-1 pr-4">
                    {value === null ? '' : formatY(value)}
                  </td>
                )
              })}
            </tr>
          ))
        }
      />
    </figure>
  )
}

function verticalScale(series: readonly ChartSeries[], asked: LineChartProps['yDomain'], log: boolean): Scale {
  const [low, high] = extentOf(series, 1) ?? [0, 1]
  if (log && low > 0) return createScale('log', asked?.[0] || low, asked?.[1] ?? high)
  const [roundLow, roundHigh] = roundDomain(asked?.[0] ?? low, asked?.[1] ?? high)
  return createScale('linear', asked?.[0] ?? roundLow, asked?.[1] ?? roundHigh)
}

/** Only on curves that have a value just there. */
function dotsAt(series: readonly ChartSeries[], x: number, toY: (y: number) => number) {
  return series.flatMap((one) => {
    const value = valueAt(one, x)
    return value === null ? [] : [{ id: one.id, y: toY(value), color: one.color }]
  })
}

/** Along the upper edge and back along the lower. */
function bandPath(
  band: NonNullable<ChartSeries['band']>,
  toX: (x: number) => number,
  toY: (y: number) => number,
): string {
  const upper = band.map(([x, , high]) => `${toX(x).toFixed(1)} ${toY(high).toFixed(1)}`)
  const lower = band.map(([x, low]) => `${toX(x).toFixed(1)} ${toY(low).toFixed(1)}`).reverse()
  return band.length === 0 ? '' : `M${[...upper, ...lower].join('L')}Z`
}

/** One decimal is finer than any screen, and halves the attribute that changes with every redraw. */
function pathOf(series: ChartSeries, toX: (x: number) => number, toY: (y: number) => number): string {
  return series.points
    .map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${toX(x).toFixed(1)} ${toY(y).toFixed(1)}`)
    .join('')
}
