/**
 * A tape: calling an operation computes its result and remembers how to go back. A node knows its name, its inputs and
 * its own piece of the chain rule; nothing else is needed for the gradient of anything by everything (reverse-mode
 * differentiation: Linnainmaa 1970; Rumelhart, Hinton & Williams 1986). In double precision, slow and obvious: the
 * oracle that the kernels are compared with, and what the lessons on backpropagation take apart. It trains nothing.
 */
import { ShapeError } from '../errors'

export class Tensor {
  /** d(root)/d(this) after `root.backward()`, laid out like `data`. */
  readonly grad: Float64Array

  constructor(
    /** The operation that made it, or what the author calls a leaf. */
    readonly name: string,
    readonly shape: readonly number[],
    readonly data: Float64Array,
    readonly inputs: readonly Tensor[] = [],
    /** The chain rule of this one node: from d(root)/d(this) to d(root)/d(input), an array for each input. */
    readonly pullback: (dy: Float64Array) => Float64Array[] = () => [],
  ) {
    if (data.length !== sizeOf(shape)) {
      throw new ShapeError(`${name}: ${data.length} numbers do not fill [${shape}], which has ${sizeOf(shape)}.`)
    }
    this.grad = new Float64Array(data.length)
  }

  /**
   * Fills `grad` of every node this one was made from, replacing what was there. `dy` is where the chain starts: 1 for
   * a loss; for a tensor of more numbers one weight each, and the gradients are those of the weighted sum.
   */
  backward(dy: ArrayLike<number> = [1]): void {
    if (dy.length !== this.data.length) {
      throw new ShapeError(`backward: ${this.name} is [${this.shape}], so it needs ${this.data.length} weights.`)
    }
    const nodes = topologicalOrder(this)
    for (const node of nodes) node.grad.fill(0)
    this.grad.set(dy)
    for (const node of nodes.reverse()) node.pull()
  }

  /**
   * One link of the chain: hands `grad` on to the inputs. A tensor used twice is pulled from both sides, and the chain
   * rule adds. `backward` is this for every node, those that use it first; alone it is for who wants to watch.
   */
  pull(): void {
    const gradients = this.pullback(this.grad)
    this.inputs.forEach((input, n) => {
      gradients[n]?.forEach((g, i) => {
        increase(input.grad, i, g)
      })
    })
  }
}

/** A leaf: an input or a parameter. `tensor([], [3])` is a single number. */
export function tensor(shape: readonly number[], values: ArrayLike<number>, name = 'leaf'): Tensor {
  return new Tensor(name, shape, Float64Array.from(values))
}

/** `root` and all it was made from, every node after its inputs. */
export function topologicalOrder(root: Tensor): Tensor[] {
  const order: Tensor[] = []
  const seen = new Set<Tensor>()
  function visit(node: Tensor): void {
    if (seen.has(node)) return
    seen.add(node)
    for (const input of node.inputs) visit(input)
    order.push(node)
  }
  visit(root)
  return order
}

export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, side) => product * side, 1)
}

/** values[i] of an index known to be in range; NaN, which no test overlooks, where it is not. */
export function at(values: ArrayLike<number>, i: number): number {
  return values[i] ?? Number.NaN
}

/** values[i] += amount. */
export function increase(values: Float64Array, i: number, amount: number): void {
  values[i] = at(values, i) + amount
}
