/** A file of the engine that did not arrive. In place of the browser's own message, which names files and no remedy. */
export class MissingPartError extends Error {
  constructor() {
    super(MISSING_PART)
  }
}

export const MISSING_PART = 'A part of the training engine could not be loaded. Check the connection and run again.'

/** What `load` imports or fetches. @throws MissingPartError where it fails. */
export function loadPart<Part>(load: () => Promise<Part>): Promise<Part> {
  return load().catch(() => {
    throw new MissingPartError()
  })
}
