/** Examples side by side: `inputs` is [count, ...inputShape], one label an example. */
export interface Examples {
  inputs: Float32Array
  /** Class indices, or the values of a regression. */
  labels: Uint8Array | Float32Array
  count: number
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
