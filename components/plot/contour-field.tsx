/**
 * How likely each of two classes is over a square, as layers between contour lines: a group of SVG paths in a box of
 * 200 × 200 around the origin. Plain markup, so that it is drawn on the server as well as live, and follows the theme.
 */
import { contours } from 'd3-contour'
import { classColor } from './class-colors'

interface ContourFieldProps {
  /** Probability of the second class, row by row from the upper left corner; `side` × `side`. */
  values: ArrayLike<number>
  side: number
}

/** Each layer is laid over the one before, so that the colour grows stronger with certainty. */
const LEVELS = [0.5, 0.75, 0.92]
const OPACITY = 0.17

export function ContourField({ values, side }: ContourFieldProps) {
  const second = Array.from(values)
  return (
    <g>
      <Layers
        paths={layersOf(
          second.map((value) => 1 - value),
          side,
          LEVELS,
        )}
        color={classColor(0)}
      />
      <Layers paths={layersOf(second, side, LEVELS)} color={classColor(1)} />
      <path d={borderOf(second, side)} fill="none" stroke="var(--ink)" strokeWidth={1.1} strokeLinejoin="round" />
    </g>
  )
}

function Layers({ paths, color }: { paths: string[]; color: string }) {
  return (
    <g fill={color} fillOpacity={OPACITY}>
      {LEVELS.map((level, index) => (
        <path key={level} d={paths[index]} />
      ))}
    </g>
  )
}

/** One closed path a level: where the field is above it. */
function layersOf(field: number[], side: number, levels: number[]): string[] {
  return levels.map((level) =>
    ringsOf(field, side, level)
      .map((ring) => `M${ring.map(([x, y]) => `${place(x, side)} ${place(y, side)}`).join('L')}Z`)
      .join(''),
  )
}

/** Where the classes meet; the sides of the square, along which the rings close, are no border. */
function borderOf(field: number[], side: number): string {
  const isOuter = ([x, y]: [number, number]) => x <= 0 || x >= side || y <= 0 || y >= side
  return ringsOf(field, side, LEVELS[0])
    .flatMap((ring) =>
      ring.map((point, index) => {
        const before = ring[index - 1]
        const drawn = before !== undefined && !(isOuter(before) && isOuter(point))
        return `${drawn ? 'L' : 'M'}${place(point[0], side)} ${place(point[1], side)}`
      }),
    )
    .join('')
}

const place = (at: number, side: number) => Number(((at * 200) / side - 100).toFixed(1))

function ringsOf(field: number[], side: number, level = 0.5): [number, number][][] {
  const [region] = contours().size([side, side]).thresholds([level])(field)
  return (region?.coordinates ?? []).flat().map((ring) => ring.map(([x = 0, y = 0]) => [x, y]))
}
