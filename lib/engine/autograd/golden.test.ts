/** The tape against PyTorch (lib/engine/golden), to 1e-9: layers, activations, losses. */
import { describe, expect, test } from 'vitest'
import { activations } from '../activations/registry'
import {
  type GoldenLayer,
  type GoldenLoss,
  type GoldenTensor,
  goldenActivations,
  goldenLayers,
  goldenLosses,
} from '../golden/golden'
import { activation, learntSwish, prelu } from './elementwise'
import { bceWithLogits, huber, mae, mse, softmax, softmaxCrossEntropy, softmaxTwice } from './losses'
import { batchNorm, batchNormInference, layerNorm, updateRunning } from './normalisation'
import { avgPool2d, globalAveragePool, maxPool2d } from './pooling'
import { conv2d, linear } from './products'
import { type Tensor, tensor } from './tensor'

function expectClose(actual: ArrayLike<number>, expected: readonly number[], what: string): void {
  expect(actual.length, what).toBe(expected.length)
  expected.forEach((value, i) => {
    const difference = Math.abs((actual[i] ?? Number.NaN) - value)
    expect(difference, `${what}, number ${i}`).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(value)))
  })
}

const leafOf = (golden: GoldenTensor | undefined): Tensor => tensor(golden?.shape ?? [0], golden?.values ?? [])
const statistics = (of: { mean: number[]; variance: number[] } | undefined) => ({
  mean: Float64Array.from(of?.mean ?? []),
  variance: Float64Array.from(of?.variance ?? []),
})

type Leaves = Record<keyof GoldenLayer['inputs'], Tensor>

function build({ spec, training, runningBefore }: GoldenLayer, leaves: Leaves): Tensor {
  const { x, weight, bias, gamma, beta, parameter } = leaves
  switch (spec.layer) {
    case 'linear':
      return linear(x, weight, bias)
    case 'conv2d':
      return conv2d(x, weight, bias, spec)
    case 'max-pool2d':
      return maxPool2d(x, spec.size, spec.stride)
    case 'avg-pool2d':
      return avgPool2d(x, spec.size, spec.stride)
    case 'global-average-pool':
      return globalAveragePool(x)
    case 'batch-norm':
      return training === true
        ? batchNorm(x, gamma, beta, spec.epsilon)
        : batchNormInference(x, gamma, beta, statistics(runningBefore), spec.epsilon)
    case 'layer-norm':
      return layerNorm(x, gamma, beta, spec.epsilon)
    case 'softmax':
      return softmax(x, spec.temperature)
    case 'activation':
      return spec.name === 'swish' ? learntSwish(x, parameter) : prelu(x, parameter)
    default:
      throw new Error(`No golden numbers are known for ${spec.layer}.`)
  }
}

describe('layers', () => {
  test.each(goldenLayers.map((golden) => [golden.name, golden] as const))('%s', (_, golden) => {
    const { inputs, gradients } = golden
    const leaves: Leaves = {
      x: leafOf(inputs.x),
      weight: leafOf(inputs.weight),
      bias: leafOf(inputs.bias),
      gamma: leafOf(inputs.gamma),
      beta: leafOf(inputs.beta),
      parameter: leafOf(inputs.parameter),
    }
    const y = build(golden, leaves)
    expect(y.shape).toEqual(golden.output.shape)
    expectClose(y.data, golden.output.values, 'output')
    y.backward(golden.outputGradient)
    for (const name of Object.keys(gradients) as (keyof Leaves)[]) {
      expectClose(leaves[name].grad, gradients[name] ?? [], `gradient of ${name}`)
    }
  })

  const trained = goldenLayers.filter(({ training }) => training === true)
  test.each(trained.map((golden) => [golden.name, golden] as const))('running statistics: %s', (_, golden) => {
    const momentum = golden.spec.layer === 'batch-norm' ? golden.spec.momentum : undefined
    const after = updateRunning(statistics(golden.runningBefore), leafOf(golden.inputs.x), momentum)
    expectClose(after.mean, golden.runningAfter?.mean ?? [], 'mean')
    expectClose(after.variance, golden.runningAfter?.variance ?? [], 'variance')
  })
})

describe('activations', () => {
  test.each(goldenActivations.map((golden) => [golden.name, golden.parameters, golden] as const))(
    '%s %o',
    (name, parameters, golden) => {
      const x = tensor([golden.x.length], golden.x)
      const y =
        name === 'prelu' ? prelu(x, tensor([1], [parameters.alpha ?? Number.NaN])) : activation(x, name, parameters)
      y.backward(golden.x.map(() => 1))
      expectClose(y.data, golden.value, 'value')
      expectClose(x.grad, golden.slope, 'slope')
    },
  )

  test('none is missing', () => {
    const known = new Set<string>(goldenActivations.map(({ name }) => name))
    expect(Object.keys(activations).filter((name) => !known.has(name))).toEqual([])
  })
})

/** Targets as the difference losses mean them (losses/difference-loss.ts), laid out like the outputs. */
function coded({ targets, classes, outputs }: GoldenLoss): number[] {
  const columns = outputs.shape[1] ?? 1
  if (classes === null) return targets
  if (columns === 1) return targets.map((target) => 2 * target - 1)
  return targets.flatMap((target) => Array.from({ length: columns }, (_, c) => (c === target ? 1 : 0)))
}

function buildLoss(golden: GoldenLoss, outputs: Tensor): Tensor {
  const { spec, targets } = golden
  switch (spec.kind) {
    case 'softmax-cross-entropy':
      return softmaxCrossEntropy(outputs, targets, spec)
    case 'bce-with-logits':
      return bceWithLogits(outputs, targets, spec)
    case 'mse':
      return mse(outputs, coded(golden))
    case 'mae':
      return mae(outputs, coded(golden))
    case 'huber':
      return huber(outputs, coded(golden), spec)
    case 'softmax-twice':
      return softmaxTwice(outputs, targets)
    default:
      return spec satisfies never
  }
}

describe('losses', () => {
  test.each(goldenLosses.map((golden) => [golden.name, golden] as const))('%s', (_, golden) => {
    const outputs = leafOf(golden.outputs)
    const loss = buildLoss(golden, outputs)
    loss.backward()
    expectClose(loss.data, [golden.loss], 'loss')
    expectClose(outputs.grad, golden.gradient, 'gradient')
  })
})
