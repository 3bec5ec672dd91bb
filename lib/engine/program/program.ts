import { argumentsOf, KERNEL_NAMES, type KERNELS, type KernelName } from './kernel-table'

type Arguments<Name extends KernelName> = {
  [Key in keyof (typeof KERNELS)[Name] as (typeof KERNELS)[Name][Key] extends 'count' ? never : Key]: number
}

/** A stretch of program words in the arena: byte addresses. */
export interface Stretch {
  start: number
  end: number
}

/** A list of kernel calls as whole numbers: an operation code, then the arguments in the kernel table's order. */
export class Program {
  private readonly written: number[] = []
  /** Index of the first word of each call. */
  private readonly starts: number[] = []

  emit<Name extends KernelName>(name: Name, values: Arguments<Name>): void {
    this.starts.push(this.written.length)
    this.written.push(KERNEL_NAMES.indexOf(name))
    for (const [argument, kind] of argumentsOf(name)) {
      if (kind !== 'count') this.written.push((values as Record<string, number>)[argument] as number)
    }
  }

  get words(): Int32Array {
    return Int32Array.from(this.written)
  }

  get length(): number {
    return this.written.length
  }

  /** Where each call starts, and at last where the program ends. */
  get boundaries(): number[] {
    return [...this.starts, this.written.length]
  }
}
