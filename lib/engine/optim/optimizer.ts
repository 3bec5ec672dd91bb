/** Changes the parameters' values by their gradients. Its state is one float32 array or more a parameter. */
export interface Optimizer {
  step(learningRate: number): void
  /** The live state, in a fixed order; a checkpoint copies it and a resumed run writes into it. */
  state(): Float32Array[]
  /** Tells a new optimizer how many steps its restored state has behind it. */
  fastForward(steps: number): void
}
