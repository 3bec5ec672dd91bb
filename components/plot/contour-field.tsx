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
  const border = layersOf(second, side, LEVELS.slice(0, 1))[0]
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
      <path d={border} fill="none" stroke="var(--ink)" strokeWidth={1.1} strokeLinejoin="round" />
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
  const scale = 200 / side
  const place = (at: number) => Number((at * scale - 100).toFixed(1))
  return contours()
    .size([side, side])
    .thresholds(levels)(field)
    .map(({ coordinates }) =>
      coordinates
        .flat()
        .map((ring) => `M${ring.map(([x = 0, y = 0]) => `${place(x)} ${place(y)}`).join('L')}Z`)
        .join(''),
    )
}
