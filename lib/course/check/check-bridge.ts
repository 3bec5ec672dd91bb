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
import { headingsOf, linksOf, parseProse } from '@/lib/course/prose/lesson-prose'
import { suggestName } from '@/lib/course/prose/nearest-name'
import { checkNumbers } from './check-numbers'

/** `path` is relative to `root`, the content folder; `pages` are the addresses of this site that exist. */
export function checkBridge(root: string, path: string, pages: ReadonlySet<string>): ContentProblem[] {
  const file = `content/${path}`
  if (!existsSync(join(root, path))) {
    return [{ file, key: null, message: 'is missing; lesson.yaml names it as the bridge.' }]
  }
  try {
    const tree = parseProse(readFileSync(join(root, path), 'utf8'))
    const { uses } = checkVocabulary(tree)
    return [
      ...[...proseFaults(tree), ...checkNumbers(tree)].map(({ line, column, message }) => ({
        file,
        key: `${line}:${column}`,
        message,
      })),
      ...uses.map(({ tag, line, column }) => ({
        file,
        key: `${line}:${column}`,
        message: `<${tag}> belongs to a lesson; a bridge is prose.`,
      })),
      ...headingsOf(tree).map(({ line }) => ({
        file,
        key: `${line}:1`,
        message: 'a bridge has no sections of its own.',
      })),
      ...linksOf(tree).flatMap(({ url, line, column }) => {
        const target = url.replace(/[?#].*$/, '')
        if (url.startsWith('https://') || pages.has(target)) return []
        const message = `no page of this site is at "${target}".${suggestName(target, [...pages])}`
        return [{ file, key: `${line}:${column}`, message }]
      }),
    ]
  } catch (error) {
    return [{ file, key: null, message: error instanceof Error ? error.message : String(error) }]
  }
}
