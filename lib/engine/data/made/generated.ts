/** Builds the small data sets that are made, not read: points of the plane and functions of one variable. */
import { createRng } from '../../random/rng'
import type { FunctionDataSpec, PlanarDataSpec } from '../../spec/data-spec'
import type { NumberDataset } from '../dataset'
import { splitExamples } from '../split'
import { classSizes, idealClassSizes } from './class-sizes'
import { oneDimensionalFunctions } from './one-dimensional'
import { circles, gaussians, moons, type PlanarShape, spiral, xor } from './planar'

function shapeOf(spec: PlanarDataSpec): PlanarShape {
  switch (spec.kind) {
    case 'spiral':
      return spiral(spec.classes ?? 2)
    case 'gaussians':
      return gaussians(spec.classes ?? 2)
    case 'moons':
      return moons
    case 'circles':
      return circles
    case 'xor':
      return xor
    default:
      return spec.kind satisfies never
  }
}

/** The classes take turns, those that have all their examples dropping out; then all are shuffled and split. */
export function buildPlanar(spec: PlanarDataSpec): NumberDataset {
  const rng = createRng(spec.seed, 'data')
  const shape = shapeOf(spec)
  const classes = spec.classes ?? 2
  const ideal = idealClassSizes(spec.samples, classes, spec.ratio ?? 1)
  const sizes = classSizes(ideal, spec.samples)
  const inputs = new Float32Array(2 * spec.samples)
  const labels = new Uint8Array(spec.samples)
  const point = { x: 0, y: 0 }
  let i = 0
  for (let turn = 0; i < spec.samples; turn++) {
    for (let label = 0; label < classes; label++) {
      if (turn >= (sizes[label] as number)) continue
      shape(label, turn / Math.ceil(ideal[label] as number), spec.noise, rng, point)
      inputs[2 * i] = point.x
      inputs[2 * i + 1] = point.y
      labels[i] = label
      i++
    }
  }
  const names = Array.from({ length: classes }, (_, label) => `class ${label}`)
  return splitExamples(spec, { inputs, labels, count: spec.samples }, { name: spec.kind, width: 2, classes: names })
}

/** x uniform in [−1, 1], y = f(x) + noise · N(0, 1). */
export function buildFunction(spec: FunctionDataSpec): NumberDataset {
  const rng = createRng(spec.seed, 'data')
  const f = oneDimensionalFunctions[spec.name]
  const inputs = new Float32Array(spec.samples)
  const labels = new Float32Array(spec.samples)
  for (let i = 0; i < spec.samples; i++) {
    const x = Math.fround(2 * rng.uniform() - 1)
    inputs[i] = x
    labels[i] = f(x) + spec.noise * rng.normal()
  }
  const name = `function ${spec.name}`
  return splitExamples(spec, { inputs, labels, count: spec.samples }, { name, width: 1, classes: null })
}
