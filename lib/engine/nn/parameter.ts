/** Learnt tensors: their logical shape, and how their numbers lie, padded, in the arena. */

/** A parameter as its layer declares it. */
export interface ParameterShape {
  kind: 'weight' | 'bias' | 'scale' | 'slope'
  /** Logical shape, as it is hashed: [units, inFeatures], [outChannels, kernel, kernel, inChannels], [units]. */
  shape: number[]
  /** Floats from one index to the next, dimension by dimension; the last dimension is always adjacent. */
  steps: number[]
  /** Floats in all, padding included; a multiple of 4. */
  stored: number
  fanIn: number
  fanOut: number
}

/** A parameter of a network: `offset` is its first float in the regions of weights, gradients and optimizer state. */
export interface Parameter extends ParameterShape {
  /** `<layer index>.<kind>`, e.g. `0.weight`. */
  name: string
  layer: number
  offset: number
}

export function sizeOf(shape: number[]): number {
  return shape.reduce((product, side) => product * side, 1)
}

/** Calls `visit` for each run of adjacent numbers: its first logical index, its first stored index, its length. */
function eachRun(
  { shape, steps }: ParameterShape,
  visit: (logical: number, stored: number, length: number) => void,
): void {
  const length = shape[shape.length - 1] as number
  const runs = sizeOf(shape) / length
  const outer = shape.slice(0, -1)
  for (let run = 0; run < runs; run++) {
    let rest = run
    let stored = 0
    for (let d = outer.length - 1; d >= 0; d--) {
      const side = outer[d] as number
      stored += (rest % side) * (steps[d] as number)
      rest = Math.floor(rest / side)
    }
    visit(run * length, stored, length)
  }
}

/** The parameter's numbers in logical order, from a region that starts at float `start`. */
export function readParameter(region: Float32Array, start: number, parameter: Parameter): Float32Array {
  const values = new Float32Array(sizeOf(parameter.shape))
  const base = start + parameter.offset
  eachRun(parameter, (logical, stored, length) => {
    values.set(region.subarray(base + stored, base + stored + length), logical)
  })
  return values
}

export function writeParameter(region: Float32Array, start: number, parameter: Parameter, values: Float32Array): void {
  const base = start + parameter.offset
  eachRun(parameter, (logical, stored, length) => {
    region.set(values.subarray(logical, logical + length), base + stored)
  })
}

/** A row of `length` numbers, one a channel. */
export function channelParameter(kind: ParameterShape['kind'], length: number): ParameterShape {
  return { kind, shape: [length], steps: [1], stored: (length + 3) & ~3, fanIn: length, fanOut: length }
}
