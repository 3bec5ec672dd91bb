/** The smallest normal float32, 2^-126. */
export const SMALLEST_NORMAL = 1.1754943508222875e-38

/** Numbers float32 could only store as subnormals become 0: they cost some 20 times the time of others and teach nothing. */
export function flush(x: number): number {
  return x < SMALLEST_NORMAL && x > -SMALLEST_NORMAL ? 0 : x
}
