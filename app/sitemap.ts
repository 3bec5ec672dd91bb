import type { MetadataRoute } from 'next'
import { CHALLENGES } from '@/components/challenge/challenges'
import { getCatalog, originalsOf } from '@/lib/course/catalog'
import { listSitePages } from '@/lib/course/site-pages'
import { publicOrigin } from '@/lib/http/own-origin'

/** Pages of the site itself that are no pages of text; one that machines should find is added here. */
const PAGES = [
  '/',
  '/explore',
  '/mind-map',
  '/glossary',
  '/formulas',
  '/timeline',
  '/lab',
  '/challenges',
  '/blog',
  '/help/contact',
]

/** Canonical addresses only: a lesson that stands in two courses comes once, a planned one not at all. */
export default function sitemap(): MetadataRoute.Sitemap {
  const catalog = getCatalog()
  const paths = [
    ...PAGES,
    ...listSitePages().map(({ address }) => address),
    ...CHALLENGES.map(({ href }) => href),
    ...catalog.courses.flatMap((course) => [
      course.href,
      `${course.href}/mind-map`,
      ...course.chapters.map((chapter) => chapter.href),
    ]),
    ...originalsOf(catalog)
      .filter(({ status }) => status === 'published')
      .flatMap(({ href }) => [href, `${href}/mind-map`]),
  ]
  return [...new Set(paths)].map((path) => ({ url: new URL(path, publicOrigin()).href }))
}
