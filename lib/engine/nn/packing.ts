/**
 * Weights into the orders in which the kernels read them, after every update: in calls for a few panels each, which threads
 * share. One call for a whole layer would leave all but one of them waiting.
 */
import { paddedLanes } from './feature-map'
import type { Emission } from './layer'

/** How panels of 8 lanes (the last of 4) are gathered from stored weights. Steps in bytes; they may be negative. */
export interface Packing {
  lanes: number
  laneStep: number
  rows: number
  rowStep: number
  columns: number
  columnStep: number
  inner: number
  innerStep: number
  /** Bytes from the weights' address to the first number. */
  first: number
}

/** Numbers that a call packs at least, where there are so many: less is not worth another thread's hearing of it. */
const NUMBERS = 2048
/** Calls at most, however many panels there are. */
const CALLS = 64

/** @returns the address of the panels: in each, row after row, column after column, inner after inner, the lanes. */
export function emitPanels(emission: Emission, weight: number, packing: Packing): number {
  const { plan, prepare } = emission
  const laneBytes = packing.rows * packing.columns * packing.inner * 4
  const panels = plan.reserve('shared', paddedLanes(packing.lanes) * laneBytes)
  for (const { lane, block } of blocksOf(emission, packing)) {
    prepare.emit('packPanels', { w: weight, panels: panels + lane * laneBytes, block })
  }
  return panels
}

/** Winograd's transforms of 3 × 3 filters. @returns the address of 16 matrices, each in panels as above. */
export function emitTransformedPanels(emission: Emission, weight: number, packing: Packing): number {
  const { plan, prepare } = emission
  const laneBytes = packing.inner * 4
  const matrix = packing.lanes * laneBytes
  const u = plan.reserve('shared', 16 * matrix)
  for (const { lane, block } of blocksOf(emission, packing)) {
    prepare.emit('packWinograd', { w: weight, u: u + lane * laneBytes, matrix, block })
  }
  return u
}

/** A block for each call, and its first lane. */
function blocksOf({ plan }: Emission, p: Packing): { lane: number; block: number }[] {
  const panel = 8 * p.rows * p.columns * p.inner
  const step = 8 * Math.ceil(Math.max(NUMBERS / Math.max(panel, 1), p.lanes / 8 / CALLS))
  const blocks: { lane: number; block: number }[] = []
  for (let lane = 0; lane < p.lanes; lane += step) {
    const lanes = Math.min(step, p.lanes - lane)
    const first = p.first + lane * p.laneStep
    const fields = [lanes, p.laneStep, p.rows, p.rowStep, p.columns, p.columnStep, p.inner, p.innerStep, first]
    blocks.push({ lane, block: plan.block(fields) })
  }
  return blocks
}
