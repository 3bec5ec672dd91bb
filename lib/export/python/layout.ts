/**
 * Where PyTorch has other orders than ours. Images are [height, width, channels] here and [channels, height, width]
 * there, convolution weights [out, kernel, kernel, in] and [out, in, kernel, kernel]; flattened, an image's numbers lie in
 * another order, which goes on through every layer up to the next linear one, whose columns undo it. So the code reads as
 * anybody would write it, and the arrays are transposed here. Where the order meets another one before a linear layer, the
 * code has to flatten as we do.
 */
import type { ExperimentSpec, LayerSpec } from '@/lib/engine'

/** Sides of the image that was flattened: its numbers lie channels first. */
export interface Flattened {
  height: number
  width: number
  channels: number
}

export interface Layout {
  /** What flatten layers do in the code. */
  flatten: 'channels-first' | 'channels-last'
  /** Of each layer's input, and of its output: whether it is a flattened image channels first. Null: as ours. */
  before: (Flattened | null)[]
  behind: (Flattened | null)[]
}

/** `shapes`: of one example behind each layer, ours. */
export function planLayout({ model }: ExperimentSpec, inputShape: number[], shapes: readonly number[][]): Layout {
  const before: Layout['before'] = []
  const behind: Layout['behind'] = []
  for (const [index, layer] of model.entries()) {
    const from = behind[index - 1] ?? null
    before.push(from)
    if (layer.layer === 'residual' && !isSame(from, behind[layer.from] ?? null)) return channelsLast(model)
    behind.push(orderBehind(layer, from, shapes[index - 1] ?? inputShape))
  }
  if (behind.at(-1)) return channelsLast(model)
  return { flatten: 'channels-first', before, behind }
}

function channelsLast(model: readonly LayerSpec[]): Layout {
  const none = model.map(() => null)
  return { flatten: 'channels-last', before: none, behind: none }
}

function orderBehind({ layer }: LayerSpec, from: Flattened | null, input: readonly number[]): Flattened | null {
  if (layer === 'linear') return null
  if (layer !== 'flatten' || input.length !== 3) return from
  const [height, width, channels] = input as [number, number, number]
  return channels === 1 || height * width === 1 ? null : { height, width, channels }
}

function isSame(a: Flattened | null, b: Flattened | null): boolean {
  return a?.height === b?.height && a?.width === b?.width && a?.channels === b?.channels
}

/** [count, height, width, channels] → [count, channels, height, width]. */
export function channelsFirst<Values extends Float32Array | Uint8Array>(
  values: Values,
  { height, width, channels }: Flattened,
): Values {
  const moved = values.slice() as Values
  const places = height * width
  const size = places * channels
  for (let start = 0; start < values.length; start += size) {
    for (let place = 0; place < places; place++) {
      for (let c = 0; c < channels; c++) {
        moved[start + c * places + place] = values[start + place * channels + c] as number
      }
    }
  }
  return moved
}
