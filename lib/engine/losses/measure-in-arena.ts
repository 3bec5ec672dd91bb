/** A loss measured on the host where a chunk's outputs lie in the arena: what the kernel of other losses does there. */
import { LIST_CORRECT, LIST_HEADER, LIST_LOSS, LIST_SCALE, SOURCE_TARGETS } from '../program/space'
import type { Memory } from '../twins/memory'
import type { Loss } from './loss'

/** Byte addresses: outputs and their gradient, which lie alike, the data set's block, the chunk's list. */
export interface MeasuredChunk {
  y: number
  dy: number
  imageStep: number
  source: number
  list: number
}

export class ArenaLoss {
  private readonly rows: Float32Array
  private readonly targets: Float32Array

  constructor(
    private readonly loss: Loss,
    private readonly outputs: number,
    capacity: number,
  ) {
    this.rows = new Float32Array(capacity * outputs)
    this.targets = new Float32Array(capacity)
  }

  /** Writes the gradient, and the sums into the list's header. */
  measure({ f32, f64, i32 }: Memory, { y, dy, imageStep, source, list }: MeasuredChunk, count: number): void {
    const { loss, outputs, rows, targets } = this
    const given = (i32[(source >> 2) + SOURCE_TARGETS] as number) >> 2
    for (let n = 0; n < count; n++) {
      const from = (y + n * imageStep) >> 2
      for (let j = 0; j < outputs; j++) rows[n * outputs + j] = f32[from + j] as number
      targets[n] = f32[given + (i32[((list + LIST_HEADER) >> 2) + 2 * n] as number)] as number
    }
    loss.scale[0] = f64[(list + LIST_SCALE) >> 3] as number
    loss.measure(rows, targets, count)
    for (let n = 0; n < count; n++) {
      const to = (dy + n * imageStep) >> 2
      for (let j = 0; j < outputs; j++) f32[to + j] = loss.gradient[n * outputs + j] as number
    }
    f64[(list + LIST_LOSS) >> 3] = loss.lossSum
    f64[(list + LIST_CORRECT) >> 3] = loss.correct
  }
}
