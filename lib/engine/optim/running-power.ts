/** 2⁻⁶⁰. Below it a power of β is lost in 1 − βᵗ, so it need not be followed any further. */
const LOST = 8.673617379884035e-19

/**
 * t ↦ βᵗ for t = 0, 1, 2 …, as the running product 1·β·β…: the same bits whether every t was asked for or a resumed run
 * begins at a large one. 0 ≤ β < 1.
 */
export function runningPower(beta: number): (t: number) => number {
  let power = 1
  let reached = 0
  return (t) => {
    if (t < reached) {
      power = 1
      reached = 0
    }
    for (; reached < t && power > LOST; reached++) power *= beta
    reached = t
    return power
  }
}
