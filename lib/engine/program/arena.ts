/**
 * Plans one arena before anything is allocated: reservations are offsets in one of its regions, constant blocks remember
 * what is to be written into them. Not here: what is reserved, and by whom (nn/, training/).
 */
import { addressIn, type Space } from './space'

/** The static data of the kernels' modules lie below this address. */
const ARENA_START = 65_536

const LINE = 64
/** Kernels read whole vectors, so up to 12 bytes behind the last number. */
const SLACK = 16

export function alignUp(bytes: number, to = LINE): number {
  return Math.ceil(bytes / to) * to
}

interface Constant {
  address: number
  /** Int32 or float32 words. */
  words: Int32Array | Float32Array
}

export class ArenaPlan {
  private readonly sizes: Record<Space, number> = { shared: ARENA_START, scratch: 0, gradient: 0, chunk: 0 }
  private readonly constants: Constant[] = []

  /** An address of `bytes` bytes, all zero at the start. */
  reserve(space: Space, bytes: number): number {
    const offset = this.sizes[space]
    this.sizes[space] = alignUp(offset + bytes + SLACK)
    return addressIn(space, offset)
  }

  /** A shared block that holds `values` from the start on. */
  block(values: readonly number[]): number {
    return this.constant(Int32Array.from(values))
  }

  constant(words: Int32Array | Float32Array): number {
    const address = this.reserve('shared', words.length * 4)
    this.constants.push({ address, words })
    return address
  }

  size(space: Space): number {
    return this.sizes[space]
  }

  writeConstants(buffer: ArrayBuffer | SharedArrayBuffer): void {
    for (const { address, words } of this.constants) {
      if (words instanceof Int32Array) new Int32Array(buffer, address, words.length).set(words)
      else new Float32Array(buffer, address, words.length).set(words)
    }
  }
}
