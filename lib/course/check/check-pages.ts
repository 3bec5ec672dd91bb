/** Checks the pages that are text: their tags need no lesson, and every link of theirs leads somewhere. */
import type { ContentProblem } from '@/lib/course/files/content-error'
import { PAGES_FOLDER } from '@/lib/course/files/tree'
import { proseFaults } from '@/lib/course/prose/check-prose'
import { checkVocabulary } from '@/lib/course/prose/check-vocabulary'
import { parseProse } from '@/lib/course/prose/lesson-prose'
import { readPageProse, type SitePage } from '@/lib/course/site-pages'
import { checkLinks } from './check-links'
import type { SiteAddresses } from './site-addresses'

/** Tags that know what they show without knowing a lesson. */
const PAGE_TAGS = ['Plot', 'Formula', 'Callout', 'Value']

export function checkPages(root: string, pages: readonly SitePage[], site: SiteAddresses): ContentProblem[] {
  return pages.flatMap(({ folder, headings }) => {
    const tree = parseProse(readPageProse(root, folder))
    const foreign = checkVocabulary(tree).uses.filter(({ tag }) => !PAGE_TAGS.includes(tag))
    const known = PAGE_TAGS.map((tag) => `<${tag}>`).join(', ')
    const faults = [
      ...proseFaults(tree),
      ...foreign.map((use) => ({ ...use, message: `<${use.tag}> belongs to a lesson; a page may use ${known}.` })),
      ...checkLinks(
        tree,
        site,
        headings.map(({ anchor }) => anchor),
      ),
    ]
    return faults.map(({ line, column, message }) => ({
      file: `content/${PAGES_FOLDER}/${folder}/page.mdx`,
      key: `${line}:${column}`,
      message,
    }))
  })
}
