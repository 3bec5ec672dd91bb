/**
 * The pages of the site that are text: about, help, legal, the blog. `content/pages/<address>/` holds page.yaml (what
 * the page is) and page.mdx (its text); the folder is the address. A page with a `published` date is a post of the
 * blog. Server only. Not here: courses (catalog.ts) and what a page looks like (components/page).
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { ContentError, type ContentProblem } from '@/lib/course/files/content-error'
import { contentRoot } from '@/lib/course/files/content-root'
import { memoByTree } from '@/lib/course/files/memo'
import { PAGES_FOLDER } from '@/lib/course/files/tree'
import { loadYamlFile } from '@/lib/course/files/yaml-file'
import { type Heading, headingsOf, parseProse } from '@/lib/course/prose/lesson-prose'
import { LOCAL_ID } from './ids'

const pageSchema = z.strictObject({
  title: z.string().trim().min(2).max(80).describe('The heading, and the name in the browser’s tab.'),
  summary: z
    .string()
    .trim()
    .min(20)
    .max(220)
    .describe('One or two sentences under the heading, and for search engines.'),
  updated: z.iso.date().describe('The day its text last changed in substance, such as 2026-11-22.'),
  published: z.iso.date().optional().describe('A post of the blog has one.'),
  author: z.string().trim().min(3).max(80).optional().describe('Who wrote a post.'),
})

export interface SitePage extends z.infer<typeof pageSchema> {
  /** `/about/mission` */
  address: string
  /** `about/mission`, below `content/pages`. */
  folder: string
  headings: Heading[]
}

/** Every page, by address. Throws ContentError naming every fault of their metadata. */
export function listSitePages(root: string = contentRoot()): SitePage[] {
  return memoByTree(`site-pages:${root}`, root, () => {
    const { pages, problems } = readSitePages(root)
    if (problems.length > 0) throw new ContentError(problems)
    return pages
  })
}

/** The same without throwing. */
export function readSitePages(root: string): { pages: SitePage[]; problems: ContentProblem[] } {
  const pages: SitePage[] = []
  const problems: ContentProblem[] = []
  const base = join(/*turbopackIgnore: true*/ root, PAGES_FOLDER)
  for (const folder of foldersWithFiles(base, '')) {
    const file = `content/${PAGES_FOLDER}/${folder}`
    if (!folder.split('/').every((name) => LOCAL_ID.test(name))) {
      problems.push({
        file,
        key: null,
        message: 'is an address: name its folders in lower-case words joined by hyphens.',
      })
      continue
    }
    try {
      const text = loadYamlFile(root, join(/*turbopackIgnore: true*/ base, folder, 'page.yaml'), pageSchema)
      const headings = headingsOf(parseProse(readPageProse(root, folder)))
      pages.push({ ...text, address: `/${folder}`, folder, headings })
    } catch (error) {
      if (error instanceof ContentError) problems.push(...error.problems)
      else problems.push({ file: `${file}/page.mdx`, key: null, message: messageOf(error) })
    }
  }
  return { pages: pages.sort((a, b) => (a.address < b.address ? -1 : 1)), problems }
}

export function findSitePage(segments: readonly string[]): SitePage | null {
  const address = `/${segments.join('/')}`
  return listSitePages().find((page) => page.address === address) ?? null
}

export type Post = SitePage & { published: string }

/** The posts of the blog, the newest first. */
export function listPosts(): Post[] {
  const posts = listSitePages().filter((page): page is Post => page.published !== undefined)
  return posts.sort((a, b) => (a.published < b.published ? 1 : -1))
}

export function readPageProse(root: string, folder: string): string {
  return readFileSync(
    /*turbopackIgnore: true*/ join(/*turbopackIgnore: true*/ root, PAGES_FOLDER, folder, 'page.mdx'),
    'utf8',
  )
}

/** Folders, at any depth, that hold a file: each should be a page. */
function foldersWithFiles(base: string, below: string): string[] {
  const at = join(/*turbopackIgnore: true*/ base, below)
  if (!existsSync(/*turbopackIgnore: true*/ at)) return []
  const entries = readdirSync(/*turbopackIgnore: true*/ at, { withFileTypes: true }).filter(
    ({ name }) => !name.startsWith('.'),
  )
  const inside = entries
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => foldersWithFiles(base, below === '' ? name : `${below}/${name}`))
  return entries.some((entry) => entry.isFile()) && below !== '' ? [below, ...inside] : inside
}

function messageOf(error: unknown): string {
  if (error instanceof Error && 'code' in error)
    return 'is missing or cannot be read: a page is page.yaml and page.mdx.'
  return `is not valid MDX: ${error instanceof Error ? error.message : String(error)}`
}
