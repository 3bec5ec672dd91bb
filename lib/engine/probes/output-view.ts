import type { Inspection } from '../network/inspection'

/** The network's outputs for the chunk just run, and the labels of the whole set that the chunks are cut from. */
export class OutputView {
  /** Index of the last layer. */
  readonly layer: number
  readonly outputs: number
  /** [count, outputs]. */
  readonly rows: Float32Array

  constructor(
    private readonly inspection: Inspection,
    readonly labels: ArrayLike<number>,
  ) {
    this.layer = inspection.lastLayer
    this.outputs = inspection.outputs
    this.rows = new Float32Array(inspection.capacity * this.outputs)
  }

  read(count: number): void {
    this.inspection.readOutputs(count, this.rows)
  }
}
