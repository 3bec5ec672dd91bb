'use client'

import { type KeyboardEvent, type PointerEvent, useState } from 'react'
import { nearestIndex } from './chart-series'

const KEYS: Record<string, (index: number, last: number) => number> = {
  ArrowLeft: (index) => index - 1,
  ArrowDown: (index) => index - 1,
  ArrowRight: (index) => index + 1,
  ArrowUp: (index) => index + 1,
  PageDown: (index) => index - 10,
  PageUp: (index) => index + 10,
  Home: () => 0,
  End: (_, last) => last,
}

/** Which of the places 0 … last a key leads to; null for a key that leads nowhere. */
export function placeByKey(key: string, index: number, last: number): number | null {
  const step = KEYS[key]
  return step === undefined || last < 0 ? null : Math.min(last, Math.max(0, step(index, last)))
}

/**
 * The position whose values are read: moved by pointer, touch or arrow keys, kept while the curve grows.
 * `toX` turns a pointer's distance from the left edge, in pixels, into a position.
 */
export function useChartCursor(positions: readonly number[], toX: (pixels: number) => number) {
  const [x, setX] = useState<number | null>(null)
  const index = x === null ? -1 : nearestIndex(positions, x)
  const last = positions.length - 1
  const move = (to: number) => setX(positions[Math.min(last, Math.max(0, to))] ?? null)

  return {
    /** Null while nothing is being read. */
    position: positions[index] ?? null,
    index,
    handlers: {
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        move(nearestIndex(positions, toX(event.clientX - event.currentTarget.getBoundingClientRect().left)))
      },
      onPointerLeave: (event: PointerEvent<HTMLElement>) => {
        // A finger lifts to look at what it found; only a mouse that goes away has stopped reading.
        if (event.pointerType === 'mouse') setX(null)
      },
      onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
        if (event.key === 'Escape') return setX(null)
        const place = placeByKey(event.key, Math.max(0, index), last)
        if (place === null) return
        event.preventDefault()
        // The first key starts at the newest value.
        move(index < 0 && event.key !== 'Home' ? last : place)
      },
      onBlur: () => setX(null),
    },
  }
}
