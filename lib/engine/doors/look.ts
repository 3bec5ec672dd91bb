/** A narrower door for who looks into networks that are trained, or were: what their layers put out. */
export { layerOutputs } from '../network/layer-outputs'
export { writeWeights } from '../training/write-weights'
