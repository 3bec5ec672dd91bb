import type { LayerSpec } from './layer-spec'
import { shapesOf } from './shapes'

/**
 * Multiply-adds of linear and convolution layers for one example, forward and backward; the first of them needs no input
 * gradient. @throws ShapeError where layers do not fit.
 */
export function multiplyAddsPerExample(model: readonly LayerSpec[], inputShape: number[]): number {
  const shapes = shapesOf(model, inputShape)
  const forward = model.map((layer, index) => {
    return multiplyAddsOf(layer, shapes[index - 1] ?? inputShape, shapes[index] as number[])
  })
  const first = forward.find((multiplyAdds) => multiplyAdds > 0) ?? 0
  return 3 * forward.reduce((sum, multiplyAdds) => sum + multiplyAdds, 0) - first
}

function multiplyAddsOf(layer: LayerSpec, input: readonly number[], output: readonly number[]): number {
  if (layer.layer === 'linear') return layer.units * sizeOf(input)
  if (layer.layer !== 'conv2d') return 0
  return sizeOf(output) * layer.kernel * layer.kernel * (input[2] ?? 0)
}

function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, side) => product * side, 1)
}
