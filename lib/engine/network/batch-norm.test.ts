/** Networks with batch norm, a batch in one chunk or in several: what PyTorch makes of them, in ten steps. */
import { describe, expect, test } from 'vitest'
import { goldenTrainings } from '../golden/golden'
import { BACKENDS } from '../testing/backends'
import { distance } from '../testing/check-layers'
import { Network } from './network'
import { RARE_LAYERS } from './rare-layers'

type Case = (typeof goldenTrainings)[number]

function create({ spec, x, labels, start }: Case, chunk: number, backend: keyof typeof BACKENDS): Network {
  const [batch = 0, ...inputShape] = x.shape
  const sizes = { inputShape, batch, chunk, trainCount: batch, validationCount: 0, areBytes: false, classes: 3 }
  const loss = { kind: 'softmax-cross-entropy' } as const
  const shape = { ...spec, ...sizes, loss, written: new Map(), inspect: false, threads: 1 }
  const network = new Network(shape, BACKENDS[backend], null, RARE_LAYERS)
  network.loadExamples('train', {
    inputs: Float32Array.from(x.values),
    labels: Float32Array.from(labels),
    count: batch,
  })
  network.parameters.forEach((parameter, p) => {
    network.writeWeights(parameter, Float32Array.from(start[p] ?? []))
  })
  network.prepare(network.plan.training)
  return network
}

/** Leaves the mean gradient of the batch in the network. @returns the summed loss. */
function learn(network: Network, batch: number): number {
  const order = Uint32Array.from({ length: batch }, (_, n) => n)
  if (network.isOneChunk) return network.runOnlyChunk(0, batch, order, 1 / batch).lossSum
  const slots = network.beginRound('train', 0, batch, order, 1 / batch, true)
  network.crew.settle()
  network.reduceGradients()
  return network.sumResults(slots).lossSum
}

const backends = Object.keys(BACKENDS) as (keyof typeof BACKENDS)[]

describe.each(backends)('%s', (backend) => {
  describe.each(goldenTrainings)('$name', (golden) => {
    const batch = golden.labels.length
    // 4 leaves a last chunk of two examples, 3 one of one or two.
    test.each([batch, 4, 3])('in chunks of %d: ten steps of PyTorch', (chunk) => {
      const network = create(golden, chunk, backend)
      for (const [step, { loss, weights, running }] of golden.steps.entries()) {
        const expectNear = (found: Float32Array, expected: number[] | undefined, what: string) =>
          expect(distance(found, expected ?? []), `step ${step + 1}: ${what}`).toBeLessThan(1e-5)
        expect(learn(network, batch) / batch).toBeCloseTo(loss, 5)
        const { parameters } = network
        const gradients = step === 0 ? parameters : []
        for (const [p, one] of gradients.entries()) expectNear(network.readGradient(one), golden.gradients[p], one.name)
        network.update(0.05, step, {})
        network.prepareTraining()
        for (const [p, one] of parameters.entries()) expectNear(network.readWeights(one), weights[p], one.name)
        for (const [i, values] of network.readRunning().entries()) expectNear(values, running[i], `statistic ${i}`)
      }
      const found = new Float32Array(batch * network.outputs)
      const size = golden.x.values.length / batch
      for (let n = 0; n < batch; n++) {
        const x = Float32Array.from(golden.x.values.slice(n * size, (n + 1) * size))
        found.set(network.predict(x, 1), n * network.outputs)
      }
      expect(distance(found, golden.evaluated.values), 'evaluated').toBeLessThan(1e-5)
    })
  })
})
