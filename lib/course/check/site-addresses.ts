/**
 * Where prose may link to: every address of the site, with the anchors on its
 * page, and the files that pages may show. What cannot be read has an address
 * without known anchors, so that links to it are not blamed.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type BuiltCatalog, lessonsOf } from '@/lib/course/catalog'
import type { SitePage } from '@/lib/course/site-pages'
import { listVersions } from '@/lib/course/versions'
import type { LessonTexts } from './lesson-texts'

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
  '/lab',
  '/mind-map',
  '/review',
  '/search',
  '/sign-in',
  '/sign-up',
  '/timeline',
]

export interface SiteAddresses {
  /** Address → anchors on that page; null where they are not known. */
  pages: ReadonlyMap<string, readonly string[] | null>
  /** Whether `public/` holds what is at this address. */
  hasFile: (address: string) => boolean
}

/** `texts` by lesson id; `sitePages` are the pages that are no lessons; `root` is the content folder. */
export function siteAddresses(
  root: string,
  { catalog, lost }: BuiltCatalog,
  texts: ReadonlyMap<string, LessonTexts>,
  sitePages: readonly SitePage[],
): SiteAddresses {
  const pages = new Map<string, readonly string[] | null>()
  const addLesson = (href: string) => {
    for (const surface of ['', '/flashcards', '/quiz', '/mind-map']) pages.set(href + surface, null)
  }
  for (const address of ['/', ...APP_ROUTES]) pages.set(address, null)
  for (const { href, chapters } of catalog.courses) {
    for (const address of [href, `${href}/mind-map`, ...chapters.map((chapter) => chapter.href)]) {
      pages.set(address, null)
    }
  }
  for (const lesson of lessonsOf(catalog)) {
    if (lesson.status === 'planned') {
      pages.set(lesson.href, null)
      continue
    }
    addLesson(lesson.href)
    for (const { name, href } of listVersions(lesson)) {
      const text = texts.get(lesson.id)?.texts.find((one) => one.name === name)
      pages.set(href, text?.headings.map(({ anchor }) => anchor) ?? null)
    }
  }
  for (const { href } of lost) addLesson(href)
  for (const { address, headings } of sitePages) {
    pages.set(
      address,
      headings.map(({ anchor }) => anchor),
    )
  }
  return { pages, hasFile: (address) => existsSync(join(root, '../public', address)) }
}
