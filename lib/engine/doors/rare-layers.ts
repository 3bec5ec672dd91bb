export { RARE_LAYERS } from '../network/rare-layers'
