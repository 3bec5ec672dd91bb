/** Twins of lib/engine/kernels/pack.ts: weights in the orders in which the kernels read them. */
import type { Memory } from './memory'

const round = Math.fround

interface Packing {
  lanes: number
  laneStep: number
  rows: number
  rowStep: number
  columns: number
  columnStep: number
  inner: number
  innerStep: number
  first: number
}

/** Steps in floats. */
function readPacking({ i32 }: Memory, block: number, w: number): Packing {
  const at = (field: number) => i32[(block >> 2) + field] as number
  return {
    lanes: at(0),
    laneStep: at(1) >> 2,
    rows: at(2),
    rowStep: at(3) >> 2,
    columns: at(4),
    columnStep: at(5) >> 2,
    inner: at(6),
    innerStep: at(7) >> 2,
    first: (w + at(8)) >> 2,
  }
}

export function packPanels(memory: Memory, w: number, panels: number, block: number): void {
  const { f32 } = memory
  const p = readPacking(memory, block, w)
  let to = panels >> 2
  for (let lane = 0; lane < p.lanes; lane += 8) {
    const width = Math.min(8, p.lanes - lane)
    for (let r = 0; r < p.rows; r++) {
      for (let c = 0; c < p.columns; c++) {
        for (let i = 0; i < p.inner; i++) {
          const from = p.first + lane * p.laneStep + r * p.rowStep + c * p.columnStep + i * p.innerStep
          for (let l = 0; l < width; l++) f32[to++] = f32[from + l * p.laneStep] as number
        }
      }
    }
  }
}

/** G · (a, b, c): four numbers. */
function transform(a: number, b: number, c: number): [number, number, number, number] {
  const s = round(0.5 * round(a + c))
  const h = round(0.5 * b)
  return [a, round(s + h), round(s - h), c]
}

export function packWinograd(memory: Memory, w: number, u: number, matrixBytes: number, block: number): void {
  const { f32 } = memory
  const p = readPacking(memory, block, w)
  const matrix = matrixBytes >> 2
  for (let lane = 0; lane < p.lanes; lane++) {
    const panel = lane & ~7
    const width = Math.min(8, p.lanes - panel)
    for (let i = 0; i < p.inner; i++) {
      const from = p.first + lane * p.laneStep + i * p.innerStep
      const column = (c: number) => {
        const q = from + c * p.columnStep
        return transform(f32[q] as number, f32[q + p.rowStep] as number, f32[q + 2 * p.rowStep] as number)
      }
      const columns = [column(0), column(1), column(2)] as const
      const to = (u >> 2) + panel * p.inner + i * width + (lane - panel)
      for (let r = 0; r < 4; r++) {
        const row = transform(columns[0][r] as number, columns[1][r] as number, columns[2][r] as number)
        for (let c = 0; c < 4; c++) f32[to + (4 * r + c) * matrix] = row[c] as number
      }
    }
  }
}

export function transpose({ f32 }: Memory, w: number, t: number, rows: number, columns: number): void {
  const rowStep = (columns + 3) & ~3
  const toStep = (rows + 3) & ~3
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) f32[(t >> 2) + c * toStep + r] = f32[(w >> 2) + r * rowStep + c] as number
  }
}
