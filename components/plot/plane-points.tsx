import { classColor } from './class-colors'
import { markPath } from './mark-path'

interface PlanePointsProps {
  /** x, y, x, y, … */
  points: ArrayLike<number>
  labels: readonly number[]
  /** Both axes run from -extent to extent. */
  extent: number
}

/** Labelled points in a box of 200 × 200 around the origin; one path a class, its shape said once more by its mark. */
export function PlanePoints({ points, labels, extent }: PlanePointsProps) {
  const classes = [...new Set(labels)].sort((a, b) => a - b)
  const place = (value = 0) => Number(((value / extent) * 100).toFixed(1))
  const marksOf = (wanted: number) =>
    labels
      .map((label, index) =>
        label === wanted ? markPath(label, place(points[index * 2]), -place(points[index * 2 + 1]), 2) : '',
      )
      .join('')
  return (
    <g>
      {classes.map((label) => (
        <path key={label} d={marksOf(label)} fill={classColor(label)} stroke="var(--surface)" strokeWidth={0.6} />
      ))}
    </g>
  )
}
