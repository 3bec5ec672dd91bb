import type { Backend } from '../network/backend'
import type { Executor } from '../program/executor'
import { argumentsOf, KERNEL_NAMES } from '../program/kernel-table'
import { CONTEXT_COUNT } from '../program/space'
import type { Memory } from './memory'
import { TWINS, type Twin } from './twins'

/** The same programs without WebAssembly: same bits, some twenty times slower. */
export class TwinExecutor implements Executor {
  private readonly calls: { twin: Twin; kinds: readonly string[] }[]

  constructor(private readonly memory: Memory) {
    this.calls = KERNEL_NAMES.map((name) => ({
      twin: TWINS[name],
      kinds: argumentsOf(name).map(([, kind]) => kind),
    }))
  }

  execute(start: number, end: number, context: number): void {
    const { i32 } = this.memory
    const bases = context >> 2
    const values: number[] = []
    for (let pc = start >> 2; pc < end >> 2; ) {
      const call = this.calls[i32[pc++] as number]
      if (call === undefined) throw new Error(`The program has no operation ${i32[pc - 1]}.`)
      values.length = 0
      for (const kind of call.kinds) {
        if (kind === 'count') values.push(i32[bases + CONTEXT_COUNT] as number)
        else if (kind === 'number') values.push(i32[pc++] as number)
        else {
          const word = i32[pc++] as number
          values.push((word & ~3) + (i32[bases + (word & 3)] as number))
        }
      }
      call.twin(this.memory, ...values)
    }
  }
}

/** Kept for hosts without WebAssembly SIMD: same bits, slower. */
export const TWINS_BACKEND: Backend = { kind: 'twins', createExecutor: (memory) => new TwinExecutor(memory) }
