// The rare module: the kernels that most runs do without. `runBlocks` by name for tests.
export { runBlocks } from './blocks'
export { execute, fingerprint } from './build/execute-rare'
