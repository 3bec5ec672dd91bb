/** Two shapes that do not fit. The message names the layer or operation, both shapes, and the rule they break. */
export class ShapeError extends Error {
  override readonly name = 'ShapeError'
}

/** A spec that cannot be built. The message names the key, its value and what to write instead. */
export class SpecError extends Error {
  override readonly name = 'SpecError'
}

/** Data that cannot be used. The message names the file, the byte offset where it has one, and the remedy. */
export class DatasetError extends Error {
  override readonly name = 'DatasetError'
}
