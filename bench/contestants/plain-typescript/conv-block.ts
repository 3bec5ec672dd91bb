/** conv 3×3 (same) + ReLU + max-pool 2 of one image after another, by im2col: the block the reference CNN repeats. */
import { addTransposedProduct, multiply } from './gemm'
import { Parameter } from './parameter'

export class ConvBlock {
  readonly weight: Parameter
  readonly bias: Parameter
  /** Of one image: the pooled output [side/2, side/2, outputs], and the gradient of the input. */
  readonly y: Float32Array
  readonly dx: Float32Array
  /** Columns of one image [side², k]: the 3 × 3 × inputs window of each pixel, padded with zeros to a multiple of 4. */
  private readonly columns: Float32Array
  private readonly k: number
  private readonly transposed: Float32Array
  private readonly z: Float32Array
  private readonly dz: Float32Array
  private readonly dColumns: Float32Array
  /** Where in z each pooled maximum came from. */
  private readonly from: Int32Array

  constructor(
    private readonly side: number,
    private readonly inputs: number,
    private readonly outputs: number,
    read: (length: number) => Float32Array,
  ) {
    const window = 9 * inputs
    const k = Math.ceil(window / 4) * 4
    this.k = k
    this.weight = new Parameter(k * outputs)
    const given = read(outputs * window)
    for (let c = 0; c < outputs; c++) {
      for (let i = 0; i < window; i++) this.weight.value[i * outputs + c] = given[c * window + i] as number
    }
    this.bias = new Parameter(outputs)
    this.bias.value.set(read(outputs))
    const pixels = side * side
    this.y = new Float32Array((pixels / 4) * outputs)
    this.dx = new Float32Array(pixels * inputs)
    this.columns = new Float32Array(pixels * k)
    this.dColumns = new Float32Array(pixels * k)
    this.transposed = new Float32Array(k * outputs)
    this.z = new Float32Array(pixels * outputs)
    this.dz = new Float32Array(pixels * outputs)
    this.from = new Int32Array(this.y.length)
  }

  /** Must follow each change of the weights. */
  transpose(): void {
    const { k, outputs, weight, transposed } = this
    for (let i = 0; i < k; i++) {
      for (let c = 0; c < outputs; c++) transposed[c * k + i] = weight.value[i * outputs + c] as number
    }
  }

  /** `x` is one image, [side, side, inputs]. */
  forward(x: Float32Array): void {
    const { side, outputs, k, y, z, from, bias, columns, weight } = this
    this.gather(x)
    multiply(columns, weight.value, z, side * side, outputs, k)
    let to = 0
    for (let row = 0; row < side; row += 2) {
      for (let column = 0; column < side; column += 2) {
        for (let c = 0; c < outputs; c++) {
          const first = (row * side + column) * outputs + c
          let best = first
          for (const other of [first + outputs, first + side * outputs, first + (side + 1) * outputs]) {
            if ((z[other] as number) > (z[best] as number)) best = other
          }
          from[to] = best
          const sum = (z[best] as number) + (bias.value[c] as number)
          y[to++] = Math.max(sum, 0)
        }
      }
    }
  }

  /** Of the image that `forward` saw last: adds to the gradients of weight and bias, and writes `dx` if it is wanted. */
  backward(dy: Float32Array, wantsInput: boolean): void {
    const { side, outputs, k, y, dz, from, bias, weight, columns, dColumns, transposed } = this
    dz.fill(0)
    for (let i = 0; i < y.length; i++) {
      if (!((y[i] as number) > 0)) continue
      const gradient = dy[i] as number
      const c = i % outputs
      dz[from[i] as number] = gradient
      bias.gradient[c] = (bias.gradient[c] as number) + gradient
    }
    addTransposedProduct(columns, dz, weight.gradient, k, outputs, side * side)
    if (!wantsInput) return
    multiply(dz, transposed, dColumns, side * side, k, outputs)
    this.scatter()
  }

  private gather(x: Float32Array): void {
    const { side, inputs, k, columns } = this
    for (let row = 0; row < side; row++) {
      for (let column = 0; column < side; column++) {
        let to = (row * side + column) * k
        for (let r = row - 1; r <= row + 1; r++) {
          for (let s = column - 1; s <= column + 1; s++) {
            const inside = r >= 0 && r < side && s >= 0 && s < side
            const start = (r * side + s) * inputs
            for (let i = 0; i < inputs; i++) columns[to++] = inside ? (x[start + i] as number) : 0
          }
        }
      }
    }
  }

  private scatter(): void {
    const { side, inputs, k, dColumns, dx } = this
    dx.fill(0)
    for (let row = 0; row < side; row++) {
      for (let column = 0; column < side; column++) {
        let at = (row * side + column) * k
        for (let r = row - 1; r <= row + 1; r++) {
          for (let s = column - 1; s <= column + 1; s++, at += inputs) {
            if (r < 0 || r >= side || s < 0 || s >= side) continue
            const start = (r * side + s) * inputs
            for (let i = 0; i < inputs; i++) dx[start + i] = (dx[start + i] as number) + (dColumns[at + i] as number)
          }
        }
      }
    }
  }
}
