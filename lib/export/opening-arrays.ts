/** The first batches of a run as arrays: what stands in `first_batches.npz`, for either library. */
import { describeShapes, type Opening } from '@/lib/engine'
import type { NumpyArray } from './archive/npz'
import { ExportError } from './model-file'
import { channelsFirst, type Flattened, type Layout } from './python/layout'

/** Steps that an export takes with us. */
export const OPENING_STEPS = 10
/** Of the batches' numbers together. */
const LARGEST_BYTES = 256e6

/** @throws ExportError where there is no first step, or the batches are too large for a file that somebody downloads. */
export function requireSteps({ spec, losses, data }: Opening): void {
  if (losses.length === 0) {
    throw new ExportError(
      'The very first step diverges, so there is nothing to compare with. Lower the learning rate, and export again.',
    )
  }
  const bytes = 4 * losses.length * spec.batch * product(data.inputShape)
  if (bytes > LARGEST_BYTES) {
    throw new ExportError(
      `The first ${losses.length} batches of ${spec.batch} examples are ${Math.round(bytes / 1e6)} MB, and an export has at most ${LARGEST_BYTES / 1e6}. Use a smaller batch.`,
    )
  }
}

/** `layout`: null where the library has our order. Masks only where they are to be replayed. */
export function batchArrays(opening: Opening, layout: Layout | null): Record<string, NumpyArray> {
  const { data, batches, losses, spec } = opening
  const count = [batches.length, spec.batch]
  const inputs = joined(batches.map((batch) => batch.inputs))
  const labels = joined(batches.map((batch) => batch.labels))
  const arrays: Record<string, NumpyArray> = {
    inputs: imageArray('float32', inputs, count, data.inputShape, layout !== null),
    labels: { type: data.classes === null ? 'float32' : 'int64', shape: count, values: labels },
    losses: { type: 'float64', shape: [losses.length], values: losses },
  }
  if (layout === null) return arrays
  const shapes = describeShapes(spec).map(({ outputShape }) => outputShape)
  for (const { layer } of batches[0]?.kept ?? []) {
    const masks = joinedBytes(
      batches.map(({ kept }) => kept.find((one) => one.layer === layer)?.mask ?? new Uint8Array()),
    )
    const shape = shapes[layer] as number[]
    const order = layout.behind[layer] ?? null
    arrays[`kept_${layer}`] =
      order === null
        ? imageArray('bool', masks, count, shape, true)
        : { type: 'bool', shape: [...count, ...shape], values: channelsFirst(masks, order) }
  }
  return arrays
}

function imageArray(
  type: 'float32' | 'bool',
  values: Float32Array | Uint8Array,
  count: number[],
  shape: readonly number[],
  isTurned: boolean,
): NumpyArray {
  if (shape.length !== 3 || !isTurned) return { type, shape: [...count, ...shape], values }
  const [height, width, channels] = shape as [number, number, number]
  const sides: Flattened = { height, width, channels }
  return { type, shape: [...count, channels, height, width], values: channelsFirst(values, sides) }
}

function joined(parts: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0))
  place(parts, whole)
  return whole
}

function joinedBytes(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  place(parts, whole)
  return whole
}

function place(parts: readonly ArrayLike<number>[], whole: Float32Array | Uint8Array): void {
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
}

function product(shape: readonly number[]): number {
  return shape.reduce((all, side) => all * side, 1)
}
