/** What the data of a spec look like to its model: the shape of an example, the number of classes. */
import { readTable } from '../data/own/table'
import type { DataSpec } from './data-spec'
import { shapesOf } from './shapes'
import type { ExperimentSpec } from './spec'

/** Shape of one example that the data of a spec has. @throws DatasetError where a table cannot be read. */
export function inputShapeOf(data: DataSpec): number[] {
  switch (data.kind) {
    case 'cifar10':
    case 'drawn-ten':
      return [32, 32, 3]
    case 'function':
      return [1]
    case 'table':
      return [readTable(data).features.length]
    default:
      return [2]
  }
}

/** Classes of the data of a spec; null for regression. @throws DatasetError where a table cannot be read. */
export function classCountOf(data: DataSpec): number | null {
  switch (data.kind) {
    case 'cifar10':
    case 'drawn-ten':
      return 10
    case 'function':
      return null
    case 'table':
      return readTable(data).classes?.length ?? null
    default:
      return data.classes ?? 2
  }
}

/** The shape of one example behind each layer of a spec. @throws ShapeError as `outputShapeOf`. */
export function describeShapes(spec: ExperimentSpec): { layer: number; outputShape: number[] }[] {
  return shapesOf(spec.model, inputShapeOf(spec.data)).map((outputShape, layer) => ({ layer, outputShape }))
}
