// Weights in the orders in which the kernels read them. Run after each update; the stored order is one row of taps after
// the other, [outChannels, tapRows, run padded to 4].

import { field } from './geometry'

/** Fields of a packing block: how panels of lanes are gathered from stored weights. Steps may be negative (flipped taps). */
const LANES: usize = 0
const LANE_STEP: usize = 4
const ROWS: usize = 8
const ROW_STEP: usize = 12
const COLUMNS: usize = 16
const COLUMN_STEP: usize = 20
const INNER: usize = 24
const INNER_STEP: usize = 28
const FIRST: usize = 32

/**
 * Panels of 8 lanes (the last of 4 where the lanes are not a multiple of 8): in each, row after row, column after column,
 * inner after inner, the lanes' numbers side by side.
 */
export function packPanels(w: usize, panels: usize, block: usize): void {
  const lanes = field(block, LANES), rows = field(block, ROWS), columns = field(block, COLUMNS), inner = field(block, INNER)
  const laneStep = field(block, LANE_STEP), rowStep = field(block, ROW_STEP)
  const columnStep = field(block, COLUMN_STEP), innerStep = field(block, INNER_STEP)
  const first = <i32>w + field(block, FIRST)
  let to = panels
  for (let lane = 0; lane < lanes; lane += 8) {
    const width = min(8, lanes - lane)
    for (let r = 0; r < rows; r++) {
      for (let c = 0; c < columns; c++) {
        let from = first + lane * laneStep + r * rowStep + c * columnStep
        for (let i = 0; i < inner; i++) {
          let p = from
          for (let l = 0; l < width; l++) {
            store<f32>(to, load<f32>(<usize>p))
            to += 4
            p += laneStep
          }
          from += innerStep
        }
      }
    }
  }
}

/** Four rows of G · (three numbers of a column), each half of the way; then the same along the row. */
@inline
function storeTransformedRow(a: v128, b: v128, c: v128, to: usize, matrix: usize): void {
  const half = f32x4.splat(0.5)
  const s = f32x4.mul(half, f32x4.add(a, c)), h = f32x4.mul(half, b)
  v128.store(to, a)
  v128.store(to + matrix, f32x4.add(s, h))
  v128.store(to + 2 * matrix, f32x4.sub(s, h))
  v128.store(to + 3 * matrix, c)
}

/** The same number of four filters, which lie `laneStep` apart. */
function loadLanes(p: i32, laneStep: i32): v128 {
  if (laneStep == 4) return v128.load(<usize>p)
  let lanes = v128.load_zero<f32>(<usize>p)
  lanes = v128.load_lane<f32>(<usize>(p + laneStep), lanes, 1)
  lanes = v128.load_lane<f32>(<usize>(p + 2 * laneStep), lanes, 2)
  return v128.load_lane<f32>(<usize>(p + 3 * laneStep), lanes, 3)
}

/** G g Gᵀ of 3 × 3 filters: 16 matrices, `matrix` bytes apart, in panels as above, [16][panel][inner][lanes]. */
export function packWinograd(w: usize, u: usize, matrix: usize, block: usize): void {
  const half = f32x4.splat(0.5)
  const lanes = field(block, LANES), inner = field(block, INNER)
  const laneStep = field(block, LANE_STEP), innerStep = field(block, INNER_STEP)
  const rowStep = field(block, ROW_STEP), columnStep = field(block, COLUMN_STEP)
  const first = <i32>w + field(block, FIRST)
  for (let lane = 0; lane < lanes; lane += 8) {
    const width = min(8, lanes - lane)
    for (let l = 0; l < width; l += 4) {
      let to = u + (<usize>lane * <usize>inner + <usize>l) * 4
      let from = first + (lane + l) * laneStep
      for (let i = 0; i < inner; i++) {
        let q = from
        const a0 = loadLanes(q, laneStep), a1 = loadLanes(q + rowStep, laneStep), a2 = loadLanes(q + 2 * rowStep, laneStep)
        q += columnStep
        const b0 = loadLanes(q, laneStep), b1 = loadLanes(q + rowStep, laneStep), b2 = loadLanes(q + 2 * rowStep, laneStep)
        q += columnStep
        const c0 = loadLanes(q, laneStep), c1 = loadLanes(q + rowStep, laneStep), c2 = loadLanes(q + 2 * rowStep, laneStep)
        const aSum = f32x4.mul(half, f32x4.add(a0, a2)), aHalf = f32x4.mul(half, a1)
        const bSum = f32x4.mul(half, f32x4.add(b0, b2)), bHalf = f32x4.mul(half, b1)
        const cSum = f32x4.mul(half, f32x4.add(c0, c2)), cHalf = f32x4.mul(half, c1)
        storeTransformedRow(a0, b0, c0, to, matrix)
        storeTransformedRow(f32x4.add(aSum, aHalf), f32x4.add(bSum, bHalf), f32x4.add(cSum, cHalf), to + 4 * matrix, matrix)
        storeTransformedRow(f32x4.sub(aSum, aHalf), f32x4.sub(bSum, bHalf), f32x4.sub(cSum, cHalf), to + 8 * matrix, matrix)
        storeTransformedRow(a2, b2, c2, to + 12 * matrix, matrix)
        from += innerStep
        to += <usize>width * 4
      }
    }
  }
}

/**
 * Wᵀ of a linear layer: [rows, columns padded] → [columns padded, rows padded]. Rows in fours are turned as blocks of
 * 4 × 4 numbers.
 */
export function transpose(w: usize, t: usize, rows: i32, columns: i32): void {
  const rowStep = (<usize>columns * 4 + 15) & ~15, toStep = (<usize>rows * 4 + 15) & ~15
  let r = 0
  for (; r + 4 <= rows; r += 4) {
    let from = w + <usize>r * rowStep, to = t + <usize>r * 4
    for (const end = from + rowStep; from < end; from += 16) {
      const a = v128.load(from), b = v128.load(from + rowStep)
      const c = v128.load(from + 2 * rowStep), d = v128.load(from + 3 * rowStep)
      const ab = i8x16.shuffle(a, b, 0, 1, 2, 3, 16, 17, 18, 19, 4, 5, 6, 7, 20, 21, 22, 23)
      const cd = i8x16.shuffle(c, d, 0, 1, 2, 3, 16, 17, 18, 19, 4, 5, 6, 7, 20, 21, 22, 23)
      const AB = i8x16.shuffle(a, b, 8, 9, 10, 11, 24, 25, 26, 27, 12, 13, 14, 15, 28, 29, 30, 31)
      const CD = i8x16.shuffle(c, d, 8, 9, 10, 11, 24, 25, 26, 27, 12, 13, 14, 15, 28, 29, 30, 31)
      v128.store(to, i8x16.shuffle(ab, cd, 0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23))
      v128.store(to + toStep, i8x16.shuffle(ab, cd, 8, 9, 10, 11, 12, 13, 14, 15, 24, 25, 26, 27, 28, 29, 30, 31))
      v128.store(to + 2 * toStep, i8x16.shuffle(AB, CD, 0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23))
      v128.store(to + 3 * toStep, i8x16.shuffle(AB, CD, 8, 9, 10, 11, 12, 13, 14, 15, 24, 25, 26, 27, 28, 29, 30, 31))
      to += 4 * toStep
    }
  }
  for (; r < rows; r++) {
    let from = w + <usize>r * rowStep, to = t + <usize>r * 4
    for (let c = 0; c < columns; c++) {
      store<f32>(to, load<f32>(from))
      from += 4
      to += toStep
    }
  }
}
