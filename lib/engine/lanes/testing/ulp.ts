const float = new Float32Array(1)
const word = new Uint32Array(float.buffer)

/** The distance between the float32 numbers around `exact`: from one power of two up to the next it is the same. */
export function ulpOf(exact: number): number {
  const magnitude = Math.abs(exact)
  float[0] = magnitude
  // The neighbours towards 0; rounding may have gone up to a power of two, above which they lie farther apart.
  if ((float[0] as number) > magnitude) word[0] = (word[0] as number) - 1
  const below = float[0] as number
  word[0] = (word[0] as number) + 1
  return (float[0] as number) - below
}

/** Largest error of `got` against `exact`, in ulps of `exact`, over the x for which `exact` is finite and not tiny. */
export function largestUlps(
  xs: Float32Array,
  got: (x: number) => number,
  exact: (x: number) => number,
  smallest: number,
): number {
  let largest = 0
  for (const x of xs) {
    const y = exact(x)
    if (!(Math.abs(y) >= smallest && Math.abs(y) < 3.4028234e38)) continue
    const error = Math.abs(got(x) - y) / ulpOf(y)
    if (!(error <= largest)) largest = error
  }
  return largest
}
