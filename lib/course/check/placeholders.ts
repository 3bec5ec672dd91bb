/**
 * What `npm run new:lesson` left for an author to write, `[to write: …]`, and is
 * still there. No fault while a lesson is being written, so that an author sees
 * faults of their own alone; a build server lets none pass (content.test.ts).
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Catalog } from '@/lib/course/catalog'
import { originalsOf } from '@/lib/course/catalog'
import type { ContentProblem } from '@/lib/course/files/content-error'

const PLACEHOLDER = /\[to write[^\]]*\]/g

/** `root` is the content folder. One entry a place, with the words that stand there. */
export function findPlaceholders(root: string, catalog: Catalog): ContentProblem[] {
  return originalsOf(catalog).flatMap(({ folder }) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:mdx|yaml)$/.test(name))
      .sort()
      .flatMap((name) => placeholdersIn(`${folder}/${name.replaceAll('\\', '/')}`, root)),
  )
}

function placeholdersIn(path: string, root: string): ContentProblem[] {
  const lines = readFileSync(join(root, path), 'utf8').split('\n')
  return lines.flatMap((text, index) =>
    [...text.matchAll(PLACEHOLDER)].map((match) => ({
      file: `content/${path}`,
      key: `${index + 1}:${match.index + 1}`,
      message: match[0],
    })),
  )
}
