import { type Tensor, tensor } from '../autograd/tensor'
import type { Rng } from '../random/rng'

/** A leaf of standard normal numbers, no nearer to a kink than 0.01, so that no difference reaches across one. */
export function drawTensor(rng: Rng, shape: readonly number[], kinks: readonly number[] = []): Tensor {
  const size = shape.reduce((product, side) => product * side, 1)
  const draw = () => 2 * rng.normal()
  const values = Array.from({ length: size }, () => {
    let value = draw()
    while (kinks.some((kink) => Math.abs(value - kink) < 0.01)) value = draw()
    return value
  })
  return tensor(shape, values)
}

/** A leaf of numbers 0.05 apart, shuffled: no two are so close that a difference changes which is larger. */
export function drawDistinct(rng: Rng, shape: readonly number[]): Tensor {
  const size = shape.reduce((product, side) => product * side, 1)
  const keys = Array.from({ length: size }, (_, i) => ({ value: 0.05 * i, key: rng.uniform() }))
  return tensor(
    shape,
    keys.sort((a, b) => a.key - b.key).map(({ value }) => value),
  )
}
