import type { Memory } from './memory'

/** The block that describes the rows of up to three maps of the same places, as nn/geometry.ts writes it; steps in bytes. */
export interface RowsBlock {
  /** 0: the images themselves touch. */
  rows: number
  rowFloats: number
  aImage: number
  aRow: number
  bImage: number
  bRow: number
  places: number
  lanes: number
  channels: number
}

export function readRows({ i32 }: Memory, block: number): RowsBlock {
  const at = (field: number) => i32[(block >> 2) + field] as number
  return {
    rows: at(0),
    rowFloats: at(1),
    aImage: at(2),
    aRow: at(3),
    bImage: at(4),
    bRow: at(5),
    places: at(6),
    lanes: at(7),
    channels: at(8),
  }
}

/** Calls `visit` for every row: how far, in bytes, it lies from a's and from b's address. */
export function eachRow({ rows, ...block }: RowsBlock, count: number, visit: (a: number, b: number) => void): void {
  for (let n = 0; n < count; n++) {
    for (let r = 0; r < rows; r++) visit(n * block.aImage + r * block.aRow, n * block.bImage + r * block.bRow)
  }
}

/** Calls `visit` for every place: how far, in floats, it lies from a's and from b's address, and its running number. */
export function eachPlace(block: RowsBlock, count: number, visit: (a: number, b: number, place: number) => void): void {
  let place = 0
  eachRow(block, count, (a, b) => {
    for (let p = 0; p < block.places; p++) visit((a >> 2) + p * block.lanes, (b >> 2) + p * block.lanes, place++)
  })
}
