/** Checks the pages that are text: their tags need no lesson, and every link of theirs leads somewhere. */
import type { ContentProblem } from '@/lib/course/files/content-error'
import { PAGES_FOLDER } from '@/lib/course/files/tree'
import { proseFaults } from '@/lib/course/prose/check-prose'
import { checkVocabulary } from '@/lib/course/prose/check-vocabulary'
import { linksOf, parseProse } from '@/lib/course/prose/lesson-prose'
import { suggestName } from '@/lib/course/prose/nearest-name'
import { readPageProse, readSitePages } from '@/lib/course/site-pages'

/** Tags that know what they show without knowing a lesson. */
const PAGE_TAGS = ['Plot', 'Formula', 'Callout', 'Value']

/**
 * Pages that are made by code and that prose may link to. That each of them exists is checked in
 * scripts/site-links.test.ts, which can see `app/`.
 */
export const APP_ROUTES = [
  '/blog',
  '/challenges',
  '/challenges/cifar-activation-swap',
  '/dashboard',
  '/explore',
  '/formulas',
  '/glossary',
  '/help/contact',
  '/mind-map',
  '/review',
  '/search',
  '/sign-in',
  '/sign-up',
  '/timeline',
]

/** `known`: addresses of courses, chapters and lessons. Returns the addresses of the pages too. */
export function checkPages(
  root: string,
  known: ReadonlySet<string>,
): { problems: ContentProblem[]; addresses: string[] } {
  const { pages, problems: faults } = readSitePages(root)
  const problems = [...faults]
  const addresses = [...pages.map(({ address }) => address), ...APP_ROUTES]
  const all = new Set([...known, ...addresses])
  for (const { folder, headings } of pages) {
    const file = `content/${PAGES_FOLDER}/${folder}/page.mdx`
    const add = ({ line, column }: { line: number; column: number }, message: string) =>
      problems.push({ file, key: `${line}:${column}`, message })
    const tree = parseProse(readPageProse(root, folder))
    for (const fault of proseFaults(tree)) add(fault, fault.message)
    for (const use of checkVocabulary(tree).uses) {
      if (PAGE_TAGS.includes(use.tag)) continue
      add(use, `<${use.tag}> belongs to a lesson; a page may use ${PAGE_TAGS.map((tag) => `<${tag}>`).join(', ')}.`)
    }
    const anchors = headings.map(({ anchor }) => anchor)
    for (const link of linksOf(tree)) {
      const message = deadLink(link.url, anchors, all)
      if (message !== null) add(link, message)
    }
  }
  return { problems, addresses }
}

function deadLink(url: string, anchors: readonly string[], pages: ReadonlySet<string>): string | null {
  if (url.startsWith('#')) {
    const anchor = url.slice(1)
    return anchors.includes(anchor) ? null : `no heading has the anchor "${anchor}".${suggestName(anchor, anchors)}`
  }
  if (url.startsWith('/')) {
    const path = url.replace(/[?#].*$/, '')
    return pages.has(path) ? null : `no page of this site is at "${path}".${suggestName(path, [...pages])}`
  }
  return url.startsWith('https://') ? null : `"${url}" is no https address, no path of this site and no #anchor.`
}
