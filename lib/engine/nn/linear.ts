/**
 * Fully connected layer: y = W x + b, W [units, inFeatures]. Sums run in double precision from the bias on, in rising
 * index order, and are rounded once. Four examples share each load of a weight; the sums do not depend on that.
 */
import { flush } from '../numerics/flush'
import { createParameter, type Module, type Parameter, type Placement, sizeOf } from './module'

export class Linear implements Module {
  readonly inputShape: number[]
  readonly outputShape: number[]
  readonly work: number
  readonly weight: Parameter
  readonly bias: Parameter
  private readonly inFeatures: number
  private readonly units: number
  private readonly output: Float32Array
  private readonly inputGradient: Float32Array
  private readonly needsInputGradient: boolean
  private input: Float32Array

  constructor(place: Placement, units: number) {
    this.inputShape = place.inputShape
    this.outputShape = [units]
    this.inFeatures = sizeOf(place.inputShape)
    this.units = units
    this.work = this.inFeatures * units
    this.weight = createParameter(`${place.index}.weight`, [units, this.inFeatures])
    this.bias = createParameter(`${place.index}.bias`, [units])
    this.needsInputGradient = place.needsInputGradient
    this.output = new Float32Array(place.capacity * units)
    this.inputGradient = new Float32Array(place.capacity * this.inFeatures)
    this.input = this.inputGradient
  }

  parameters(): Parameter[] {
    return [this.weight, this.bias]
  }

  prepare(): void {}

  forward(input: Float32Array, count: number): Float32Array {
    this.input = input
    const { inFeatures, units, output } = this
    const weight = this.weight.value
    const bias = this.bias.value
    let n = 0
    for (; n + 4 <= count; n += 4) {
      const x0 = n * inFeatures
      const x1 = x0 + inFeatures
      const x2 = x1 + inFeatures
      const x3 = x2 + inFeatures
      for (let o = 0; o < units; o++) {
        const row = o * inFeatures
        let s0 = bias[o] as number
        let s1 = s0
        let s2 = s0
        let s3 = s0
        for (let k = 0; k < inFeatures; k++) {
          const w = weight[row + k] as number
          s0 += w * (input[x0 + k] as number)
          s1 += w * (input[x1 + k] as number)
          s2 += w * (input[x2 + k] as number)
          s3 += w * (input[x3 + k] as number)
        }
        const y = n * units + o
        output[y] = s0
        output[y + units] = s1
        output[y + 2 * units] = s2
        output[y + 3 * units] = s3
      }
    }
    for (; n < count; n++) {
      const x = n * inFeatures
      for (let o = 0; o < units; o++) {
        const row = o * inFeatures
        let sum = bias[o] as number
        for (let k = 0; k < inFeatures; k++) sum += (weight[row + k] as number) * (input[x + k] as number)
        output[n * units + o] = sum
      }
    }
    return output
  }

  backward(outputGradient: Float32Array, count: number): Float32Array {
    this.fillPartials(outputGradient, count)
    if (this.needsInputGradient) this.fillInputGradient(outputGradient, count)
    return this.inputGradient
  }

  /** dW[o][k] = Σₙ dy[n][o] · x[n][k] and db[o] = Σₙ dy[n][o], examples in order. */
  private fillPartials(dy: Float32Array, count: number): void {
    const { inFeatures, units, input } = this
    const weightPartial = this.weight.partial
    const biasPartial = this.bias.partial
    // Most chunks have 4 examples; the general loop beside it adds the same terms in the same order.
    const whole = count === 4
    const x1 = inFeatures
    const x2 = 2 * inFeatures
    const x3 = 3 * inFeatures
    for (let o = 0; o < units; o++) {
      const row = o * inFeatures
      let total = 0
      for (let n = 0; n < count; n++) total += dy[n * units + o] as number
      biasPartial[o] = flush(total)
      if (whole) {
        const g0 = dy[o] as number
        const g1 = dy[units + o] as number
        const g2 = dy[2 * units + o] as number
        const g3 = dy[3 * units + o] as number
        for (let k = 0; k < inFeatures; k++) {
          let sum = g0 * (input[k] as number)
          sum += g1 * (input[x1 + k] as number)
          sum += g2 * (input[x2 + k] as number)
          sum += g3 * (input[x3 + k] as number)
          weightPartial[row + k] = flush(sum)
        }
      } else {
        for (let k = 0; k < inFeatures; k++) {
          let sum = 0
          for (let n = 0; n < count; n++) sum += (dy[n * units + o] as number) * (input[n * inFeatures + k] as number)
          weightPartial[row + k] = flush(sum)
        }
      }
    }
  }

  /** dx[n][k] = Σₒ dy[n][o] · W[o][k], outputs in order. */
  private fillInputGradient(dy: Float32Array, count: number): void {
    const { inFeatures, units, inputGradient } = this
    const weight = this.weight.value
    let n = 0
    for (; n + 4 <= count; n += 4) {
      const x = n * inFeatures
      for (let k = 0; k < inFeatures; k++) {
        let g = n * units
        let s0 = 0
        let s1 = 0
        let s2 = 0
        let s3 = 0
        for (let w = k; w < weight.length; w += inFeatures) {
          const value = weight[w] as number
          s0 += value * (dy[g] as number)
          s1 += value * (dy[g + units] as number)
          s2 += value * (dy[g + 2 * units] as number)
          s3 += value * (dy[g + 3 * units] as number)
          g++
        }
        inputGradient[x + k] = flush(s0)
        inputGradient[x + inFeatures + k] = flush(s1)
        inputGradient[x + 2 * inFeatures + k] = flush(s2)
        inputGradient[x + 3 * inFeatures + k] = flush(s3)
      }
    }
    for (; n < count; n++) {
      for (let k = 0; k < inFeatures; k++) {
        let sum = 0
        for (let o = 0; o < units; o++) sum += (weight[o * inFeatures + k] as number) * (dy[n * units + o] as number)
        inputGradient[n * inFeatures + k] = flush(sum)
      }
    }
  }
}
