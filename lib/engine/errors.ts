/** Two shapes that do not fit. The message names the layer or operation, both shapes, and the rule they break. */
export class ShapeError extends Error {
  override readonly name = 'ShapeError'
}

/** A spec that cannot be built. The message names the key, its value and what to write instead. */
export class SpecError extends Error {
  override readonly name = 'SpecError'
}

/** A checkpoint that cannot be read or gone on from. The message says what is wrong with it and what to do. */
export class CheckpointError extends Error {
  override readonly name = 'CheckpointError'
}

/** A run that lost a helping thread where it could not be done without. The message says what is lost and what to do. */
export class ThreadError extends Error {
  override readonly name = 'ThreadError'
}

/** Data that cannot be used. The message names the file, the byte offset where it has one, and the remedy. */
export class DatasetError extends Error {
  override readonly name = 'DatasetError'
}

/** A table or a list of points that cannot be used: which key of `data` is at fault, and a sentence with the remedy. */
export class OwnDataError extends DatasetError {
  constructor(
    /** Below `data`, e.g. ['text'] or ['rows', 3, 1]. */
    readonly path: (string | number)[],
    message: string,
  ) {
    super(message)
  }
}
