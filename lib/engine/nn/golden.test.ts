/** Every layer on every backend against PyTorch (lib/engine/golden), to what float32 allows. */
import { describe, expect, test } from 'vitest'
import { type GoldenLayer, goldenLayers } from '../golden/golden'
import type { LayerSpec } from '../spec/layer-spec'
import { BACKENDS } from '../testing/backends'
import { distance } from '../testing/check-layers'
import { runChunk } from '../testing/one-chunk'

/** y = x, learnt: since it learns, the layer behind it gets an input gradient. */
const IDENTITY: LayerSpec = { layer: 'activation', name: 'prelu', learnt: true }

/** What PyTorch's names are here. */
const KINDS = { weight: 'weight', bias: 'bias', gamma: 'scale', beta: 'bias', parameter: 'slope' } as const
const NAMES = Object.keys(KINDS) as (keyof typeof KINDS)[]

function nameOf(kind: string, { inputs }: GoldenLayer): keyof typeof KINDS {
  const name = NAMES.find((candidate) => KINDS[candidate] === kind && inputs[candidate] !== undefined)
  if (name === undefined) throw new Error(`The golden layer has no ${kind}.`)
  return name
}

describe.each(Object.entries(BACKENDS))('%s', (_, backend) => {
  test.each(goldenLayers.map((golden) => [golden.name, golden] as const))('%s', (_name, golden) => {
    const [count = 0, ...inputShape] = golden.inputs.x.shape
    const run = runChunk({
      backend,
      model: [IDENTITY, golden.spec],
      inputShape,
      count,
      x: Float32Array.from(golden.inputs.x.values),
      weights: (name) => {
        const [layer, kind = ''] = name.split('.')
        return Float32Array.from(layer === '0' ? [1] : (golden.inputs[nameOf(kind, golden)]?.values ?? []))
      },
      dy: () => Float32Array.from(golden.outputGradient),
      fuse: true,
      inBatch: golden.training === true ? { seed: 0, step: 0, first: 0 } : undefined,
      running: (name) => {
        const { mean = [], variance = [] } = golden.runningBefore ?? {}
        return Float32Array.from(name.endsWith('mean') ? mean : variance)
      },
    })
    expect([count, ...run.outputShape]).toEqual(golden.output.shape)
    expect(distance(run.y, golden.output.values), 'output').toBeLessThan(1e-5)
    expect(distance(run.inputGradients[1] ?? [], golden.gradients.x), 'gradient of x').toBeLessThan(1e-5)
    for (const { name } of run.parameters.slice(1)) {
      const expected = golden.gradients[nameOf(name.slice('1.'.length), golden)] ?? []
      expect(distance(run.gradients[name] ?? [], expected), `gradient of ${name}`).toBeLessThan(1e-5)
    }
    const { runningAfter } = golden
    const statistics = runningAfter === undefined ? [] : [runningAfter.mean, runningAfter.variance]
    expect(run.running).toHaveLength(statistics.length)
    for (const [i, expected] of statistics.entries()) {
      expect(distance(run.running[i] ?? [], expected), 'running statistics').toBeLessThan(1e-6)
    }
  })
})
