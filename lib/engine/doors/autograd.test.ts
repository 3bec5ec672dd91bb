/** What a page that shows backpropagation needs comes through one door. */
import { expect, test } from 'vitest'
import { activation, add, linear, matmul, mse, mul, softmaxCrossEntropy, tensor, topologicalOrder } from './autograd'

test('a neuron by hand: values forwards, then each node has the gradient of the loss', () => {
  const x = tensor([1, 2], [1, -2], 'x')
  const w = tensor([1, 2], [0.5, 0.25], 'w')
  const b = tensor([1], [0.3], 'b')
  const z = linear(x, w, b)
  const loss = mse(activation(z, 'tanh'), [1])
  loss.backward()
  const a = Math.tanh(0.3)
  const dz = 2 * (a - 1) * (1 - a * a)
  expect(z.data[0]).toBeCloseTo(0.3, 12)
  expect(loss.data[0]).toBeCloseTo((a - 1) ** 2, 12)
  for (const [node, gradient] of [
    [z, [dz]],
    [w, [dz, -2 * dz]],
    [b, [dz]],
    [x, [0.5 * dz, 0.25 * dz]],
  ] as const) {
    gradient.forEach((g, i) => {
      expect(node.grad[i], node.name).toBeCloseTo(g, 12)
    })
  }
})

test('a widget can walk the tape: each node after its inputs, with its name, values and gradients', () => {
  const a = tensor([], [3], 'a')
  const b = tensor([], [4], 'b')
  const y = add(mul(a, b), a)
  y.backward()
  const order = topologicalOrder(y)
  expect(order.map(({ name }) => name)).toEqual(['a', 'b', 'mul', 'add'])
  for (const node of order)
    for (const input of node.inputs) expect(order.indexOf(input)).toBeLessThan(order.indexOf(node))
  expect([...a.grad, ...b.grad]).toEqual([5, 3])
  const logits = matmul(tensor([1, 2], [1, 2]), tensor([2, 2], [1, 0, 0, 1]))
  const loss = softmaxCrossEntropy(logits, [1])
  loss.backward()
  expect(logits.grad[0]).toBeCloseTo(1 / (1 + Math.E), 12)
})
