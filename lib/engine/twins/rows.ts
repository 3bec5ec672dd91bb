/** Twins of lib/engine/kernels/rows.ts: element-wise work on maps whose rows may lie apart. */
import { activationBackward, activationForward } from './activation-loops'
import type { Memory } from './memory'

/** Fields of a rows block; steps in bytes. */
const ROWS = 0
const ROW_FLOATS = 1
const A_IMAGE = 2
const A_ROW = 3
const B_IMAGE = 4
const B_ROW = 5
const PLACES = 6
const LANES = 7
const CHANNELS = 8

const field = ({ i32 }: Memory, block: number, index: number) => i32[(block >> 2) + index] as number

export function activateRows(
  memory: Memory,
  settings: number,
  z: number,
  y: number,
  block: number,
  count: number,
): void {
  const id = field(memory, settings, 0)
  const floats = field(memory, block, ROW_FLOATS)
  const rows = field(memory, block, ROWS)
  if (rows === 0) {
    activationForward(memory, id, z, y, floats * count, settings + 8)
    return
  }
  for (let n = 0; n < count; n++) {
    for (let r = 0; r < rows; r++) {
      const a = n * field(memory, block, A_IMAGE) + r * field(memory, block, A_ROW)
      const b = n * field(memory, block, B_IMAGE) + r * field(memory, block, B_ROW)
      activationForward(memory, id, z + a, y + b, floats, settings + 8)
    }
  }
}

export function activationGradientRows(
  memory: Memory,
  settings: number,
  z: number,
  y: number,
  dy: number,
  g: number,
  block: number,
  count: number,
): void {
  const id = field(memory, settings, 0)
  const floats = field(memory, block, ROW_FLOATS)
  const rows = field(memory, block, ROWS)
  if (rows === 0) {
    activationBackward(memory, id, z, y, dy, g, floats * count, settings + 8)
    return
  }
  for (let n = 0; n < count; n++) {
    for (let r = 0; r < rows; r++) {
      const a = n * field(memory, block, A_IMAGE) + r * field(memory, block, A_ROW)
      const b = n * field(memory, block, B_IMAGE) + r * field(memory, block, B_ROW)
      activationBackward(memory, id, z + a, y + b, dy + b, g + a, floats, settings + 8)
    }
  }
}

export function copyRows(memory: Memory, a: number, b: number, block: number, count: number): void {
  const floats = field(memory, block, ROW_FLOATS)
  for (let n = 0; n < count; n++) {
    for (let r = 0; r < Math.max(field(memory, block, ROWS), 1); r++) {
      const from = (a + n * field(memory, block, A_IMAGE) + r * field(memory, block, A_ROW)) >> 2
      const to = (b + n * field(memory, block, B_IMAGE) + r * field(memory, block, B_ROW)) >> 2
      memory.f32.copyWithin(to, from, from + floats)
    }
  }
}

export function addRows(memory: Memory, a: number, b: number, block: number, count: number): void {
  const { f32 } = memory
  const floats = field(memory, block, ROW_FLOATS)
  for (let n = 0; n < count; n++) {
    for (let r = 0; r < Math.max(field(memory, block, ROWS), 1); r++) {
      const from = (a + n * field(memory, block, A_IMAGE) + r * field(memory, block, A_ROW)) >> 2
      const to = (b + n * field(memory, block, B_IMAGE) + r * field(memory, block, B_ROW)) >> 2
      for (let i = 0; i < floats; i++) f32[to + i] = (f32[to + i] as number) + (f32[from + i] as number)
    }
  }
}

export function clearPadding(memory: Memory, b: number, block: number, count: number): void {
  const lanes = field(memory, block, LANES)
  for (let n = 0; n < count; n++) {
    for (let r = 0; r < Math.max(field(memory, block, ROWS), 1); r++) {
      const row = (b + n * field(memory, block, B_IMAGE) + r * field(memory, block, B_ROW)) >> 2
      for (let p = 0; p < field(memory, block, PLACES); p++) {
        memory.f32.fill(0, row + p * lanes + field(memory, block, CHANNELS), row + (p + 1) * lanes)
      }
    }
  }
}

export function zero({ u8 }: Memory, address: number, bytes: number): void {
  u8.fill(0, address, address + bytes)
}

export function zeroImages({ u8 }: Memory, address: number, imageBytes: number, count: number): void {
  u8.fill(0, address, address + imageBytes * count)
}

export function reduceParts(
  { f32 }: Memory,
  parts: number,
  partBytes: number,
  partCount: number,
  sum: number,
  first: number,
  length: number,
): void {
  for (let i = first; i < first + length; i++) {
    let total = f32[(parts >> 2) + i] as number
    for (let c = 1; c < partCount; c++) total = Math.fround(total + (f32[((parts + c * partBytes) >> 2) + i] as number))
    f32[(sum >> 2) + i] = total
  }
}
