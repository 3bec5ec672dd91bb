/**
 * Every operation of the tape against central differences, at 1,000 points or more: 1,000 numbers of inputs and
 * parameters, over as many random shapes and values as that takes.
 */
import { describe, expect, test } from 'vitest'
import { ACTIVATION_NAMES, type ActivationParameters } from '../activations/activation'
import { createRng, type Rng } from '../random/rng'
import { checkGradients } from '../testing/central-differences'
import { drawDistinct, drawTensor } from '../testing/draw-tensor'
import { alphaDropout, dropout } from './dropout'
import { activation, add, elementwise, learntSwish, mean, prelu } from './elementwise'
import { bceWithLogits, huber, logSoftmax, mae, mse, softmax, softmaxCrossEntropy, softmaxTwice } from './losses'
import { batchNorm, batchNormInference, layerNorm } from './normalisation'
import { avgPool2d, flatten, globalAveragePool, maxPool2d } from './pooling'
import { conv2d, linear, matmul, mul } from './products'
import { at, type Tensor } from './tensor'

interface Case {
  leaves: Tensor[]
  build: () => Tensor
}

const upTo = (rng: Rng, bound: number) => 1 + rng.below(bound)
const oneOf = <T>(rng: Rng, values: readonly T[]): T => values[rng.below(values.length)] as T

function unary(x: Tensor, f: (x: Tensor) => Tensor): Case {
  return { leaves: [x], build: () => f(x) }
}

function drawConv(rng: Rng): Case {
  const kernel = upTo(rng, 4)
  const channels = upTo(rng, 3)
  const options = { stride: upTo(rng, 3), padding: oneOf(rng, ['same', 'valid', 0, 1, 2] as const) }
  const x = drawTensor(rng, [upTo(rng, 2), kernel + rng.below(4), kernel + rng.below(4), channels])
  const weight = drawTensor(rng, [upTo(rng, 3), kernel, kernel, channels])
  const bias = drawTensor(rng, [at(weight.shape, 0)])
  return { leaves: [x, weight, bias], build: () => conv2d(x, weight, bias, options) }
}

function drawLinear(rng: Rng): Case {
  const features = upTo(rng, 6)
  const x = drawTensor(rng, [upTo(rng, 5), features])
  const weight = drawTensor(rng, [upTo(rng, 5), features])
  const bias = drawTensor(rng, [at(weight.shape, 0)])
  return { leaves: [x, weight, bias], build: () => linear(x, weight, bias) }
}

function drawMatmul(rng: Rng): Case {
  const inner = upTo(rng, 5)
  const a = drawTensor(rng, [upTo(rng, 5), inner])
  const b = drawTensor(rng, [inner, upTo(rng, 5)])
  return { leaves: [a, b], build: () => matmul(a, b) }
}

/** a of two or three axes, b of its last one, two, or none. */
function drawPair(rng: Rng, f: (a: Tensor, b: Tensor) => Tensor): Case {
  const shape = [upTo(rng, 3), upTo(rng, 3), upTo(rng, 4)]
  const a = drawTensor(rng, shape)
  const b = drawTensor(rng, shape.slice(rng.below(4)))
  return { leaves: [a, b], build: () => f(a, b) }
}

function drawPool(rng: Rng, pool: (x: Tensor, size: number, stride: number) => Tensor): Case {
  const size = upTo(rng, 3)
  const stride = upTo(rng, 3)
  const x = drawDistinct(rng, [upTo(rng, 2), size + rng.below(5), size + rng.below(5), upTo(rng, 3)])
  return unary(x, (input) => pool(input, size, stride))
}

function drawNorm(rng: Rng, norm: (x: Tensor, gamma: Tensor, beta: Tensor) => Tensor): Case {
  // Not fewer: two features that lie close together make layer norm as steep as a step, and no difference sees its slope.
  const channels = 4 + rng.below(3)
  const x = drawTensor(
    rng,
    oneOf(rng, [
      [5, channels],
      [2, 3, 2, channels],
    ]),
  )
  const gamma = drawTensor(rng, [channels])
  const beta = drawTensor(rng, [channels])
  return { leaves: [x, gamma, beta], build: () => norm(x, gamma, beta) }
}

function drawMasked(rng: Rng, drop: (x: Tensor, keep: number[], rate: number) => Tensor): Case {
  const x = drawTensor(rng, [upTo(rng, 5), upTo(rng, 9)])
  const rate = 0.9 * rng.uniform()
  const keep = Array.from(x.data, () => (rng.uniform() < rate ? 0 : 1))
  return unary(x, (input) => drop(input, keep, rate))
}

function drawLearnt(rng: Rng, f: (x: Tensor, p: Tensor) => Tensor): Case {
  const x = drawTensor(rng, [upTo(rng, 6), 3], [0])
  const p = drawTensor(rng, oneOf(rng, [[1], [3]]))
  return { leaves: [x, p], build: () => f(x, p) }
}

function drawLogits(rng: Rng, f: (z: Tensor, targets: number[]) => Tensor): Case {
  const classes = 1 + upTo(rng, 5)
  const z = drawTensor(rng, [upTo(rng, 6), classes])
  const targets = Array.from({ length: at(z.shape, 0) }, () => rng.below(classes))
  return unary(z, (logits) => f(logits, targets))
}

function drawCrossEntropy(rng: Rng, labelSmoothing: number, focalGamma: number): Case {
  const classWeights = Array.from({ length: 6 }, () => 3 * rng.uniform())
  return drawLogits(rng, (z, targets) => softmaxCrossEntropy(z, targets, { classWeights, labelSmoothing, focalGamma }))
}

function drawRegression(rng: Rng, kinks: number[], f: (y: Tensor, targets: number[]) => Tensor): Case {
  const difference = drawTensor(rng, [upTo(rng, 20), 1], kinks)
  const targets = Array.from(difference.data, () => rng.normal())
  // y = t + d, so that what is kept away from a kink is the difference.
  return unary(difference, (d) =>
    f(
      elementwise(
        'shift',
        d,
        (value, i) => value + at(targets, i),
        () => 1,
      ),
      targets,
    ),
  )
}

const cases: [string, (rng: Rng) => Case][] = [
  ['add', (rng) => drawPair(rng, add)],
  ['mul', (rng) => drawPair(rng, mul)],
  ['mean', (rng) => unary(drawTensor(rng, [upTo(rng, 30)]), (x) => mean(x, 7))],
  ['matmul', drawMatmul],
  ['linear', drawLinear],
  ['conv2d', drawConv],
  ['max-pool2d', (rng) => drawPool(rng, maxPool2d)],
  ['avg-pool2d', (rng) => drawPool(rng, avgPool2d)],
  ['global average pool', (rng) => unary(drawTensor(rng, [2, upTo(rng, 4), upTo(rng, 4), 3]), globalAveragePool)],
  ['flatten', (rng) => unary(drawTensor(rng, [2, upTo(rng, 4), upTo(rng, 4), 3]), flatten)],
  ['batch norm, training', (rng) => drawNorm(rng, batchNorm)],
  [
    'batch norm, inference',
    (rng) => {
      const mean = Float64Array.from({ length: 6 }, () => rng.normal())
      const variance = Float64Array.from({ length: 6 }, () => 0.1 + rng.uniform())
      return drawNorm(rng, (x, gamma, beta) => batchNormInference(x, gamma, beta, { mean, variance }))
    },
  ],
  ['layer norm', (rng) => drawNorm(rng, layerNorm)],
  ['dropout', (rng) => drawMasked(rng, dropout)],
  ['alpha dropout', (rng) => drawMasked(rng, alphaDropout)],
  ['prelu', (rng) => drawLearnt(rng, prelu)],
  ['swish with a learnt beta', (rng) => drawLearnt(rng, learntSwish)],
  ['a residual connection', (rng) => unary(drawTensor(rng, [2, upTo(rng, 9)]), (x) => add(activation(x, 'tanh'), x))],
  ['a product with itself', (rng) => unary(drawTensor(rng, [2, upTo(rng, 9)]), (x) => mul(x, x))],
  ['log-softmax', (rng) => drawLogits(rng, (z) => logSoftmax(z))],
  ['softmax', (rng) => drawLogits(rng, (z) => softmax(z, 2.5))],
  ['cross-entropy, weighted', (rng) => drawCrossEntropy(rng, 0, 0)],
  ['cross-entropy, weighted and smoothed', (rng) => drawCrossEntropy(rng, 0.2, 0)],
  ['cross-entropy, weighted and focal 2', (rng) => drawCrossEntropy(rng, 0, 2)],
  ['cross-entropy, weighted, smoothed and focal ½', (rng) => drawCrossEntropy(rng, 0.1, 0.5)],
  ['softmax twice', (rng) => drawLogits(rng, softmaxTwice)],
  [
    'bce with logits',
    (rng) => {
      const targets = Array.from({ length: upTo(rng, 20) }, () => rng.below(2))
      const options = { positiveWeight: 0.1 + 3 * rng.uniform(), labelSmoothing: 0.5 * rng.uniform() }
      return unary(drawTensor(rng, [targets.length, 1]), (z) => bceWithLogits(z, targets, options))
    },
  ],
  ['mse', (rng) => drawRegression(rng, [], mse)],
  ['mae', (rng) => drawRegression(rng, [0], mae)],
  ['huber', (rng) => drawRegression(rng, [-1.5, 1.5], (y, targets) => huber(y, targets, { delta: 1.5 }))],
]

function checkThousand(draw: (rng: Rng) => Case): void {
  let points = 0
  for (let seed = 0; points < 1000; seed++) {
    const { leaves, build } = draw(createRng(seed, 'data'))
    const check = checkGradients(build, leaves)
    expect(check.error, `seed ${seed}`).toBeLessThan(1e-6)
    points += check.points
  }
}

describe('the gradient is what central differences say', () => {
  test.each(cases)('%s', (_, draw) => checkThousand(draw))

  /** Where the slope jumps. */
  const KINKS: Record<string, number[]> = {
    relu: [0],
    'leaky-relu': [0],
    prelu: [0],
    elu: [0],
    selu: [0],
    'hard-swish': [-3, 3],
    relu6: [0, 6],
  }
  const parameters: ActivationParameters[] = [{}, { alpha: 0.4, beta: 2.5 }]
  test.each(ACTIVATION_NAMES.flatMap((name) => parameters.map((p) => [name, p] as const)))('%s %o', (name, p) => {
    checkThousand((rng) => unary(drawTensor(rng, [50], KINKS[name]), (x) => activation(x, name, p)))
  })
})
