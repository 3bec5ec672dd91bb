/**
 * Data that are points on a line or in the plane, and what a network makes of them, in the form a page shows it. Loaded
 * with the data themselves: whoever trains on images does without.
 */
import type { Dataset, LossSpec } from '@/lib/engine'
import { readInputs } from '@/lib/engine/doors/trainer'
import { type Predict, winnerOf } from '@/lib/training/model-views'
import type { FittedCurve, LinePoints, PlanePoints, Surface } from '@/lib/training/protocol'

const DRAWN_LINE_POINTS = 300

export interface PointViews {
  /** Null where the data are none that can be drawn so. */
  plane: PlanePoints | null
  line: LinePoints | null
  drawSurface(predict: Predict, loss: LossSpec['kind']): Surface | null
  drawFit(predict: Predict): FittedCurve | null
}

export function pointViews(dataset: Dataset): PointViews {
  // Points of the plane can be drawn: what is generated in it, and tables and own points of two features and some classes.
  const plane = dataset.inputShape[0] === 2 && dataset.classes !== null ? planePoints(dataset) : null
  // So can one number to one number: the points, and the curve that is laid through them.
  const line = dataset.inputShape[0] === 1 && dataset.classes === null ? linePoints(dataset) : null
  const grid = plane ? planeGrid(plane.extent) : null
  const places = line ? lineGrid(line) : null
  return {
    plane,
    line,
    drawSurface: (predict, loss) => (grid ? drawSurface(predict, loss, grid) : null),
    drawFit: (predict) => (places ? drawFit(predict, places) : null),
  }
}

function planePoints(dataset: Dataset): PlanePoints {
  const { labels, count } = dataset.train
  const inputs = readInputs(dataset.train, 2, 0, count)
  const furthest = inputs.reduce((most, value) => Math.max(most, Math.abs(value)), 1)
  return { inputs, labels: [...labels], extent: Math.ceil(furthest * 11) / 10 }
}

/** Every so-many-th training point, so that the picture shows their spread and stays light. */
function linePoints({ train }: Dataset): LinePoints {
  const every = Math.ceil(train.count / DRAWN_LINE_POINTS)
  const all = readInputs(train, 1, 0, train.count)
  const drawn = (values: ArrayLike<number>) => Float32Array.from(values).filter((_, index) => index % every === 0)
  const [low, high] = all.reduce(([least, most], x) => [Math.min(least, x), Math.max(most, x)], [Infinity, -Infinity])
  return { inputs: drawn(all), targets: drawn(train.labels), low, high }
}

/** Points along each side of a drawn surface. */
export const SURFACE_SIDE = 48

/** `inputs` of `drawSurface`: the centres of side × side cells, row by row from the upper left corner. */
export function planeGrid(extent: number, side = SURFACE_SIDE): Float32Array {
  const inputs = new Float32Array(side * side * 2)
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      const cell = row * side + column
      inputs[cell * 2] = ((column + 0.5) / side) * 2 * extent - extent
      inputs[cell * 2 + 1] = extent - ((row + 0.5) / side) * 2 * extent
    }
  }
  return inputs
}

/** Places at which a fitted curve is drawn: a kink of it lies no further than a pixel or two from one. */
export const FIT_POINTS = 161

/** From `low` to `high`, both included. */
export function lineGrid({ low, high }: Pick<LinePoints, 'low' | 'high'>): Float32Array {
  return Float32Array.from({ length: FIT_POINTS }, (_, i) => low + ((high - low) * i) / (FIT_POINTS - 1))
}

/** A copy: what a network gives is in its own buffer, which the next step uses again. */
export function drawFit(predict: Predict, grid: Float32Array): FittedCurve {
  return predict(grid, grid.length).slice()
}

export function drawSurface(
  predict: Predict,
  loss: LossSpec['kind'],
  grid: Float32Array,
  side = SURFACE_SIDE,
): Surface {
  const count = side * side
  const winner = new Uint8Array(count)
  const confidence = new Float32Array(count)
  const outputs = predict(grid, count)
  const width = outputs.length / count
  for (let cell = 0; cell < count; cell++) {
    const best = winnerOf(outputs.subarray(cell * width, (cell + 1) * width), loss)
    winner[cell] = best.index
    confidence[cell] = best.confidence
  }
  return { side, winner, confidence }
}
