/** Builds the small data sets that are made, not read: points of the plane and functions of one variable. */
import { hashFloats } from '../hash/hash-floats'
import { createRng } from '../random/rng'
import type { FunctionDataSpec, PlanarDataSpec } from '../spec/spec'
import type { Dataset, Examples } from './dataset'
import { oneDimensionalFunctions } from './one-dimensional'
import { circles, gaussians, moons, type PlanarShape, spiral, xor } from './planar'
import { fillPermutation } from './shuffle'

/** How many of `samples` are held back for validation. */
export function validationCountOf(samples: number, validation: number): number {
  return Math.floor(samples * validation + 0.5)
}

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

/** Example i belongs to class i mod classes, so classes differ in size by at most one; then all are shuffled and split. */
export function buildPlanar(spec: PlanarDataSpec): Dataset {
  const rng = createRng(spec.seed, 'data')
  const shape = shapeOf(spec)
  const classes = spec.classes ?? 2
  const inputs = new Float32Array(2 * spec.samples)
  const labels = new Uint8Array(spec.samples)
  const perClass = Math.ceil(spec.samples / classes)
  const point = { x: 0, y: 0 }
  for (let i = 0; i < spec.samples; i++) {
    const label = i % classes
    shape(label, Math.floor(i / classes) / perClass, spec.noise, rng, point)
    inputs[2 * i] = point.x
    inputs[2 * i + 1] = point.y
    labels[i] = label
  }
  const names = Array.from({ length: classes }, (_, label) => `class ${label}`)
  return split(spec, { inputs, labels, count: spec.samples }, 2, names)
}

/** x uniform in [−1, 1], y = f(x) + noise · N(0, 1). */
export function buildFunction(spec: FunctionDataSpec): Dataset {
  const rng = createRng(spec.seed, 'data')
  const f = oneDimensionalFunctions[spec.name]
  const inputs = new Float32Array(spec.samples)
  const labels = new Float32Array(spec.samples)
  for (let i = 0; i < spec.samples; i++) {
    const x = Math.fround(2 * rng.uniform() - 1)
    inputs[i] = x
    labels[i] = f(x) + spec.noise * rng.normal()
  }
  return split(spec, { inputs, labels, count: spec.samples }, 1, null)
}

function split(
  spec: PlanarDataSpec | FunctionDataSpec,
  all: Examples,
  width: number,
  classes: string[] | null,
): Dataset {
  const order = new Uint32Array(all.count)
  fillPermutation(order, createRng(spec.seed, 'split'))
  const held = validationCountOf(spec.samples, spec.validation)
  return {
    name: spec.kind === 'function' ? `function ${spec.name}` : spec.kind,
    inputShape: [width],
    classes,
    train: pick(all, order.subarray(held), width),
    validation: pick(all, order.subarray(0, held), width),
    hash: hashFloats([all.inputs, all.labels]),
  }
}

function pick(all: Examples, order: Uint32Array, width: number): Examples {
  const inputs = new Float32Array(order.length * width)
  const labels = all.labels instanceof Uint8Array ? new Uint8Array(order.length) : new Float32Array(order.length)
  order.forEach((from, to) => {
    for (let k = 0; k < width; k++) inputs[to * width + k] = all.inputs[from * width + k] as number
    labels[to] = all.labels[from] as number
  })
  return { inputs, labels, count: order.length }
}
