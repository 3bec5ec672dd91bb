/** Writes the blocks of numbers by which kernels know where maps lie; the kernels read them by the same order of fields. */
import type { ArenaPlan } from '../program/arena'
import type { MapLayout } from './feature-map'
import { isCompact } from './feature-map'

export interface CorrelationGeometry {
  /** Output places of an image; 0 columns: the examples are the columns. */
  rows: number
  columns: number
  /** Bytes in the map that is read. */
  xImage: number
  xRow: number
  xColumn: number
  /** The window: rows of `run` adjacent numbers. */
  tapRows: number
  tapRowStep: number
  run: number
  /** Bytes in the map that is written, or that holds the output's gradient. */
  yImage: number
  yRow: number
  yColumn: number
  /** Output lanes. */
  channels: number
  /** Bytes: from one number of the window to the next, from panel to panel, and the former in the panel of 4 lanes. */
  wStep?: number
  wPanel?: number
  wTailStep?: number
}

export function correlationBlock(plan: ArenaPlan, g: CorrelationGeometry): number {
  const { wStep = 32, wPanel = 32 * g.tapRows * g.run, wTailStep = 16 } = g
  const read = [g.rows, g.columns, g.xImage, g.xRow, g.xColumn, g.tapRows, g.tapRowStep, g.run]
  return plan.block([...read, g.yImage, g.yRow, g.yColumn, g.channels, wStep, wPanel, wTailStep])
}

/** The rows of two maps of the same places; 0 rows where all images of both are one run. */
export function rowsBlock(plan: ArenaPlan, a: MapLayout, b: MapLayout): number {
  const one = isCompact(a) && isCompact(b)
  const floats = (one ? a.height : 1) * a.width * a.lanes
  const steps = [a.imageStep, a.rowStep, b.imageStep, b.rowStep]
  return plan.block([one ? 0 : a.height, floats, ...steps, a.width, a.lanes, a.channels])
}

/** The same, the rows never joined to one run: for kernels that must know where a place or a row begins. */
export function placesBlock(plan: ArenaPlan, a: MapLayout, b: MapLayout = a): number {
  const floats = a.width * a.lanes
  return plan.block([a.height, floats, a.imageStep, a.rowStep, b.imageStep, b.rowStep, a.width, a.lanes, a.channels])
}

export function poolingBlock(
  plan: ArenaPlan,
  x: MapLayout,
  y: MapLayout,
  window: { rows: number; columns: number; step: number },
): number {
  return plan.block([
    y.height,
    y.width,
    y.lanes,
    window.rows,
    window.columns,
    x.imageStep,
    x.rowStep,
    x.columnStep,
    window.step * x.rowStep,
    window.step * x.columnStep,
    y.imageStep,
    y.rowStep,
    y.columnStep,
  ])
}
