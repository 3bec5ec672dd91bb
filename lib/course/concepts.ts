/**
 * The ideas that lessons teach, and how they hang together: `content/concepts.yaml`.
 * A lesson names concepts by id; the mind maps are drawn along them. What a term
 * means at length is the glossary's; a term with a concept's id is that concept.
 * Server only.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { contentRoot } from '@/lib/course/files/content-root'
import { memoByTree } from '@/lib/course/files/memo'
import { loadYamlFile } from '@/lib/course/files/yaml-file'
import { type Concept, conceptsFileSchema } from './schema'

export type { Concept } from './schema'

/** By id. Throws ContentError for a file that cannot be read. */
export function getConcepts(root: string = contentRoot()): ReadonlyMap<string, Concept> {
  return memoByTree(`concepts:${root}`, root, () => new Map(readConcepts(root).map((concept) => [concept.id, concept])))
}

/** As written in `root` (the content folder), read now; none where there is no file. */
export function readConcepts(root: string): Concept[] {
  const path = join(/*turbopackIgnore: true*/ root, 'concepts.yaml')
  return existsSync(/*turbopackIgnore: true*/ path) ? loadYamlFile(root, path, conceptsFileSchema).concepts : []
}

const termIdsSchema = z.object({ terms: z.array(z.object({ id: z.string() })) })

/** Where the glossary explains a concept, for those it explains. */
export function glossaryHrefs(root: string = contentRoot()): ReadonlyMap<string, string> {
  return memoByTree(`glossary-hrefs:${root}`, root, () => {
    const path = join(/*turbopackIgnore: true*/ root, 'glossary.yaml')
    const terms = existsSync(/*turbopackIgnore: true*/ path) ? loadYamlFile(root, path, termIdsSchema).terms : []
    return new Map(terms.map(({ id }) => [id, `/glossary#${id}`]))
  })
}
