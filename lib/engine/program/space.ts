/**
 * An address in a program is relative to one of four bases, named by its two lowest bits: all addresses are multiples of
 * 4, so these bits are free. The same words then serve every thread and every chunk.
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

/**
 * A chunk's list of examples: a header, then for each an index and an augmentation word. The header's first words are
 * the number of examples and where in the batch the first one stands; three float64 follow, named by their bytes.
 */
export const LIST_FIRST = 1
/** That word where no batch is trained on: in evaluation, prediction, inspection. */
export const NO_BATCH = -1
/** What the gradient of the chunk's summed loss is multiplied by. */
export const LIST_SCALE = 8
/** What came out: the summed loss, and the right answers. */
export const LIST_LOSS = 16
export const LIST_CORRECT = 24
export const LIST_HEADER = 32

/** Words of the block that says where the examples lie; the fifth is the address of their targets. */
export const SOURCE_WORDS = 5
export const SOURCE_TARGETS = 4

export function addressIn(space: Space, offset: number): number {
  return offset | SPACES.indexOf(space)
}
