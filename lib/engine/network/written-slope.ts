import { BLOCK, type BlockProgram } from '../expressions/block-program'
import { runBlocks } from '../twins/blocks'
import { type Memory, viewMemory } from '../twins/memory'

/** f′ of a written activation by the program that training runs (with dy = 1), on numbers from outside the arena. */
export class WrittenSlope {
  private readonly memory: Memory
  private readonly scratch: number
  private readonly x: number
  private readonly y: number
  private readonly dy: number
  private readonly out: number

  constructor(program: BlockProgram) {
    this.scratch = program.words.length * 4
    this.x = this.scratch + program.scratchBytes
    this.y = this.x + BLOCK * 4
    this.dy = this.y + BLOCK * 4
    this.out = this.dy + BLOCK * 4
    this.memory = viewMemory(new ArrayBuffer(this.out + BLOCK * 4))
    this.memory.i32.set(program.words)
    this.memory.f32.fill(1, this.dy >> 2, this.out >> 2)
  }

  slopes(x: Float32Array, y: Float32Array, length: number, slopes: Float32Array): void {
    const { f32 } = this.memory
    for (let first = 0; first < length; first += BLOCK) {
      const end = Math.min(first + BLOCK, length)
      f32.set(x.subarray(first, end), this.x >> 2)
      f32.set(y.subarray(first, end), this.y >> 2)
      runBlocks(this.memory, 0, this.scratch, this.x, this.y, this.dy, this.out, end - first)
      slopes.set(f32.subarray(this.out >> 2, (this.out >> 2) + end - first), first)
    }
  }
}
