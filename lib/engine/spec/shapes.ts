import { ShapeError } from '../errors'
import { sizeOf } from '../nn/module'
import { paddingOf } from '../nn/padding'
import type { ExperimentSpec, LayerSpec } from './spec'

/** Shape of one example that the data of a spec has, without building it. */
export function inputShapeOf(data: ExperimentSpec['data']): number[] {
  if (data.kind === 'cifar10' || data.kind === 'drawn-ten') return [32, 32, 3]
  return data.kind === 'function' ? [1] : [2]
}

/** Classes of the data of a spec; null for regression. */
export function classCountOf(data: ExperimentSpec['data']): number | null {
  switch (data.kind) {
    case 'cifar10':
    case 'drawn-ten':
      return 10
    case 'function':
      return null
    default:
      return data.classes ?? 2
  }
}

/** What `layer` makes of one example of `inputShape`. Throws a ShapeError that names the layer, the shape and a remedy. */
export function outputShapeOf(layer: LayerSpec, index: number, inputShape: number[]): number[] {
  const shown = `[${inputShape.join(', ')}]`
  switch (layer.layer) {
    case 'linear':
      if (inputShape.length !== 1) {
        throw new ShapeError(`Layer ${index} (linear) gets images of shape ${shown}; put a flatten layer before it.`)
      }
      return [layer.units]
    case 'flatten':
      return [sizeOf(inputShape)]
    case 'activation':
      return inputShape
    case 'conv2d': {
      const [height, width] = imageOf(layer.layer, index, inputShape)
      const { kernel, stride = 1, padding = 'same' } = layer
      if (padding === 'valid' && (kernel > height || kernel > width)) {
        throw new ShapeError(
          `Layer ${index} (conv2d) has a kernel of ${kernel} on an image of ${shown}; use a kernel of at most ${Math.min(height, width)} or padding: same.`,
        )
      }
      const options = { kernel, stride, padding }
      return [paddingOf(height, options).out, paddingOf(width, options).out, layer.channels]
    }
    case 'max-pool2d': {
      const [height, width, channels] = imageOf(layer.layer, index, inputShape)
      if (layer.size > height || layer.size > width) {
        throw new ShapeError(
          `Layer ${index} (max-pool2d) has windows of ${layer.size} on an image of ${shown}; use a size of at most ${Math.min(height, width)}.`,
        )
      }
      return [Math.floor(height / layer.size), Math.floor(width / layer.size), channels]
    }
    default:
      return layer satisfies never
  }
}

function imageOf(kind: string, index: number, shape: number[]): [number, number, number] {
  const [height, width, channels] = shape
  if (shape.length === 3 && height !== undefined && width !== undefined && channels !== undefined) {
    return [height, width, channels]
  }
  throw new ShapeError(
    `Layer ${index} (${kind}) needs images of [height, width, channels] but gets [${shape.join(', ')}]; remove the flatten or linear layer before it, or use image data.`,
  )
}

/** The shape of one example behind each layer. Throws what `outputShapeOf` throws. */
export function describeShapes(spec: ExperimentSpec): { layer: number; outputShape: number[] }[] {
  let shape = inputShapeOf(spec.data)
  return spec.model.map((layer, index) => {
    shape = outputShapeOf(layer, index, shape)
    return { layer: index, outputShape: shape }
  })
}
