/**
 * Σx² over values[start … start + length): in double precision, four sums of every fourth number, then (0 + 1) + (2 + 3).
 * `length` is a multiple of four; zeros between the numbers (padding) change nothing.
 */
export function sumOfSquares(values: Float32Array, start: number, length: number): number {
  let a = 0
  let b = 0
  let c = 0
  let d = 0
  for (let i = start; i < start + length; i += 4) {
    a += (values[i] as number) * (values[i] as number)
    b += (values[i + 1] as number) * (values[i + 1] as number)
    c += (values[i + 2] as number) * (values[i + 2] as number)
    d += (values[i + 3] as number) * (values[i + 3] as number)
  }
  return a + b + (c + d)
}

/**
 * What all gradients are multiplied by so that their common norm is at most `maxNorm`: PyTorch's clip_grad_norm_,
 * maxNorm/(norm + 1e-6) where that is below 1. 1 means: leave them as they are.
 */
export function clipFactor(norm: number, maxNorm: number): number {
  const factor = maxNorm / (norm + 1e-6)
  return factor < 1 ? factor : 1
}
