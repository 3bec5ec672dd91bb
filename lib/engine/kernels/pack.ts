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
function storeTransformedRow(a: f32, b: f32, c: f32, to: usize, matrix: usize): void {
  const s = <f32>0.5 * (a + c), h = <f32>0.5 * b
  store<f32>(to, a)
  store<f32>(to + matrix, s + h)
  store<f32>(to + 2 * matrix, s - h)
  store<f32>(to + 3 * matrix, c)
}

/** G g Gᵀ of every 3 × 3 filter: 16 matrices in panels as above, [16][panel][inner][lanes]. */
export function packWinograd(w: usize, u: usize, block: usize): void {
  const lanes = field(block, LANES), inner = field(block, INNER)
  const laneStep = field(block, LANE_STEP), innerStep = field(block, INNER_STEP)
  const rowStep = field(block, ROW_STEP), columnStep = field(block, COLUMN_STEP)
  const first = <i32>w + field(block, FIRST)
  const matrix = <usize>lanes * <usize>inner * 4
  for (let lane = 0; lane < lanes; lane += 8) {
    const width = min(8, lanes - lane)
    for (let i = 0; i < inner; i++) {
      for (let l = 0; l < width; l++) {
        let q = first + (lane + l) * laneStep + i * innerStep
        const to = u + (<usize>lane * <usize>inner + <usize>i * <usize>width + <usize>l) * 4
        const a0 = load<f32>(<usize>q), a1 = load<f32>(<usize>(q + rowStep)), a2 = load<f32>(<usize>(q + 2 * rowStep))
        q += columnStep
        const b0 = load<f32>(<usize>q), b1 = load<f32>(<usize>(q + rowStep)), b2 = load<f32>(<usize>(q + 2 * rowStep))
        q += columnStep
        const c0 = load<f32>(<usize>q), c1 = load<f32>(<usize>(q + rowStep)), c2 = load<f32>(<usize>(q + 2 * rowStep))
        const aSum = <f32>0.5 * (a0 + a2), aHalf = <f32>0.5 * a1
        const bSum = <f32>0.5 * (b0 + b2), bHalf = <f32>0.5 * b1
        const cSum = <f32>0.5 * (c0 + c2), cHalf = <f32>0.5 * c1
        storeTransformedRow(a0, b0, c0, to, matrix)
        storeTransformedRow(aSum + aHalf, bSum + bHalf, cSum + cHalf, to + 4 * matrix, matrix)
        storeTransformedRow(aSum - aHalf, bSum - bHalf, cSum - cHalf, to + 8 * matrix, matrix)
        storeTransformedRow(a2, b2, c2, to + 12 * matrix, matrix)
      }
    }
  }
}

/** Wᵀ of a linear layer: [rows, columns padded] → [columns, rows padded]. */
export function transpose(w: usize, t: usize, rows: i32, columns: i32): void {
  const rowStep = (<usize>columns * 4 + 15) & ~15, toStep = (<usize>rows * 4 + 15) & ~15
  for (let r: usize = 0; r < <usize>rows; r++) {
    let from = w + r * rowStep, to = t + r * 4
    for (let c = 0; c < columns; c++) {
      store<f32>(to, load<f32>(from))
      from += 4
      to += toStep
    }
  }
}
