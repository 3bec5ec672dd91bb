'use client'

/**
 * Panning and zooming a sheet under a frame: drag with mouse, pen or finger,
 * pinch with two, the wheel with Ctrl or ⌘ held (a bare wheel scrolls the page).
 * Null until the frame is measured; the style sheet shows the map until then.
 */
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Box } from './map-data'
import { bringIntoView, keepInReach, openingView, type Size, type Viewport, wholeView, zoomAt } from './viewport'

/** A press that moves less than this is a click. */
const CLICK = 6

export function useViewport(frame: RefObject<HTMLElement | null>, sheet: Size, hub: { x: number; y: number } | null) {
  const [view, setView] = useState<Viewport | null>(null)
  const pointers = useRef(new Map<number, { x: number; y: number }>())
  const travelled = useRef(0)

  const size = useCallback((): Size => {
    const { clientWidth = 1, clientHeight = 1 } = frame.current ?? {}
    return { width: clientWidth, height: clientHeight }
  }, [frame])

  const change = useCallback(
    (next: (view: Viewport, size: Size) => Viewport) =>
      setView((view) => view && keepInReach(next(view, size()), sheet, size())),
    [sheet, size],
  )

  useLayoutEffect(() => {
    setView(openingView(sheet, size(), hub))
  }, [sheet, hub, size])

  useEffect(() => {
    const element = frame.current
    if (element === null) return
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return
      event.preventDefault()
      const { left, top } = element.getBoundingClientRect()
      const at = { x: event.clientX - left, y: event.clientY - top }
      change((view) => zoomAt(view, Math.exp(-event.deltaY / 300), at))
    }
    element.addEventListener('wheel', onWheel, { passive: false })
    return () => element.removeEventListener('wheel', onWheel)
  }, [frame, change])

  const onPointerDown = (event: React.PointerEvent) => {
    if (event.pointerType === 'mouse' && event.button !== 0) return
    if (pointers.current.size === 0) travelled.current = 0
    pointers.current.set(event.pointerId, { x: event.clientX, y: event.clientY })
  }

  const onPointerMove = (event: React.PointerEvent) => {
    const before = pointers.current.get(event.pointerId)
    if (before === undefined) return
    const now = { x: event.clientX, y: event.clientY }
    const other = [...pointers.current].find(([id]) => id !== event.pointerId)?.[1]
    pointers.current.set(event.pointerId, now)
    travelled.current += Math.hypot(now.x - before.x, now.y - before.y)
    if (travelled.current < CLICK) return
    event.currentTarget.setPointerCapture(event.pointerId)
    if (other === undefined) {
      change((view) => ({ ...view, x: view.x + now.x - before.x, y: view.y + now.y - before.y }))
      return
    }
    const { left, top } = event.currentTarget.getBoundingClientRect()
    const distance = (one: { x: number; y: number }) => Math.max(1, Math.hypot(one.x - other.x, one.y - other.y))
    const at = { x: (now.x + other.x) / 2 - left, y: (now.y + other.y) / 2 - top }
    const moved = { x: (now.x - before.x) / 2, y: (now.y - before.y) / 2 }
    change((view) => {
      const zoomed = zoomAt(view, distance(now) / distance(before), at)
      return { ...zoomed, x: zoomed.x + moved.x, y: zoomed.y + moved.y }
    })
  }

  const onPointerEnd = (event: React.PointerEvent) => {
    pointers.current.delete(event.pointerId)
  }

  /** The end of a drag is no click on what happens to lie under it. */
  const onClickCapture = (event: React.MouseEvent) => {
    if (travelled.current < CLICK) return
    event.preventDefault()
    event.stopPropagation()
    travelled.current = 0
  }

  return {
    view,
    handlers: {
      onPointerDown,
      onPointerMove,
      onPointerUp: onPointerEnd,
      onPointerCancel: onPointerEnd,
      onClickCapture,
    },
    zoom: (factor: number) =>
      change((view, { width, height }) => zoomAt(view, factor, { x: width / 2, y: height / 2 })),
    showAll: () => change((_, room) => wholeView(sheet, room)),
    show: (box: Box) => change((view, room) => bringIntoView(view, box, room)),
  }
}
