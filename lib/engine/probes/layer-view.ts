import type { PlacedLayer } from '../network/compile'
import type { Inspection } from '../network/inspection'

/** An activation layer's numbers of the chunk just run, read once a chunk however many probes watch it. */
export class LayerView {
  readonly index: number
  /** Numbers an example, and the channels (or units) they belong to. */
  readonly size: number
  readonly units: number
  /** [count, …shape]: before the activation, and behind it. */
  readonly input: Float32Array
  readonly output: Float32Array
  private chunk = -1

  constructor(
    private readonly inspection: Inspection,
    private readonly placed: PlacedLayer,
    capacity: number,
  ) {
    this.index = placed.layer.index
    this.size = inspection.sizeOf(placed.x)
    this.units = placed.y.channels
    this.input = new Float32Array(capacity * this.size)
    this.output = new Float32Array(capacity * this.size)
  }

  /** Brings the numbers of the chunk just run here, unless another probe has done so. */
  read(count: number): void {
    if (this.chunk === this.inspection.chunk) return
    this.chunk = this.inspection.chunk
    this.inspection.read(this.placed.x, count, this.input)
    this.inspection.read(this.placed.y, count, this.output)
  }

  /** f′ at each of the first `length` numbers. */
  slopes(length: number, slopes: Float32Array): void {
    this.inspection.slopes(this.index, this.input, this.output, length, slopes)
  }
}
