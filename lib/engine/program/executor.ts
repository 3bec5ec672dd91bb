/** Runs stretches of programs that lie in the arena: by the WebAssembly kernels, or by their TypeScript twins. */
import type { Memory } from '../twins/memory'
import { TWINS, type Twin } from '../twins/twins'
import { argumentsOf, KERNEL_NAMES } from './kernel-table'
import { CONTEXT_COUNT } from './space'
import type { KernelMemory, KernelModule, WebAssemblyApi } from './web-assembly'

export interface Executor {
  /** Runs the words from byte address `start` to `end`; `context` is the address of the bases and the count. */
  execute(start: number, end: number, context: number): void
}

/** What the kernels' module exports, as far as the engine calls it directly. */
export interface KernelExports {
  execute(start: number, end: number, context: number): void
}

/** The module must import `env.memory` and be built for a memory of this kind (shared or not). */
export function instantiateKernels(api: WebAssemblyApi, module: KernelModule, memory: KernelMemory): Executor {
  const instance = new api.Instance(module, {
    env: {
      memory,
      abort() {
        throw new Error('A kernel aborted.')
      },
    },
  })
  return instance.exports as KernelExports
}

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
