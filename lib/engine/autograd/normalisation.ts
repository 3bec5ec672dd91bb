/**
 * Batch and layer normalisation: one formula, x̂ = (x − mean)/√(variance + ε), over two ways to sort the numbers into
 * groups that share a mean and a variance; then a learnt scale γ and shift β.
 */
import { add, elementwise } from './elementwise'
import { mul } from './products'
import { at, increase, Tensor } from './tensor'

/** PyTorch's default. */
const EPSILON = 1e-5

export interface Statistics {
  mean: Float64Array
  /** Divided by the number of examples, not by one less. */
  variance: Float64Array
}

/** A channel is the last axis: [batch, features] or [batch, height, width, channels]. */
const channelOf = (x: Tensor) => (i: number) => i % at(x.shape, x.shape.length - 1)

/** Mean and variance of each group; `groupOf` says to which the number at i belongs. */
function statisticsOf(x: Tensor, groups: number, groupOf: (i: number) => number): Statistics {
  const size = x.data.length / groups
  const mean = new Float64Array(groups)
  const variance = new Float64Array(groups)
  x.data.forEach((value, i) => {
    increase(mean, groupOf(i), value / size)
  })
  x.data.forEach((value, i) => {
    increase(variance, groupOf(i), (value - at(mean, groupOf(i))) ** 2 / size)
  })
  return { mean, variance }
}

/**
 * x̂. Each number also moves the mean and the variance it is measured by, so the gradient loses what all the group shares:
 * dx = (dy − mean(dy) − x̂·mean(dy·x̂))/√(variance + ε), means over the group (Ioffe & Szegedy 2015, arXiv:1502.03167).
 */
function standardise(x: Tensor, groups: number, groupOf: (i: number) => number, epsilon: number): Tensor {
  const { mean, variance } = statisticsOf(x, groups, groupOf)
  const spread = variance.map((value) => Math.sqrt(value + epsilon))
  const normal = x.data.map((value, i) => (value - at(mean, groupOf(i))) / at(spread, groupOf(i)))
  return new Tensor('standardise', x.shape, normal, [x], (dy) => {
    const size = dy.length / groups
    const meanOfDy = new Float64Array(groups)
    const meanOfProduct = new Float64Array(groups)
    dy.forEach((g, i) => {
      increase(meanOfDy, groupOf(i), g / size)
      increase(meanOfProduct, groupOf(i), (g * at(normal, i)) / size)
    })
    const dx = dy.map((g, i) => {
      const group = groupOf(i)
      return (g - at(meanOfDy, group) - at(normal, i) * at(meanOfProduct, group)) / at(spread, group)
    })
    return [dx]
  })
}

/** In training: each channel by its own mean and variance over the batch and, in images, all positions. γ, β [channels]. */
export function batchNorm(x: Tensor, gamma: Tensor, beta: Tensor, epsilon = EPSILON): Tensor {
  return add(mul(standardise(x, gamma.data.length, channelOf(x), epsilon), gamma), beta)
}

/** At inference: by statistics gathered in training, which are constants now. */
export function batchNormInference(
  x: Tensor,
  gamma: Tensor,
  beta: Tensor,
  { mean, variance }: Statistics,
  epsilon = EPSILON,
): Tensor {
  const channel = channelOf(x)
  const spread = variance.map((value) => Math.sqrt(value + epsilon))
  const normal = elementwise(
    'standardise',
    x,
    (value, i) => (value - at(mean, channel(i))) / at(spread, channel(i)),
    (_, i) => 1 / at(spread, channel(i)),
  )
  return add(mul(normal, gamma), beta)
}

/**
 * The running statistics after one more batch x: (1 − momentum)·old + momentum·new, where the new variance is divided
 * by one less than the examples: PyTorch's convention, and momentum 0.1 its default.
 */
export function updateRunning(running: Statistics, x: Tensor, momentum = 0.1): Statistics {
  const channels = running.mean.length
  const size = x.data.length / channels
  const { mean, variance } = statisticsOf(x, channels, channelOf(x))
  const mix = (old: Float64Array, fresh: Float64Array, factor: number) =>
    old.map((value, c) => (1 - momentum) * value + momentum * factor * at(fresh, c))
  return { mean: mix(running.mean, mean, 1), variance: mix(running.variance, variance, size / (size - 1)) }
}

/** Each example by its own mean and variance; γ and β have an example's shape (Ba, Kiros & Hinton 2016, arXiv:1607.06450). */
export function layerNorm(x: Tensor, gamma: Tensor, beta: Tensor, epsilon = EPSILON): Tensor {
  const size = gamma.data.length
  const normal = standardise(x, x.data.length / size, (i) => Math.floor(i / size), epsilon)
  return add(mul(normal, gamma), beta)
}
