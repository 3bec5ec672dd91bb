/**
 * How the numbers between two layers lie in the arena: [examples, height, width, lanes], a place's channels padded with
 * lanes of zeros to a multiple of four, and a frame of zeros (the halo) around each image. A row of features is an image
 * of one place.
 */
import type { ArenaPlan } from '../program/arena'
import { alignUp } from '../program/arena'
import type { Space } from '../program/space'

/** Places of zeros around an image. */
export interface Halo {
  top: number
  right: number
  bottom: number
  left: number
}

export const NO_HALO: Halo = { top: 0, right: 0, bottom: 0, left: 0 }

export function largerHalo(a: Halo, b: Halo): Halo {
  return {
    top: Math.max(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
    left: Math.max(a.left, b.left),
  }
}

export interface MapLayout {
  height: number
  width: number
  channels: number
  /** Numbers a place: the channels and what pads them. */
  lanes: number
  halo: Halo
  /** Bytes from one image, row, place to the next. */
  imageStep: number
  rowStep: number
  columnStep: number
}

/** A layout with memory: `start` is the address of the halo's upper left corner, `address` that of place (0, 0). */
export interface FeatureMap extends MapLayout {
  start: number
  address: number
}

export function paddedLanes(channels: number): number {
  return alignUp(channels, 4)
}

/** [height, width, channels] of a shape; a row of features is one place. */
export function imageShape(shape: number[]): [number, number, number] {
  return shape.length === 3 ? (shape as [number, number, number]) : [1, 1, shape[0] as number]
}

export function layoutOf(shape: number[], halo: Halo, lanes?: number): MapLayout {
  const [height, width, channels] = imageShape(shape)
  const used = lanes ?? paddedLanes(channels)
  const columnStep = used * 4
  const rowStep = (halo.left + width + halo.right) * columnStep
  const imageStep = (halo.top + height + halo.bottom) * rowStep
  return { height, width, channels, lanes: used, halo, imageStep, rowStep, columnStep }
}

export function reserveMap(plan: ArenaPlan, layout: MapLayout, count: number, space: Space = 'scratch'): FeatureMap {
  const start = plan.reserve(space, layout.imageStep * count)
  return { ...layout, start, address: addressOf({ ...layout, start }, 0, 0) }
}

/** Address of a place of the first image; rows and columns of the halo are negative or behind the last. */
export function addressOf(map: MapLayout & { start: number }, row: number, column: number): number {
  return map.start + (row + map.halo.top) * map.rowStep + (column + map.halo.left) * map.columnStep
}

/** Whether nothing lies between one image and the next, nor between rows: all is one run of numbers. */
export function isCompact({ halo }: MapLayout): boolean {
  return halo.top + halo.right + halo.bottom + halo.left === 0
}
