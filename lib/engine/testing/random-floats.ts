import { createRng } from '../random/rng'

/** `length` standard normal numbers × scale, rounded to float32. */
export function randomFloats(length: number, seed: number, scale = 1): Float32Array {
  const rng = createRng(seed, 'data')
  return Float32Array.from({ length }, () => scale * rng.normal())
}
