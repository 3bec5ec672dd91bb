/** Where on the square values are read, and how keys move that; and which own point is the nearest. Pure. */
import type { OwnPoint } from '@/lib/lab/fields/points'

export interface Place {
  x: number
  y: number
}

const STEPS: Record<string, readonly [x: number, y: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
}

/** Null for a key that moves nothing. A hundred steps from side to side, or ten with Shift. */
export function movePlace(key: string, { x, y }: Place, extent: number, far: boolean): Place | null {
  if (key === 'Home') return { x: 0, y: 0 }
  const step = STEPS[key]
  if (step === undefined) return null
  const length = (far ? 0.2 : 0.02) * extent
  const moved = (value: number, by: number) =>
    Number(Math.min(extent, Math.max(-extent, value + by * length)).toFixed(3)) + 0
  return { x: moved(x, step[0]), y: moved(y, step[1]) }
}

/** Index of the nearest point, or -1 where there is none. */
export function nearestPoint(points: readonly OwnPoint[], { x, y }: Place): number {
  let best = -1
  let least = Number.POSITIVE_INFINITY
  points.forEach(([px, py], index) => {
    const distance = (px - x) ** 2 + (py - y) ** 2
    if (distance < least) {
      least = distance
      best = index
    }
  })
  return best
}
