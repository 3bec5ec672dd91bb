/** Examples side by side: `inputs` is [count, ...inputShape], one label an example. */
export interface Examples {
  /** Numbers, or bytes that stand for numbers of `levels`: images are a quarter of the size that way. */
  inputs: Float32Array | Uint8Array
  /** Only with bytes: 256 numbers for each channel, [channels, 256]. */
  levels?: Float32Array
  /** Class indices, or the values of a regression. */
  labels: Uint8Array | Float32Array
  count: number
}

/** Examples whose inputs are the numbers themselves. */
export interface NumberExamples extends Examples {
  inputs: Float32Array
}

/** A data set whose inputs are the numbers themselves. */
export interface NumberDataset extends Dataset {
  train: NumberExamples
  validation: NumberExamples
}

/** The inputs of `count` examples from `first` on, as numbers; `size` numbers each. */
export function readInputs({ inputs, levels }: Examples, size: number, first: number, count: number): Float32Array {
  const part = inputs.subarray(first * size, (first + count) * size)
  if (part instanceof Float32Array) return part
  const channels = levels === undefined ? 1 : levels.length / 256
  return Float32Array.from(part, (byte, i) =>
    levels === undefined ? byte : (levels[(i % channels) * 256 + byte] as number),
  )
}

export interface Dataset {
  name: string
  /** Of one example; images are [height, width, channels]. */
  inputShape: number[]
  /** Names of the classes; null for regression. */
  classes: string[] | null
  train: Examples
  validation: Examples
  /** SHA-256 (hex) of what the examples were made from: image records used, or inputs and labels of made data. */
  hash: string
}
