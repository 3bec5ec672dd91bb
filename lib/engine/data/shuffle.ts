import type { Rng } from '../random/rng'

/** Fills `order` with a random permutation of 0 … length − 1 (Fisher–Yates from the end). */
export function fillPermutation(order: Uint32Array, rng: Rng): void {
  for (let i = 0; i < order.length; i++) order[i] = i
  for (let i = order.length - 1; i > 0; i--) {
    const j = rng.below(i + 1)
    const held = order[i] as number
    order[i] = order[j] as number
    order[j] = held
  }
}
