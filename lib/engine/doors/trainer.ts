/**
 * A narrower door for a page's worker: what trains on real images with the kernels, and nothing besides. A worker that
 * needs more opens the doors beside this one when it does; everybody else enters by `@/lib/engine`.
 */
export { CIFAR10_RECORD_BYTES, parseCifar10 } from '../data/cifar10'
export { readInputs } from '../data/dataset'
export { imageBytes, imageExamples } from '../data/images'
export { sha256 } from '../hash/sha256'
export { loadKernels } from '../network/backend'
export { joinCrew } from '../network/crew/join-crew'
export { NUMERICS } from '../numerics/version'
export { isDifference } from '../spec/loss-spec'
export { isRareLayer } from '../spec/rare-layer'
export { buildTrainer } from '../training/build-trainer'
