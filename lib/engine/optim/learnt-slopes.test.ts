/** Weight decay reaches every parameter but a learnt slope: whole networks against PyTorch's parameter groups. */
import { describe, expect, test } from 'vitest'
import { goldenSlopes } from '../golden/golden'
import { Network } from '../network/network'
import type { NetworkShape } from '../network/plan-network'
import { RARE_LAYERS } from '../network/rare-layers'
import { sizeOf, writeParameter } from '../nn/parameter'
import type { LayerSpec } from '../spec/layer-spec'
import type { OptimizerSpec } from '../spec/training-spec'
import { BACKENDS } from '../testing/backends'

function createNetwork(given: Pick<NetworkShape, 'model' | 'batch' | 'optimizer'>, backend: keyof typeof BACKENDS) {
  const shape: NetworkShape = {
    ...given,
    written: new Map(),
    inputShape: [4],
    trainCount: 8,
    validationCount: 1,
    areBytes: false,
    chunk: 1,
    loss: { kind: 'mse' },
    classes: null,
    inspect: false,
    threads: 1,
  }
  return new Network(shape, BACKENDS[backend], null, RARE_LAYERS)
}

/** Four inputs, one unit, its bias and the slope of its activation: six numbers. */
function networkOf(optimizer: OptimizerSpec, name: 'prelu' | 'swish', backend: keyof typeof BACKENDS) {
  const unit: LayerSpec = { layer: 'linear', units: 1 }
  return createNetwork({ model: [unit, { layer: 'activation', name, learnt: true }], batch: 1, optimizer }, backend)
}

/** Shares six numbers out among the parameters. */
function partsOf(network: Network, six: number[]): Float32Array[] {
  let next = 0
  return network.parameters.map(({ shape }) => {
    next += sizeOf(shape)
    return Float32Array.from(six.slice(next - sizeOf(shape), next))
  })
}

describe.each(['twins', 'kernels'] as const)('%s', (backend) => {
  test.each(goldenSlopes)('$name: ten steps as PyTorch takes them', ({ spec, start, gradients, weights }) => {
    for (const name of ['prelu', 'swish'] as const) {
      const network = networkOf(spec, name, backend)
      const { parameters, plan, machine } = network
      expect(parameters.map(({ kind }) => kind)).toEqual(['weight', 'bias', 'slope'])
      const given = partsOf(network, start)
      parameters.forEach((parameter, p) => {
        network.writeWeights(parameter, given[p] as Float32Array)
      })
      for (const [step, gradient] of gradients.entries()) {
        const parts = partsOf(network, gradient)
        parameters.forEach((parameter, p) => {
          writeParameter(machine.memory.f32, plan.gradient >> 2, parameter, parts[p] as Float32Array)
        })
        network.update(spec.learningRate, step, {})
        network.prepareTraining()
        const found = parameters.flatMap((parameter) => [...network.readWeights(parameter)])
        for (const [i, expected] of (weights[step] ?? []).entries()) {
          expect(Math.abs((found[i] ?? Number.NaN) - expected)).toBeLessThan(3e-6 * Math.max(1, Math.abs(expected)))
        }
      }
    }
  })

  test('every parameter is updated once, wherever slopes lie among the parts of the weights', () => {
    const slope = { layer: 'activation', name: 'prelu', learnt: true } as const
    const unit = (units: number) => [{ layer: 'linear', units } as const, slope]
    const model = [slope, ...unit(37), slope, ...unit(3), ...unit(61), ...unit(2)]
    const network = createNetwork(
      { model, batch: 8, optimizer: { kind: 'sgd', learningRate: 1, weightDecay: 0.5 } },
      backend,
    )
    expect(network.plan.update.parts.length).toBeGreaterThan(8)
    const { parameters, plan, machine } = network
    for (const parameter of parameters) {
      const ones = new Float32Array(sizeOf(parameter.shape)).fill(1)
      network.writeWeights(parameter, ones)
      writeParameter(machine.memory.f32, plan.gradient >> 2, parameter, ones)
    }
    network.update(0.25, 0, {})
    network.prepareTraining()
    for (const parameter of parameters) {
      const expected = parameter.kind === 'slope' ? 1 - 0.25 : 1 - 0.25 * 1.5
      expect(new Set(network.readWeights(parameter)), parameter.name).toEqual(new Set([expected]))
    }
  })
})
