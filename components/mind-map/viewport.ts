/** Where the sheet lies under the frame, and the arithmetic of moving it. Pure; pixels of the screen. */
import type { Box } from './map-data'

/** A point `p` of the sheet is seen at `x + scale · p.x`, `y + scale · p.y` of the frame. */
export interface Viewport {
  x: number
  y: number
  scale: number
}

export interface Size {
  width: number
  height: number
}

export const SMALLEST = 0.35
export const LARGEST = 2.5
/** Text below this scale cannot be read, so no map opens smaller. */
const READABLE = 0.75

export function clampScale(scale: number): number {
  return Math.min(LARGEST, Math.max(SMALLEST, scale))
}

/** What the zoom buttons take of the frame's right side, where a map is shown whole. */
const BUTTONS = 60

/** As the map opens: readable, and whole where that fits; else its hub, or on a phone its top, in sight. */
export function openingView(sheet: Size, frame: Size, hub: { x: number; y: number } | null): Viewport {
  const fit = Math.min((frame.width - BUTTONS) / sheet.width, frame.height / sheet.height)
  if (hub === null) {
    const scale = Math.min(1, Math.max(READABLE, frame.width / sheet.width))
    return { x: (frame.width - sheet.width * scale) / 2, y: 0, scale }
  }
  const scale = Math.min(1, Math.max(READABLE, fit))
  if (fit >= READABLE) return wholeView(sheet, frame)
  return { x: frame.width / 2 - hub.x * scale, y: frame.height / 2 - hub.y * scale, scale }
}

/** All of the sheet, however small, never enlarged. */
export function wholeView(sheet: Size, frame: Size): Viewport {
  const room = frame.width - BUTTONS
  const scale = clampScale(Math.min(1, room / sheet.width, frame.height / sheet.height))
  return { x: Math.max((room - sheet.width * scale) / 2, 0), y: (frame.height - sheet.height * scale) / 2, scale }
}

/** `at` of the frame stays where it is on the sheet. */
export function zoomAt(view: Viewport, factor: number, at: { x: number; y: number }): Viewport {
  const scale = clampScale(view.scale * factor)
  const grown = scale / view.scale
  return { x: at.x - (at.x - view.x) * grown, y: at.y - (at.y - view.y) * grown, scale }
}

/** A quarter of the frame is always over the sheet, so that a map cannot be lost. */
export function keepInReach(view: Viewport, sheet: Size, frame: Size): Viewport {
  const hold = (offset: number, extent: number, room: number) =>
    Math.min(room * 0.75, Math.max(room * 0.25 - extent * view.scale, offset))
  return {
    x: hold(view.x, sheet.width, frame.width),
    y: hold(view.y, sheet.height, frame.height),
    scale: view.scale,
  }
}

const EDGE = 28

/** Moved no further than needed to have `box` in the frame. */
export function bringIntoView(view: Viewport, box: Box, frame: Size): Viewport {
  const moved = (offset: number, start: number, length: number, room: number) => {
    const first = offset + start * view.scale
    const last = first + length * view.scale
    if (first < EDGE) return offset + EDGE - first
    if (last > room - EDGE) return offset - Math.min(last - room + EDGE, first - EDGE)
    return offset
  }
  return {
    x: moved(view.x, box.x, box.width, frame.width),
    y: moved(view.y, box.y, box.height, frame.height),
    scale: view.scale,
  }
}
