/** Every address that the shell or a page of text links to has something behind it. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { FOOTER_GROUPS, MAIN_LINKS, STUDY_LINKS } from '@/components/shell/site-links'
import { getCatalog, lessonsOf } from '@/lib/course/catalog'
import { APP_ROUTES } from '@/lib/course/check/site-addresses'
import { listSitePages } from '@/lib/course/site-pages'

const links = [...MAIN_LINKS, ...Object.values(STUDY_LINKS), ...FOOTER_GROUPS.flatMap((group) => group.links)]
const hrefs = [...new Set([...links.map(({ href }) => href), ...APP_ROUTES])].sort()
const courses = getCatalog().courses
const written = [
  ...courses.flatMap((course) => [course.href, ...course.chapters.map((chapter) => chapter.href)]),
  ...lessonsOf(getCatalog()).map((lesson) => lesson.href),
  ...listSitePages().map(({ address }) => address),
]

test.each(hrefs)('%s is a page', (href) => {
  expect(written.includes(href) || existsSync(path.join('app', href, 'page.tsx'))).toBe(true)
})

test('the footer leads to every page of text that is no post of the blog', () => {
  const footer = FOOTER_GROUPS.flatMap((group) => group.links.map(({ href }) => href))
  const unlinked = listSitePages().filter(({ address, published }) => !published && !footer.includes(address))
  expect(unlinked.map(({ address }) => address)).toEqual([])
})

test('no group of the footer names a page twice, and no label is used for two pages', () => {
  for (const { links: group } of FOOTER_GROUPS) expect(new Set(group.map(({ href }) => href)).size).toBe(group.length)
  const byLabel = new Map<string, Set<string>>()
  for (const { href, label } of links) byLabel.set(label, (byLabel.get(label) ?? new Set()).add(href))
  expect([...byLabel].filter(([, targets]) => targets.size > 1)).toEqual([])
})
