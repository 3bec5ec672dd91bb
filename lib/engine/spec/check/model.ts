/**
 * What must hold of `model` as a whole: shapes from the data to the loss, and what depends on them. Not here: a layer's
 * own settings (layers.ts), the rest of the spec (../check-spec.ts). Nothing is allocated.
 */
import { ShapeError } from '../../errors'
import { initOptionsOf } from '../../init/init'
import { parametersOf } from '../cost'
import { inputShapeOf } from '../example-shape'
import type { LayerSpec } from '../layer-spec'
import { type ProblemList, shown } from '../problem'
import { outputShapeOf } from '../shapes'
import type { ExperimentSpec } from '../spec'
import { checkLayer } from './layers'
import { checkOutputs } from './loss'

const MOST_LAYERS = 200
const LARGEST_OUTPUT = 10_000_000
/** Multiply-adds of orthogonalising, about: a second's work. */
const LARGEST_ORTHOGONAL = 500_000_000

/** Rules for `model`; where the data is fine, also for its fit to data and loss. */
export function checkModel(spec: ExperimentSpec, dataIsFine: boolean, list: ProblemList): void {
  const { model } = spec
  if (model.length === 0) {
    list.add(['model'], 'The model has no layer; give at least a linear one.')
    return
  }
  if (model.length > MOST_LAYERS) {
    list.add(['model'], `The model has ${model.length} layers; use at most ${MOST_LAYERS}.`)
    return
  }
  const found = list.problems.length
  for (const [index, layer] of model.entries()) checkLayer(layer, index, list)
  if (!list.isCleanSince(found)) return
  if (!model.some(({ layer }) => layer === 'linear' || layer === 'conv2d')) {
    list.add(['model'], 'The model has no layer with weights, so nothing can be learnt; add a linear layer.')
  }
  if (!dataIsFine) return
  const output = checkShapes(spec, list)
  if (output !== null) checkOutputs(spec, output, list)
}

/** Walks the shapes; stops at the first layer that does not fit, since those behind it have no input. */
function checkShapes(spec: ExperimentSpec, list: ProblemList): number[] | null {
  const shapes: number[][] = []
  let shape = inputShapeOf(spec.data)
  for (const [index, layer] of spec.model.entries()) {
    const input = shape
    try {
      shape = outputShapeOf(layer, index, input, shapes)
    } catch (error) {
      if (!(error instanceof ShapeError)) throw error
      list.add(['model', index], error.message)
      return null
    }
    shapes.push(shape)
    if (!isOfFittingSize(layer, index, input, shape, spec, list)) return null
  }
  return shape
}

function isOfFittingSize(
  layer: LayerSpec,
  index: number,
  input: number[],
  output: number[],
  { batch }: ExperimentSpec,
  list: ProblemList,
): boolean {
  const what = `Layer ${index} (${layer.layer})`
  const elements = output.reduce((product, side) => product * side, 1)
  if (elements > LARGEST_OUTPUT) {
    return list.add(
      ['model', index],
      `${what} puts out ${shown(elements)} numbers an example; keep it below ${shown(LARGEST_OUTPUT)}.`,
    )
  }
  if (
    layer.layer === 'batch-norm' &&
    Number.isInteger(batch) &&
    batch * (elements / (output[output.length - 1] ?? 1)) < 2
  ) {
    return list.add(['batch'], `${what} needs more than one number a feature; use a batch of at least 2.`)
  }
  if (layer.layer !== 'linear' && layer.layer !== 'conv2d') return true
  if (initOptionsOf(layer.init ?? 'zeros').name !== 'orthogonal') return true
  const rows = layer.layer === 'linear' ? layer.units : layer.channels
  const columns = parametersOf(layer, input) / rows - 1
  if (Math.min(rows, columns) * rows * columns <= LARGEST_ORTHOGONAL) return true
  return list.add(
    ['model', index, 'init'],
    `${what}: orthogonal weights of ${shown(rows)} × ${shown(columns)} take too long to make; use he-normal or a narrower layer.`,
  )
}
