// The core module: one function that runs programs, and what the rare module (rare.ts) calls here.
export { execute, fingerprint } from './build/execute-core'
export { activateRows, activationGradientRows, copyRows } from './rows'
