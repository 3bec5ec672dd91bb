/** Σx², in double precision. */
export function squaredNorm(values: Float32Array): number {
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += (values[i] as number) * (values[i] as number)
  return sum
}

/** Σ(x − y)². */
export function squaredDistance(xs: Float32Array, ys: Float32Array): number {
  let sum = 0
  for (let i = 0; i < xs.length; i++) {
    const difference = (xs[i] as number) - (ys[i] as number)
    sum += difference * difference
  }
  return sum
}
