'use client'

import { ClassMark } from '@/components/plot/class-mark'
import { Button } from '@/components/ui/button'
import { MOST_POINTS, type OwnPoint } from '@/lib/lab/fields/points'

interface OwnPointsPanelProps {
  points: readonly OwnPoint[]
  label: number
  onLabel: (label: number) => void
  onPoints: (points: readonly OwnPoint[]) => void
}

const CLASSES = [0, 1] as const

/** Which class a click places, how many there are, and the last one or all taken away again. */
export function OwnPointsPanel({ points, label, onLabel, onPoints }: OwnPointsPanelProps) {
  const isEmpty = points.length === 0
  return (
    <div className="flex flex-col gap-2">
      <fieldset className="m-0 flex flex-wrap gap-x-4 border-0 p-0">
        <legend className="font-medium text-sm">A click places</legend>
        {CLASSES.map((one) => (
          <label key={one} className="inline-flex min-h-9 cursor-pointer items-center gap-2 text-sm">
            <input
              type="radio"
              name="own-class"
              className="choice shrink-0"
              checked={label === one}
              onChange={() => onLabel(one)}
            />
            <ClassMark index={one} />
            class {one}
          </label>
        ))}
      </fieldset>
      <p className="m-0 text-muted text-xs">
        {points.length} of {MOST_POINTS} points. With the keyboard: go to the surface, move with the arrow keys, Enter
        places, Delete removes the nearest.
      </p>
      <div className="flex flex-wrap gap-2">
        <Button
          variant="secondary"
          size="sm"
          aria-disabled={isEmpty || undefined}
          onClick={isEmpty ? undefined : () => onPoints(points.slice(0, -1))}
        >
          Remove the last
        </Button>
        <Button
          variant="secondary"
          size="sm"
          aria-disabled={isEmpty || undefined}
          onClick={isEmpty ? undefined : () => onPoints([])}
        >
          Remove all
        </Button>
      </div>
    </div>
  )
}
