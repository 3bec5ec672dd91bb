/**
 * A narrower door for pages that show backpropagation at work: the tape, which remembers what was computed and goes back
 * over it, and the operations that such a page computes with. A page that only trains never loads it.
 */
export { centralDifference } from '../autograd/central-difference'
export { activation, add, elementwise, mean } from '../autograd/elementwise'
export { bceWithLogits, huber, mae, mse, softmax, softmaxCrossEntropy, softmaxTwice } from '../autograd/losses'
export { linear, matmul, mul } from '../autograd/products'
export { Tensor, tensor, topologicalOrder } from '../autograd/tensor'
