import { formatNumber, formatPercent } from './format-number'
import type { PlaneCells } from './paint'

export const CELL_HEAD = ['x₁', 'x₂', 'class', 'probability']

interface CellRowsProps {
  cells: PlaneCells
  /** Both axes run from -extent to extent. */
  extent: number
  classes: readonly string[]
}

/** Of 64 places: enough to see where the border runs. */
const PLACES = 8

/** Behind a surface: what it says at places evenly spread, as rows of a table. */
export function CellRows({ cells: { side, winner, confidence }, extent, classes }: CellRowsProps) {
  const places = Array.from({ length: PLACES }, (_, i) => Math.floor(((i + 0.5) / PLACES) * side))
  const coordinate = (place: number) => ((place + 0.5) / side) * 2 * extent - extent
  return places.flatMap((row) =>
    places.map((column) => {
      const cell = row * side + column
      return (
        <tr key={cell}>
          <td className="py-1 pr-4">{formatNumber(coordinate(column), 3)}</td>
          <td className="py-1 pr-4">{formatNumber(-coordinate(row), 3)}</td>
          <td className="py-1 pr-4">{classes[winner[cell] ?? 0]}</td>
          <td className="py-1 pr-4">{formatPercent(confidence[cell] ?? 0, 1)}</td>
        </tr>
      )
    }),
  )
}
