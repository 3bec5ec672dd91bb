/**
 * The form in which a written activation reaches the kernels: whole numbers in one block of the arena. A program works on
 * BLOCK numbers at a time; each operation runs over a block, so its dispatch costs next to nothing.
 *
 *   word 0          number of operations
 *   word 1          byte offset of the constants from the program's start
 *   from word 4     operations of OPERATION_WORDS words: code, out, a, b, c, d
 *   then            constants, each CONSTANT_COPIES times as float32: a kernel reads them as it reads blocks
 *
 * `kernels/blocks.ts` and `twins/blocks.ts` read it and have the same codes; `compile.ts` writes it.
 */
export const BLOCK = 256
/** The id in an activation's settings block by which programs do the work; any other stands for one with a name. */
export const WRITTEN = -1
export const OPERATION_WORDS = 6
export const FIRST_OPERATION = 4
export const CONSTANT_COPIES = 16
/** Numbers at the start of scratch for a last block that is shorter than what a kernel reads at once; registers follow. */
export const SCRATCH_HEAD = 64

/** Codes are places in this list. */
export const BLOCK_OPERATIONS = [
  'add',
  'subtract',
  'multiply',
  'divide',
  'min',
  'max',
  /** a < b ? c : d, and a ≤ b ? c : d. */
  'less',
  'at-most',
  'flush',
  'negate',
  'sqrt',
  'abs',
  'sign',
  'power',
  'exp',
  'expm1',
  'log',
  'log1p',
  'sin',
  'cos',
  'tanh',
  'sigmoid',
  'softplus',
  'erf',
  'Phi',
] as const
/** The first so many can flush what they write; FLUSHED is added to their code then. */
export const FLUSHING_OPERATIONS = 8
export const FLUSHED = 32
export type BlockOperation = (typeof BLOCK_OPERATIONS)[number]

/**
 * Operands: registers are 0, 1, 2 …, blocks of the scratch area; these stand for the kernel's arguments; constants are
 * FIRST_CONSTANT, FIRST_CONSTANT − 1, ….
 */
export const X = -1
/** The value that an earlier pass wrote, and the gradient that came in; in a slope's program only. */
export const Y = -2
export const DY = -3
export const OUT = -4
export const FIRST_CONSTANT = -16

export interface BlockProgram {
  /** What goes into the arena. */
  words: Int32Array
  operations: number
  /** Bytes of scratch that a run needs; each thread has its own. */
  scratchBytes: number
}
