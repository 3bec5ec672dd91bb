// Element-wise work on maps whose rows may lie apart: activations there and back, padding lanes, sums.

import { activationBackward, activationForward } from './build/lanes/activation-loops'
import { field, step } from './geometry'
import { lanesBelow } from './lane-sums'
import { A_IMAGE, A_ROW, B_IMAGE, B_ROW, CHANNELS, LANES, PLACES, ROW_FLOATS, ROWS } from './rows-block'

/** Rows that touch are one row: 0 rows means that the images themselves touch, each ROW_FLOATS long. */
export function activateRows(settings: usize, z: usize, y: usize, block: usize, count: i32): void {
  const rows = field(block, ROWS), floats = field(block, ROW_FLOATS)
  const id = load<i32>(settings)
  if (rows == 0) return activationForward(id, z, y, floats * count, settings + 8)
  for (let n = 0; n < count; n++) {
    for (let r = 0; r < rows; r++) {
      activationForward(id, z + <usize>r * step(block, A_ROW), y + <usize>r * step(block, B_ROW), floats, settings + 8)
    }
    z += step(block, A_IMAGE)
    y += step(block, B_IMAGE)
  }
}

/** g = dy · f′(z); z, g lie as the block's a, y and dy as its b. */
export function activationGradientRows(settings: usize, z: usize, y: usize, dy: usize, g: usize, block: usize, count: i32): void {
  const rows = field(block, ROWS), floats = field(block, ROW_FLOATS)
  const id = load<i32>(settings)
  if (rows == 0) return activationBackward(id, z, y, dy, g, floats * count, settings + 8)
  const aRow = step(block, A_ROW), bRow = step(block, B_ROW)
  for (let n = 0; n < count; n++) {
    for (let r: usize = 0; r < <usize>rows; r++) {
      activationBackward(id, z + r * aRow, y + r * bRow, dy + r * bRow, g + r * aRow, floats, settings + 8)
    }
    z += step(block, A_IMAGE)
    g += step(block, A_IMAGE)
    y += step(block, B_IMAGE)
    dy += step(block, B_IMAGE)
  }
}

/** Copies a's rows to b's. */
export function copyRows(a: usize, b: usize, block: usize, count: i32): void {
  const rows = field(block, ROWS), bytes = <usize>field(block, ROW_FLOATS) * 4
  for (let n = 0; n < count; n++) {
    for (let r: usize = 0; r < <usize>max(rows, 1); r++) memory.copy(b + r * step(block, B_ROW), a + r * step(block, A_ROW), bytes)
    a += step(block, A_IMAGE)
    b += step(block, B_IMAGE)
  }
}

/** Adds a's rows to b's. */
export function addRows(a: usize, b: usize, block: usize, count: i32): void {
  const rows = field(block, ROWS), bytes = <usize>field(block, ROW_FLOATS) * 4
  for (let n = 0; n < count; n++) {
    for (let r: usize = 0; r < <usize>max(rows, 1); r++) {
      const from = a + r * step(block, A_ROW), to = b + r * step(block, B_ROW)
      for (let i: usize = 0; i < bytes; i += 16) v128.store(to + i, f32x4.add(v128.load(to + i), v128.load(from + i)))
    }
    a += step(block, A_IMAGE)
    b += step(block, B_IMAGE)
  }
}

/** Sets to 0 the lanes of b's places that carry no channel, fewer than four: an activation need not be 0 at 0. */
export function clearPadding(b: usize, block: usize, count: i32): void {
  const lanes = <usize>field(block, LANES) * 4
  const carrying = lanesBelow(field(block, CHANNELS) & 3)
  const rows = max(field(block, ROWS), 1), imageStep = step(block, B_IMAGE), rowStep = step(block, B_ROW)
  let places = field(block, PLACES), images = count
  // Rows of features that touch are the places of one row.
  if (imageStep == lanes) {
    places = count
    images = 1
  }
  for (let n = 0; n < images; n++) {
    for (let r: usize = 0; r < <usize>rows; r++) {
      let last = b + r * rowStep + lanes - 16
      for (let p = 0; p < places; p++) {
        v128.store(last, v128.and(v128.load(last), carrying))
        last += lanes
      }
    }
    b += imageStep
  }
}

export function zero(address: usize, bytes: i32): void {
  // A bulk fill takes longer to begin than a small network's gradient takes to clear.
  if (bytes > 4096) return memory.fill(address, 0, <usize>bytes)
  const nothing = f32x4.splat(0)
  for (const end = address + <usize>bytes; address < end; address += 16) v128.store(address, nothing)
}

/** Clears `count` images. */
export function zeroImages(address: usize, imageBytes: i32, count: i32): void {
  memory.fill(address, 0, <usize>imageBytes * <usize>count)
}

/** sum[i] = ((part 0 + part 1) + part 2) + …, `length` numbers (a multiple of 4) from `first` on. */
export function reduceParts(parts: usize, partBytes: i32, count: i32, sum: usize, first: i32, length: i32): void {
  const from = <usize>first * 4, end = from + <usize>length * 4
  for (let i = from; i < end; i += 16) {
    let p = parts + i
    let total = v128.load(p)
    for (let c = 1; c < count; c++) {
      p += partBytes
      total = f32x4.add(total, v128.load(p))
    }
    v128.store(sum + i, total)
  }
}
