// The kernels' module: one function that runs programs, and the kernels by name for tests and measurements.
export { execute } from './build/execute'
export { runBlocks } from './blocks'
export { activationBackward, activationForward } from './build/lanes/activation-loops'
