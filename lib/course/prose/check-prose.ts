import type { Root } from 'mdast'
import { checkHeadings } from './check-headings'
import { checkMaths } from './check-maths'
import { checkPictures } from './check-pictures'
import { checkVocabulary, type ProseFault } from './check-vocabulary'
import { checkSnippets } from './snippets'

/** What a lesson's text can be blamed for on its own, in reading order. The remark plugin fails the build on any of it. */
export function proseFaults(tree: Root): ProseFault[] {
  const faults = [
    ...checkVocabulary(tree).faults,
    ...checkHeadings(tree),
    ...checkMaths(tree),
    ...checkPictures(tree),
    ...checkSnippets(tree),
  ]
  return faults.sort((a, b) => a.line - b.line || a.column - b.column)
}
