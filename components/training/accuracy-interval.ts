/** How sure an accuracy is, given how many images it was measured on. */

/** z of a two-sided 95 % interval of the normal distribution. */
const Z95 = 1.959964

/**
 * Half-width of the 95 % interval of a share `p` measured on `n` independent examples (normal
 * approximation): ±3.0 points at p = 0.6, n = 1,000. It knows nothing of what another seed would give.
 */
export function halfWidth(p: number, n: number): number {
  return Z95 * Math.sqrt((p * (1 - p)) / n)
}

export interface Comparison {
  best: string
  worst: string
  /** Best minus worst, as a share. */
  difference: number
  /** Differences below this are within what the number of test images can tell. */
  resolution: number
}

/**
 * The largest difference among accuracies measured on `n` images each, and the smallest that would count:
 * the two intervals combined as if independent, which is cautious, since all saw the same images.
 */
export function compareAccuracies(scores: readonly { name: string; accuracy: number }[], n: number): Comparison | null {
  if (scores.length < 2) return null
  const [best, ...rest] = [...scores].sort((a, b) => b.accuracy - a.accuracy)
  const worst = rest.at(-1)
  if (!best || !worst) return null
  return {
    best: best.name,
    worst: worst.name,
    difference: best.accuracy - worst.accuracy,
    resolution: Math.hypot(halfWidth(best.accuracy, n), halfWidth(worst.accuracy, n)),
  }
}
