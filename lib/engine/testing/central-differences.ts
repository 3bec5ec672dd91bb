import { centralDifference } from '../autograd/central-difference'
import { at, type Tensor } from '../autograd/tensor'
import { cos } from '../numerics/trigonometry'

export interface GradientCheck {
  /** Numbers whose gradient was checked. */
  points: number
  /** The largest |gradient − difference| / |difference|; below 10⁻³ a difference counts as 10⁻³. */
  error: number
}

/** Compares the tape's gradients of Σ cᵢ·yᵢ, the c fixed and all different, with differences in every leaf's numbers. */
export function checkGradients(build: () => Tensor, leaves: readonly Tensor[]): GradientCheck {
  const weightedSum = (y: Tensor) => y.data.reduce((sum, value, i) => sum + weightOf(i) * value, 0)
  const root = build()
  root.backward(Float64Array.from(root.data, (_, i) => weightOf(i)))
  let points = 0
  let error = 0
  for (const leaf of leaves) {
    for (let i = 0; i < leaf.data.length; i++) {
      const kept = at(leaf.data, i)
      const slope = centralDifference((x) => {
        leaf.data[i] = x
        return weightedSum(build())
      }, kept)
      leaf.data[i] = kept
      const difference = Math.abs(at(leaf.grad, i) - slope) / Math.max(Math.abs(slope), 1e-3)
      error = Math.max(error, difference)
      points += 1
    }
  }
  return { points, error }
}

/** −1.5 … 1.5, no two alike in the first thousands. */
function weightOf(i: number): number {
  return 1.5 * cos(1 + i)
}
