import fc from 'fast-check'
import { expect, test } from 'vitest'
import { randomFloats } from '../testing/random-floats'
import { Conv2d } from './conv2d'
import { sizeOf } from './module'

/**
 * The gradient with all but `kept` of its elements zero goes the sparse way or the dense way by how many there are.
 * Filling one further image makes a sparse chunk dense without touching the first image: its bits must not change.
 */
test('conv2d: the sparse and the dense backward give the same bits', () => {
  const shape = fc.record({
    height: fc.integer({ min: 3, max: 7 }),
    width: fc.integer({ min: 3, max: 7 }),
    inChannels: fc.integer({ min: 1, max: 5 }),
    channels: fc.integer({ min: 1, max: 6 }),
    kernel: fc.integer({ min: 1, max: 3 }),
    stride: fc.integer({ min: 1, max: 2 }),
    padding: fc.constantFrom<'same' | 'valid'>('same', 'valid'),
    seed: fc.integer({ min: 0, max: 1000 }),
  })
  fc.assert(
    fc.property(shape, ({ height, width, inChannels, seed, ...options }) => {
      const stride = Math.min(options.stride, options.kernel)
      const place = { index: 0, inputShape: [height, width, inChannels], capacity: 2, needsInputGradient: true }
      const layer = new Conv2d(place, { ...options, stride })
      layer.weight.value.set(randomFloats(layer.weight.value.length, seed))
      layer.prepare()
      const inSize = sizeOf(layer.inputShape)
      const outSize = sizeOf(layer.outputShape)
      const one = randomFloats(inSize, seed + 1)
      const g = randomFloats(outSize, seed + 2).map((value, i) => (i % 3 === 0 ? value : 0))
      // The second image is all zero, so its gradients add nothing to the weights', whatever they are.
      const input = new Float32Array(2 * inSize)
      input.set(one)
      const run = (second: number) => {
        const gradient = new Float32Array(2 * outSize).fill(second)
        gradient.set(g)
        layer.forward(input, 2)
        const dx = layer.backward(gradient, 2).slice(0, inSize)
        return { dx, dw: layer.weight.partial.slice() }
      }
      const sparse = run(0)
      const dense = run(1)
      expect(dense.dw).toEqual(sparse.dw)
      expect(dense.dx).toEqual(sparse.dx)
    }),
    { numRuns: 60 },
  )
})
