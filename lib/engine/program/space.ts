/**
 * An address in a program is relative to one of four bases, named by its two lowest bits: all addresses are multiples of
 * 16, so these bits are free. The same words then serve every thread and every chunk.
 */
const SPACES = ['shared', 'scratch', 'gradient', 'chunk'] as const

/**
 * `shared`: the arena itself. `scratch`: what a chunk needs on its way. `gradient`: the chunk's own partial gradient.
 * `chunk`: the chunk's list of examples.
 */
export type Space = (typeof SPACES)[number]

/** Words of the block that tells a kernel call where it runs: the four bases, then the number of examples. */
export const CONTEXT_WORDS = 8
export const CONTEXT_COUNT = 4

/** Word in the header of a chunk's list of examples: where in the batch the first one stands. */
export const LIST_FIRST = 1
/** That word where no batch is trained on: in evaluation, prediction, inspection. */
export const NO_BATCH = -1

export function addressIn(space: Space, offset: number): number {
  return offset | SPACES.indexOf(space)
}
