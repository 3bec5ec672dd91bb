/** Where on the axis values are read, and where the keys and the pointer move that to. Pure. */
import type { Marker } from './markers'

/** About 200 steps from end to end, each 1, 2 or 5 times a power of ten. */
export function cursorStep(from: number, to: number): number {
  const rough = (to - from) / 250
  const power = 10 ** Math.floor(Math.log10(rough))
  const factor = rough / power
  return Number(((factor <= 1 ? 1 : factor <= 2 ? 2 : factor <= 5 ? 5 : 10) * power).toPrecision(3))
}

interface Place {
  x: number
  from: number
  to: number
  step: number
}

const KEYS: Record<string, number> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -10,
  PageUp: 10,
}

/** Null for a key that moves nothing. From between two steps, an arrow leads to the next of them. */
export function arrowKey(key: string, { x, from, to, step }: Place): number | null {
  if (key === 'Home') return from
  if (key === 'End') return to
  const steps = KEYS[key]
  if (steps === undefined) return null
  const place = x / step
  const start =
    Math.abs(place - Math.round(place)) < 1e-6 ? Math.round(place) : steps > 0 ? Math.floor(place) : Math.ceil(place)
  return Math.min(to, Math.max(from, Number(((start + steps) * step).toPrecision(12))))
}

/** The marker nearest to `x` within `reach`, or null. */
export function nearestMarker(
  curves: readonly { markers: readonly Marker[] }[],
  x: number,
  reach: number,
): number | null {
  let nearest: number | null = null
  for (const { markers } of curves) {
    for (const marker of markers) {
      const distance = Math.abs(marker.x - x)
      if (distance <= reach && (nearest === null || distance < Math.abs(nearest - x))) nearest = marker.x
    }
  }
  return nearest
}
