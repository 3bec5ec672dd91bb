export { type BatchProbe, observeBatches } from '../probes/observe-batches'
