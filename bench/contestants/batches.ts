/** The setup's examples, batch after batch in the order that all contestants follow. */
import { readFileSync } from 'node:fs'
import type { Setup } from '../workloads/setup'

export interface Batch {
  /** [batch, ...inputShape] */
  inputs: Float32Array
  /** Class indices. */
  labels: Uint8Array
}

export class Batches {
  private readonly inputs: Float32Array
  private readonly labels: Uint8Array
  private readonly order: Uint32Array
  private readonly size: number
  private position = 0

  constructor(private readonly setup: Setup) {
    const { files, inputShape } = setup
    this.inputs = new Float32Array(bytesOf(files.inputs))
    this.labels = new Uint8Array(bytesOf(files.labels))
    this.order = new Uint32Array(bytesOf(files.order))
    this.size = inputShape.reduce((product, side) => product * side, 1)
  }

  /** The next `steps` batches, fewer when that many would repeat: then begin again at the first of them. */
  next(steps: number): Batch[] {
    const { batch } = this.setup.spec
    const total = this.order.length / batch
    const count = Math.min(steps, total)
    const result = Array.from({ length: count }, (_, i) => this.batchAt((this.position + i) % total))
    this.position = (this.position + steps) % total
    return result
  }

  private batchAt(index: number): Batch {
    const { batch } = this.setup.spec
    const { size } = this
    const inputs = new Float32Array(batch * size)
    const labels = new Uint8Array(batch)
    for (let n = 0; n < batch; n++) {
      const example = this.order[index * batch + n] as number
      inputs.set(this.inputs.subarray(example * size, (example + 1) * size), n * size)
      labels[n] = this.labels[example] as number
    }
    return { inputs, labels }
  }
}

/** Initial weights: hands out one tensor after another, in the order of the file. */
export function weightReader(setup: Setup): (length: number) => Float32Array {
  const all = new Float32Array(bytesOf(setup.files.weights))
  let position = 0
  return (length) => {
    position += length
    if (position > all.length)
      throw new RangeError(`${setup.files.weights} has ${all.length} weights; more were asked for.`)
    return all.subarray(position - length, position)
  }
}

/** The file's bytes in a buffer of their own, so that views of wider numbers are aligned; copied only if they must be. */
export function bytesOf(file: string): ArrayBuffer {
  const bytes = readFileSync(file)
  const { buffer, byteLength } = bytes
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? buffer : new Uint8Array(bytes).buffer
}
