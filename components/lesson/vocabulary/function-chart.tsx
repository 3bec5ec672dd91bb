/**
 * A static graph of one or several functions of one variable, as SVG. A jump
 * (ReLU's slope at 0) is drawn as a gap with a filled and an open dot, since a
 * vertical line would claim values that are never taken.
 */
import { functionPieces } from '@/components/plot/function-pieces'
import { createScale } from '@/components/plot/scale'

interface Series {
  name: string
  title: string
  at: (x: number) => number
  /** Where it jumps. */
  jumps: readonly number[]
}

interface Props {
  /** Read out in place of the picture. */
  label: string
  heading: string
  series: Series[]
  from: number
  to: number
}

const WIDTH = 340
const HEIGHT = 240
const LEFT = 34
const RIGHT = 10
const TOP = 26
const BOTTOM = 24
const SAMPLES = 240

export function FunctionChart({ label, heading, series, from, to }: Props) {
  const curves = series.map(({ name, at, jumps }) => ({ name, ...functionPieces(at, [from, to], SAMPLES, jumps) }))
  const ys = curves.flatMap(({ pieces }) => pieces.flatMap((piece) => piece.map(([, y]) => y)))
  const padding = 0.08 * (Math.max(...ys, 1) - Math.min(...ys, 0))
  const low = Math.min(...ys, 0) - padding
  const high = Math.max(...ys, 1) + padding
  const xScale = createScale('linear', from, to)
  const yScale = createScale('linear', low, high)
  const px = (x: number) => LEFT + xScale.place(x) * (WIDTH - LEFT - RIGHT)
  const py = (y: number) => HEIGHT - BOTTOM - yScale.place(y) * (HEIGHT - TOP - BOTTOM)
  const path = (piece: readonly (readonly [number, number])[]) =>
    piece.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${px(x).toFixed(1)} ${py(y).toFixed(1)}`).join('')
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label} className="h-auto w-full font-sans">
      <text x={LEFT} y={14} className="fill-(--ink) font-medium text-[13px] italic">
        {heading}
      </text>
      {yScale.ticks.map((y) => (
        <g key={y}>
          <line
            x1={LEFT}
            x2={WIDTH - RIGHT}
            y1={py(y)}
            y2={py(y)}
            stroke={y === 0 ? 'var(--line-strong)' : 'var(--line)'}
          />
          <text x={LEFT - 7} y={py(y) + 4} textAnchor="end" className="fill-(--muted) text-[11px]">
            {tickLabel(y)}
          </text>
        </g>
      ))}
      {xScale.ticks.map((x) => (
        <g key={x}>
          <line
            x1={px(x)}
            x2={px(x)}
            y1={TOP}
            y2={HEIGHT - BOTTOM}
            stroke={x === 0 ? 'var(--line-strong)' : 'var(--line)'}
          />
          <text x={px(x)} y={HEIGHT - 7} textAnchor="middle" className="fill-(--muted) text-[11px]">
            {tickLabel(x)}
          </text>
        </g>
      ))}
      {curves.map(({ name, pieces, ends }, index) => {
        const colour = `var(--act-${name}, var(--act-other))`
        return (
          <g key={name} fill="none" stroke={colour} strokeWidth="3" strokeLinejoin="round" strokeLinecap="round">
            {pieces.map((piece) => (
              <path
                key={piece[0]?.[0]}
                d={path(piece)}
                strokeDasharray={[undefined, '8 5', '2 6', '11 5 2 5'][index]}
              />
            ))}
            {ends.map(({ x, y, taken }) => (
              <circle
                key={`${x}:${y}`}
                cx={px(x)}
                cy={py(y)}
                r="4"
                strokeWidth="2"
                fill={taken ? colour : 'var(--surface)'}
              />
            ))}
          </g>
        )
      })}
    </svg>
  )
}

function tickLabel(value: number): string {
  return String(value).replace('-', '−')
}
