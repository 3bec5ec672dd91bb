/**
 * A course.yaml, chapter.yaml or lesson.yaml that has a fault. What of it can be
 * told all the same is kept, so that the fault is reported once and not again by
 * everything that points there.
 */
import { readFileSync } from 'node:fs'
import { parseDocument } from 'yaml'

export interface LostFile {
  slug: string
  /** Null where even that cannot be told. */
  id: string | null
  concepts: string[]
}

export function readLostFile(path: string, slug: string): LostFile {
  const value = looselyRead(path)
  return {
    slug,
    id: typeof value.id === 'string' ? value.id : null,
    concepts: Array.isArray(value.concepts) ? value.concepts.filter((one) => typeof one === 'string') : [],
  }
}

function looselyRead(path: string): Record<string, unknown> {
  try {
    const value: unknown = parseDocument(readFileSync(/*turbopackIgnore: true*/ path, 'utf8'), {
      logLevel: 'silent',
    }).toJS()
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}
