/**
 * The site's own pages, found by reading what each `page.tsx` under `app` says of itself: a static page with a title is
 * found by search because it is there, and nothing lists it. Left out: addresses with parameters, whose content comes
 * from elsewhere, and pages that ask not to be indexed.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface SitePage {
  href: string
  title: string
  description: string
}

const METADATA = /export const metadata(?:: Metadata)? = \{([\s\S]*?)\n?\}\n/
const HIDDEN = /robots: \{[^}]*index: false/

/** `root` is the folder `app`; where it is not there, nothing is found. */
export function readSitePages(root: string): SitePage[] {
  return pagePaths(root).flatMap((path) => {
    const metadata = METADATA.exec(readFileSync(/*turbopackIgnore: true*/ join(root, path), 'utf8'))?.[1] ?? ''
    const title = textAfter('title', metadata)
    if (title === null || HIDDEN.test(metadata)) return []
    return [{ href: hrefOf(path), title, description: textAfter('description', metadata) ?? '' }]
  })
}

/** `page.tsx` of every address without parameters, relative to `root`. */
export function pagePaths(root: string): string[] {
  if (!existsSync(/*turbopackIgnore: true*/ root)) return []
  return readdirSync(/*turbopackIgnore: true*/ root, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /(?:^|\/)page\.tsx$/.test(path) && !path.includes('['))
    .sort()
}

/** `help/contact/page.tsx` → `/help/contact`; folders in brackets only group. */
function hrefOf(path: string): string {
  const parts = path.split('/').slice(0, -1)
  return `/${parts.filter((part) => !part.startsWith('(')).join('/')}`
}

/** The string literal after a key, on its line or the next. */
function textAfter(key: string, source: string): string | null {
  const match = new RegExp(`\\b${key}:\\s*(?:'((?:[^'\\\\]|\\\\.)*)'|"((?:[^"\\\\]|\\\\.)*)")`).exec(source)
  return match ? (match[1] ?? match[2] ?? '').replaceAll(/\\(.)/g, '$1') : null
}
