/** Operations that treat each number by itself: sums and functions of one variable. */
import type { ActivationName, ActivationParameters } from '../activations/activation'
import { activations } from '../activations/registry'
import { ShapeError } from '../errors'
import { at, increase, Tensor } from './tensor'

/** y[i] = f(x[i]). The workhorse of this folder: give f and f′; both are also told which number it is. */
export function elementwise(
  name: string,
  x: Tensor,
  value: (x: number, i: number) => number,
  derivative: (x: number, i: number) => number,
): Tensor {
  return new Tensor(name, x.shape, x.data.map(value), [x], (dy) => [dy.map((g, i) => g * derivative(at(x.data, i), i))])
}

/**
 * a + b. Where b is shorter it is repeated, and its shape must end a's: a bias [features] on [batch, features]; a single
 * number fits anything. A residual connection is `add(block(x), x)`.
 */
export function add(a: Tensor, b: Tensor): Tensor {
  requireSuffix('add', a, b)
  const size = b.data.length
  const y = a.data.map((value, i) => value + at(b.data, i % size))
  return new Tensor('add', a.shape, y, [a, b], (dy) => {
    const db = new Float64Array(size)
    dy.forEach((g, i) => {
      increase(db, i % size, g)
    })
    return [dy, db]
  })
}

/** Throws where b is neither one number nor of the shape that ends a's. */
export function requireSuffix(name: string, a: Tensor, b: Tensor): void {
  const end = a.shape.slice(a.shape.length - b.shape.length)
  if (b.data.length === 1) return
  if (b.shape.length <= a.shape.length && b.shape.every((side, axis) => side === end[axis])) return
  throw new ShapeError(`${name}: a is [${a.shape}], b is [${b.shape}]; b's shape must be how a's ends.`)
}

/** The sum of all numbers divided by `count`, shape []. The mean of rows that are to be summed has a count of rows. */
export function mean(x: Tensor, count = x.data.length): Tensor {
  const sum = x.data.reduce((total, value) => total + value, 0)
  return new Tensor('mean', [], Float64Array.of(sum / count), [x], (dy) => [x.data.map(() => at(dy, 0) / count)])
}

/** By the double-precision pair of activations/<name>.ts. */
export function activation(x: Tensor, name: ActivationName, p?: ActivationParameters): Tensor {
  const f = activations[name]
  return elementwise(
    name,
    x,
    (value) => f.value(value, p),
    (value) => f.derivative(value, p),
  )
}

/** x for x > 0, else αx, where α is learnt: one, or one a feature or channel (He et al. 2015, arXiv:1502.01852). */
export function prelu(x: Tensor, alpha: Tensor): Tensor {
  return learntActivation(
    'prelu',
    x,
    alpha,
    (value, a) => (value > 0 ? value : a * value),
    (value, a) => (value > 0 ? 1 : a),
    (value) => (value > 0 ? 0 : value),
  )
}

/** x·σ(βx), where β is learnt (Ramachandran, Zoph & Le 2017, arXiv:1710.05941). */
export function learntSwish(x: Tensor, beta: Tensor): Tensor {
  const sigmoid = (value: number) => 1 / (1 + Math.exp(-value))
  return learntActivation(
    'swish',
    x,
    beta,
    (value, b) => value * sigmoid(b * value),
    (value, b) => sigmoid(b * value) + b * value * sigmoid(b * value) * sigmoid(-b * value),
    (value, b) => value * value * sigmoid(b * value) * sigmoid(-b * value),
  )
}

type Binary = (x: number, p: number) => number

/** y = f(x, p) with its two partial derivatives; the parameter p is repeated as in `add`. */
function learntActivation(name: string, x: Tensor, p: Tensor, f: Binary, byX: Binary, byP: Binary): Tensor {
  requireSuffix(name, x, p)
  const size = p.data.length
  const y = x.data.map((value, i) => f(value, at(p.data, i % size)))
  return new Tensor(name, x.shape, y, [x, p], (dy) => {
    const dp = new Float64Array(size)
    const dx = dy.map((g, i) => {
      increase(dp, i % size, g * byP(at(x.data, i), at(p.data, i % size)))
      return g * byX(at(x.data, i), at(p.data, i % size))
    })
    return [dx, dp]
  })
}
