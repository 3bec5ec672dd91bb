/** What a program needs to know of an optimizer: which kernel updates the weights, and what it is told before a step. */
export interface OptimizerPlan {
  kernel: 'sgdUpdate' | 'rmspropUpdate' | 'adamUpdate'
  /**
   * The kernel's arguments that are regions of float32 state, in its argument order: each as long as the weights, 0
   * before the first step, and all that a checkpoint keeps. One that the kernel has and this list has not is never
   * touched: any address will do.
   */
  states: readonly OptimizerState[]
  /**
   * Writes what the kernel reads from its `hyper` block, HYPER_LENGTH numbers at most, for the step that follows `step`
   * completed ones. Depends on its arguments alone, so a resumed run gets the same bits.
   */
  fillHyper(block: Float32Array, learningRate: number, step: number): void
}

export type OptimizerState = 'velocity' | 'means' | 'squares'

/** Float32 numbers in any optimizer's `hyper` block. */
export const HYPER_LENGTH = 8
