import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ShapeError } from '../errors'
import { alphaDropout, dropout } from './dropout'
import { activation, add } from './elementwise'
import { bceWithLogits, mse, softmaxCrossEntropy } from './losses'
import { globalAveragePool, maxPool2d } from './pooling'
import { conv2d, linear, matmul, mul } from './products'
import { type Tensor, tensor, topologicalOrder } from './tensor'

const number = (value: number, name?: string) => tensor([], [value], name)

describe('going back through a graph', () => {
  test('one neuron by hand: y = tanh(w·x + b)', () => {
    const [x, w, b] = [number(2, 'x'), number(-0.5, 'w'), number(0.25, 'b')]
    const y = activation(add(mul(w, x), b), 'tanh')
    y.backward()
    const slope = 1 - Math.tanh(-0.75) ** 2
    expect(x.grad[0]).toBeCloseTo(-0.5 * slope, 14)
    expect(w.grad[0]).toBeCloseTo(2 * slope, 14)
    expect(b.grad[0]).toBeCloseTo(slope, 14)
  })

  test('a tensor used several times gets the sum of what comes back', () => {
    const x = number(3)
    const square = mul(x, x)
    add(add(square, square), x).backward()
    expect(x.grad[0]).toBe(4 * 3 + 1)
  })

  test('a diamond is walked once: 2ⁿ paths in n steps', () => {
    const x = number(1)
    let y: Tensor = x
    for (let i = 0; i < 50; i++) y = add(y, y)
    y.backward()
    expect(x.grad[0]).toBe(2 ** 50)
  })

  test('going back twice gives the same, not the double', () => {
    const x = tensor([3], [1, 2, 3])
    const y = mul(x, x)
    y.backward([1, 1, 1])
    y.backward([1, 1, 1])
    expect([...x.grad]).toEqual([2, 4, 6])
  })

  test('what the root was not made from keeps its gradient', () => {
    const x = number(1)
    const other = mul(x, number(5))
    other.backward()
    mul(number(2), number(3)).backward()
    expect([x.grad[0], other.grad[0]]).toEqual([5, 1])
  })

  test('every node stands after its inputs, the root last, none twice', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 40 }), (pairs) => {
        const nodes: Tensor[] = [number(1)]
        for (const [a, b] of pairs) {
          nodes.push(add(nodes[a % nodes.length] as Tensor, nodes[b % nodes.length] as Tensor))
        }
        const root = nodes[nodes.length - 1] as Tensor
        const order = topologicalOrder(root)
        expect(new Set(order).size).toBe(order.length)
        expect(order[order.length - 1]).toBe(root)
        order.forEach((node, place) => {
          for (const input of node.inputs) expect(order.indexOf(input)).toBeLessThan(place)
        })
      }),
    )
  })

  test('a node tells what it is, what it was made from, and its own piece of the chain rule', () => {
    const [a, b] = [number(2, 'a'), number(5, 'b')]
    const product = mul(a, b)
    expect([product.name, ...product.inputs.map(({ name }) => name)]).toEqual(['mul', 'a', 'b'])
    expect(product.pullback(Float64Array.of(1)).map((gradient) => [...gradient])).toEqual([[5], [2]])
  })
})

describe('rules', () => {
  test('of equal maxima the first in row order gets the gradient', () => {
    const x = tensor([1, 2, 2, 2], [3, 1, 3, 1, 0, 1, 3, 1])
    maxPool2d(x, 2).backward([10, 20])
    expect([...x.grad]).toEqual([10, 20, 0, 0, 0, 0, 0, 0])
  })

  test('max-pool lets NaN through', () => {
    expect(maxPool2d(tensor([1, 2, 2, 1], [1, Number.NaN, 7, 2]), 2).data[0]).toBeNaN()
  })

  test('dropout keeps the expectation and drops the gradient with the number', () => {
    const x = tensor([4], [1, 2, 3, 4])
    const y = dropout(x, [1, 0, 0, 1], 0.5)
    y.backward([1, 1, 1, 1])
    expect([[...y.data], [...x.grad]]).toEqual([
      [2, 0, 0, 8],
      [2, 0, 0, 2],
    ])
  })

  test('alpha dropout keeps mean 0 and variance 1', () => {
    // Of ±1 every fourth is dropped, as the rate says.
    const y = alphaDropout(tensor([8], [1, 1, 1, 1, -1, -1, -1, -1]), [0, 1, 1, 1, 0, 1, 1, 1], 0.25)
    const average = (values: Float64Array) => values.reduce((sum, value) => sum + value / 8, 0)
    expect(average(y.data)).toBeCloseTo(0, 14)
    expect(average(y.data.map((value) => value * value))).toBeCloseTo(1, 14)
  })
})

describe('shapes that do not fit', () => {
  const x = tensor([2, 3], [1, 2, 3, 4, 5, 6])
  const image = tensor([1, 2, 2, 1], [1, 2, 3, 4])
  test.each([
    ['numbers that do not fill the shape', () => tensor([2, 2], [1, 2, 3]), 'leaf: 3 numbers do not fill [2,2]'],
    ['matmul', () => matmul(x, x), "a is [2,3], b is [2,3]; a's columns (3) must equal b's rows (2)"],
    ['add', () => add(x, tensor([2], [1, 2])), "a is [2,3], b is [2]; b's shape must be how a's ends"],
    ['mul, the longer second', () => mul(tensor([3], [1, 2, 3]), x), 'a is [3], b is [2,3]'],
    ['add, of the right size but another shape', () => add(x, tensor([3, 2], [...x.data])), 'b is [3,2]'],
    ['linear', () => linear(x, tensor([1, 2], [1, 2]), number(0)), 'x is [2,3], weight is [1,2]'],
    ['conv2d', () => conv2d(image, tensor([1, 1, 1, 2], [1, 2]), number(0)), 'must share their channels'],
    ['a pool', () => maxPool2d(image, 3), 'hold a window of 3 × 3'],
    ['a pool without an image', () => globalAveragePool(x), 'must be [batch, height, width, channels]'],
    ['a mask', () => dropout(x, [1], 0.5), 'the mask must have 6 marks, not 1'],
    ['targets', () => mse(x, [1]), '1 targets for 6 values'],
    ['class indices', () => softmaxCrossEntropy(x, [1]), '1 targets for 2 values'],
    ['binary targets', () => bceWithLogits(x, [1]), '1 targets for 6 values'],
    ['backward', () => x.backward(), 'it needs 6 weights'],
  ])('%s', (_, build, message) => {
    expect(build).toThrow(ShapeError)
    expect(build).toThrow(message)
  })
})
