/**
 * Checks the bridge of a lesson that stands in a second course too: a few
 * paragraphs that lead from that course into the lesson. It has prose and links
 * and none of the lesson's items, because those belong to the original.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ContentProblem } from '@/lib/course/files/content-error'
import { proseFaults } from '@/lib/course/prose/check-prose'
import { checkVocabulary } from '@/lib/course/prose/check-vocabulary'
import { headingsOf, parseProse } from '@/lib/course/prose/lesson-prose'
import { checkLinks } from './check-links'
import { checkNumbers } from './check-numbers'
import type { SiteAddresses } from './site-addresses'

/** `path` is relative to `root`, the content folder. */
export function checkBridge(root: string, path: string, site: SiteAddresses): ContentProblem[] {
  const file = `content/${path}`
  if (!existsSync(join(root, path))) {
    return [{ file, key: null, message: 'is missing; lesson.yaml names it as the bridge.' }]
  }
  try {
    const tree = parseProse(readFileSync(join(root, path), 'utf8'))
    const faults = [
      ...proseFaults(tree),
      ...checkNumbers(tree),
      ...checkVocabulary(tree).uses.map((use) => ({
        ...use,
        message: `<${use.tag}> belongs to a lesson; a bridge is prose.`,
      })),
      ...headingsOf(tree).map(({ line }) => ({ line, column: 1, message: 'a bridge has no sections of its own.' })),
      ...checkLinks(tree, site, null),
    ]
    return faults.map(({ line, column, message }) => ({ file, key: `${line}:${column}`, message }))
  } catch (error) {
    return [{ file, key: null, message: error instanceof Error ? error.message : String(error) }]
  }
}
