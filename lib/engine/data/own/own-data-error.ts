import { DatasetError } from '../../errors'

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
