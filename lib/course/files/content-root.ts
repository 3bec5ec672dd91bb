import { join } from 'node:path'

/** The content folder of the project that is running. Files under it are read at build and at request time. */
export function contentRoot(): string {
  return join(/*turbopackIgnore: true*/ process.cwd(), 'content')
}
