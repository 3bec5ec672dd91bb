/** What a network says, in the form a page shows it: over a square of the plane, over a line, and for sample images. */
import type { LossSpec } from '@/lib/engine'
import type { FittedCurve, LinePoints, SamplePredictions, Surface } from './protocol'

type Predict = (inputs: Float32Array, count: number) => Float32Array

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

export function predictSamples(
  predict: Predict,
  loss: LossSpec['kind'],
  inputs: Float32Array,
  count: number,
): SamplePredictions {
  const outputs = predict(inputs, count)
  const width = outputs.length / count
  const best = Array.from({ length: count }, (_, n) => winnerOf(outputs.subarray(n * width, (n + 1) * width), loss))
  return { classes: best.map(({ index }) => index), confidence: best.map(({ confidence }) => confidence) }
}

const isDifference = (loss: LossSpec['kind']) => loss === 'mse' || loss === 'mae' || loss === 'huber'

/**
 * The class that the outputs of one example stand for, and its probability. A loss on
 * differences gives no probabilities: there, how far the output is on the winner's side, cut to 0..1.
 */
export function winnerOf(outputs: Float32Array, loss: LossSpec['kind']): { index: number; confidence: number } {
  if (outputs.length === 1) {
    const z = outputs[0] ?? 0
    const share = isDifference(loss) ? Math.min(1, Math.max(0, (z + 1) / 2)) : 1 / (1 + Math.exp(-z))
    return { index: z > 0 ? 1 : 0, confidence: z > 0 ? share : 1 - share }
  }
  let index = 0
  outputs.forEach((value, candidate) => {
    if (value > (outputs[index] ?? 0)) index = candidate
  })
  const largest = outputs[index] ?? 0
  if (isDifference(loss)) return { index, confidence: Math.min(1, Math.max(0, largest)) }
  const sum = outputs.reduce((total, value) => total + Math.exp(value - largest), 0)
  return { index, confidence: 1 / sum }
}
