import { expect, test } from 'vitest'
import { trainingOrder } from './training-order'

test('each epoch takes each example once, in an order of its own', () => {
  const order = trainingOrder({ seed: 3, count: 500, epochs: 3 })
  const epochs = [0, 1, 2].map((epoch) => [...order.subarray(500 * epoch, 500 * (epoch + 1))])
  const all = Array.from({ length: 500 }, (_, index) => index)
  for (const epoch of epochs) {
    expect([...epoch].sort((a, b) => a - b)).toEqual(all)
    expect(epoch).not.toEqual(all)
  }
  expect(epochs[0]).not.toEqual(epochs[1])
})

test('the seed decides the order', () => {
  const order = (seed: number) => [...trainingOrder({ seed, count: 50, epochs: 1 })]
  expect(order(1)).toEqual(order(1))
  expect(order(1)).not.toEqual(order(2))
})
