import type { Memory } from './memory'

/** The geometry block of a correlation, as lib/engine/program/geometry.ts writes it; steps in floats. */
export interface Geometry {
  rows: number
  columns: number
  xImage: number
  xRow: number
  xColumn: number
  tapRows: number
  tapRowStep: number
  run: number
  yImage: number
  yRow: number
  yColumn: number
  channels: number
  wStep: number
  wPanel: number
  wTailStep: number
  /** Images, and 1 where the examples are the columns. */
  images: number
}

/** Reads the block at `address`; `count` examples are in work. */
export function readGeometry({ i32 }: Memory, address: number, count: number): Geometry {
  const at = (field: number) => i32[(address >> 2) + field] as number
  const columns = at(1)
  return {
    rows: at(0),
    columns: columns === 0 ? count : columns,
    xImage: at(2) >> 2,
    xRow: at(3) >> 2,
    xColumn: at(4) >> 2,
    tapRows: at(5),
    tapRowStep: at(6) >> 2,
    run: at(7),
    yImage: at(8) >> 2,
    yRow: at(9) >> 2,
    yColumn: at(10) >> 2,
    channels: at(11),
    wStep: at(12) >> 2,
    wPanel: at(13) >> 2,
    wTailStep: at(14) >> 2,
    images: columns === 0 ? 1 : count,
  }
}

/** A channel's numbers in panels of 8 lanes, the last panel of 4: where they begin and how far apart they are. */
export function panelOf(g: Geometry, channel: number): { start: number; step: number } {
  const panel = channel >> 3
  const inTail = panel * 8 + 4 === g.channels
  return { start: panel * g.wPanel + (channel & 7), step: inTail ? g.wTailStep : g.wStep }
}
