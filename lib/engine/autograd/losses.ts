/**
 * The losses as compositions of small steps: log-softmax, a penalty number by number, a mean. lib/engine/losses has the
 * same formulas fused, in float32 and for training. Every loss is a mean, shape []; the options are those of LossSpec.
 */
import { ShapeError } from '../errors'
import type { BceWithLogitsSpec, HuberSpec, SoftmaxCrossEntropySpec } from '../spec/loss-spec'
import { elementwise, mean } from './elementwise'
import { mul } from './products'
import { at, Tensor, tensor } from './tensor'

/** Targets laid out like the outputs. */
type Targets = ArrayLike<number>

function rowsOf(x: Tensor): Float64Array[] {
  const size = at(x.shape, x.shape.length - 1)
  return Array.from({ length: x.data.length / size }, (_, n) => x.data.subarray(n * size, (n + 1) * size))
}

/**
 * log p = z − log Σ e^z of each row, without overflow: the largest z is taken out first, and its term, 1, is left to
 * log1p, so that log p keeps its digits where p is nearly 1. dz = dy − p·Σdy.
 */
export function logSoftmax(z: Tensor): Tensor {
  const classes = at(z.shape, z.shape.length - 1)
  const logP = rowsOf(z).flatMap((row) => {
    const largest = Math.max(...row)
    const best = row.indexOf(largest)
    const logSum = Math.log1p(row.reduce((sum, value, j) => (j === best ? sum : sum + Math.exp(value - largest)), 0))
    return Array.from(row, (value) => value - largest - logSum)
  })
  return new Tensor('log-softmax', z.shape, Float64Array.from(logP), [z], (dy) => [
    dy.map((g, i) => {
      const row = dy.subarray(i - (i % classes), i - (i % classes) + classes)
      return g - Math.exp(at(logP, i)) * row.reduce((sum, value) => sum + value, 0)
    }),
  ])
}

/** e^(log p): probabilities. A temperature above 1 evens them out, one below 1 sharpens them. */
export function softmax(z: Tensor, temperature = 1): Tensor {
  const scaled = temperature === 1 ? z : mul(z, tensor([], [1 / temperature], '1/temperature'))
  return elementwise('exp', logSoftmax(scaled), Math.exp, Math.exp)
}

/** −Σ_c w_c·q_c·(1 − p_c)^γ·log p_c, mean over the batch; z [batch, classes], targets are class indices. */
export function softmaxCrossEntropy(
  z: Tensor,
  targets: Targets,
  { classWeights, labelSmoothing = 0, focalGamma = 0 }: Omit<SoftmaxCrossEntropySpec, 'kind'> = {},
): Tensor {
  const [batch = 0, classes = 0] = z.shape
  requireTargets('softmax-cross-entropy', targets, batch)
  const weightOf = (i: number) => {
    const hit = at(targets, Math.floor(i / classes)) === i % classes ? 1 - labelSmoothing : 0
    return (classWeights?.[i % classes] ?? 1) * (hit + labelSmoothing / classes)
  }
  const focus = (logP: number) => (-Math.expm1(logP)) ** focalGamma
  // d/d(log p) of (1 − p)^γ is −γ·p·(1 − p)^(γ − 1).
  const focusSlope = (logP: number) =>
    focalGamma === 0 ? 0 : -focalGamma * Math.exp(logP) * (-Math.expm1(logP)) ** (focalGamma - 1)
  const penalties = elementwise(
    'penalty',
    logSoftmax(z),
    (logP, i) => (weightOf(i) === 0 ? 0 : -weightOf(i) * focus(logP) * logP),
    (logP, i) => (weightOf(i) === 0 ? 0 : -weightOf(i) * (focus(logP) + focusSlope(logP) * logP)),
  )
  return mean(penalties, batch)
}

/** Wrong on purpose: cross-entropy expects logits and is given probabilities. */
export function softmaxTwice(z: Tensor, targets: Targets): Tensor {
  return softmaxCrossEntropy(softmax(z), targets)
}

/** w·t·softplus(−z) + (1 − t)·softplus(z), mean over all; t is 0 or 1, smoothed to ε/2 and 1 − ε/2. */
export function bceWithLogits(
  z: Tensor,
  targets: Targets,
  { positiveWeight = 1, labelSmoothing = 0 }: Omit<BceWithLogitsSpec, 'kind'> = {},
): Tensor {
  requireTargets('bce-with-logits', targets, z.data.length)
  const softplus = (x: number) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)))
  const sigmoid = (x: number) => 1 / (1 + Math.exp(-x))
  const t = (i: number) => at(targets, i) * (1 - labelSmoothing) + labelSmoothing / 2
  const penalties = elementwise(
    'penalty',
    z,
    (x, i) => positiveWeight * t(i) * softplus(-x) + (1 - t(i)) * softplus(x),
    (x, i) => (1 - t(i)) * sigmoid(x) - positiveWeight * t(i) * sigmoid(-x),
  )
  return mean(penalties)
}

/** (y − t)². */
export function mse(y: Tensor, targets: Targets): Tensor {
  return meanPenalty(
    y,
    targets,
    (d) => d * d,
    (d) => 2 * d,
  )
}

/** |y − t|, slope 0 at 0. */
export function mae(y: Tensor, targets: Targets): Tensor {
  return meanPenalty(y, targets, Math.abs, Math.sign)
}

/** ½d² up to |d| = δ, then δ·(|d| − ½δ). */
export function huber(y: Tensor, targets: Targets, { delta = 1 }: Omit<HuberSpec, 'kind'> = {}): Tensor {
  return meanPenalty(
    y,
    targets,
    (d) => (Math.abs(d) <= delta ? 0.5 * d * d : delta * (Math.abs(d) - 0.5 * delta)),
    (d) => Math.max(-delta, Math.min(delta, d)),
  )
}

function meanPenalty(y: Tensor, targets: Targets, f: (d: number) => number, slope: (d: number) => number): Tensor {
  requireTargets('targets', targets, y.data.length)
  const penalties = elementwise(
    'penalty',
    y,
    (value, i) => f(value - at(targets, i)),
    (value, i) => slope(value - at(targets, i)),
  )
  return mean(penalties)
}

function requireTargets(name: string, targets: Targets, count: number): void {
  if (targets.length !== count) throw new ShapeError(`${name}: ${targets.length} targets for ${count} values.`)
}
