/**
 * What each layer does to the shape of one example, counted from the spec alone: nothing is built. Not here: whether a
 * layer's own settings make sense (check/layers.ts), and what shape the data have (example-shape.ts).
 */
import { ShapeError } from '../errors'
import type { LayerSpec } from './layer-spec'
import { windowsAlong } from './window'

/**
 * What `layer` makes of one example of `inputShape`; `earlier` are the outputs of the layers before it, for `residual`.
 * @throws ShapeError naming the layer, the shape and a remedy.
 */
export function outputShapeOf(
  layer: LayerSpec,
  index: number,
  inputShape: number[],
  earlier: readonly number[][] = [],
): number[] {
  const what = `Layer ${index} (${layer.layer})`
  switch (layer.layer) {
    case 'linear':
      if (inputShape.length !== 1) {
        throw new ShapeError(`${what} gets images of shape ${shownShape(inputShape)}; put a flatten layer before it.`)
      }
      return [layer.units]
    case 'flatten':
      return [inputShape.reduce((product, side) => product * side, 1)]
    case 'conv2d': {
      const { kernel, stride = 1, padding = 'same' } = layer
      const [rows, columns] = placesOf(what, inputShape, { size: kernel, stride, padding }, 'a kernel')
      return [rows, columns, layer.channels]
    }
    case 'max-pool2d':
    case 'avg-pool2d': {
      const { size, stride = size } = layer
      const places = placesOf(what, inputShape, { size, stride, padding: 'valid' }, 'windows')
      return [...places, inputShape[2] as number]
    }
    case 'global-average-pool':
      return [imageOf(what, inputShape)[2]]
    case 'residual': {
      const other = earlier[layer.from]
      if (other !== undefined && other.join() !== inputShape.join()) {
        throw new ShapeError(
          `${what} adds layer ${layer.from}'s output ${shownShape(other)} to ${shownShape(inputShape)}; make the two shapes equal or name another layer.`,
        )
      }
      return inputShape
    }
    case 'softmax':
      if (inputShape.length !== 1) {
        throw new ShapeError(`${what} gets images of shape ${shownShape(inputShape)}; put a flatten layer before it.`)
      }
      return inputShape
    case 'batch-norm':
    case 'layer-norm':
    case 'dropout':
    case 'alpha-dropout':
    case 'activation':
      return inputShape
    default:
      return layer satisfies never
  }
}

function placesOf(
  what: string,
  shape: number[],
  options: { size: number; stride: number; padding: 'same' | 'valid' | number },
  windows: string,
): [number, number] {
  const [height, width] = imageOf(what, shape)
  const rows = windowsAlong(height, options).count
  const columns = windowsAlong(width, options).count
  if (rows >= 1 && columns >= 1) return [rows, columns]
  const { size, padding } = options
  const largest = Math.min(height, width) + (typeof padding === 'number' ? 2 * padding : 0)
  const remedy =
    windows === 'windows' ? `use a size of at most ${largest}` : `use a kernel of at most ${largest} or padding: same`
  throw new ShapeError(`${what} has ${windows} of ${size} on an image of ${shownShape(shape)}; ${remedy}.`)
}

function imageOf(what: string, shape: number[]): [number, number, number] {
  const [height, width, channels] = shape
  if (shape.length === 3 && height !== undefined && width !== undefined && channels !== undefined) {
    return [height, width, channels]
  }
  throw new ShapeError(
    `${what} needs images of [height, width, channels] but gets ${shownShape(shape)}; remove the flatten or linear layer before it, or use image data.`,
  )
}

function shownShape(shape: readonly number[]): string {
  return `[${shape.join(', ')}]`
}

/** The shape of one example behind each layer. @throws ShapeError as `outputShapeOf`. */
export function shapesOf(model: readonly LayerSpec[], inputShape: number[]): number[][] {
  const shapes: number[][] = []
  for (const [index, layer] of model.entries()) {
    shapes.push(outputShapeOf(layer, index, shapes[index - 1] ?? inputShape, shapes))
  }
  return shapes
}
