/** For sessions that look into a network between two steps: its layers, its batches, what each example adds to a gradient. */
export { type ExampleGradient, exampleGradients } from '../network/example-gradients'
export { layerOutputs } from '../network/layer-outputs'
export { EpochOrder } from '../training/epoch-order'
export { writeWeights } from '../training/write-weights'
