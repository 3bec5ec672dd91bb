export { layerOutputs } from '../network/layer-outputs'
