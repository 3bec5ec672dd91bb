/**
 * The site's search index: its text, its address, and itself opened. Server only. It is written once a build; the
 * address holds its hash, so that a browser may keep it for ever and fetches the next one when the content changes.
 */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { contentRoot } from '@/lib/course/files/content-root'
import { memoByTree } from '@/lib/course/files/memo'
import { openSearchIndex, type SearchIndex, writeSearchIndex } from '@/lib/search/search-index'
import { siteDocuments } from './site-documents'
import { readSitePages } from './site-pages'

interface SiteIndex {
  json: string
  /** First 16 hexadecimal digits of its SHA-256. */
  version: string
}

export function loadSiteIndex(): SiteIndex {
  const root = contentRoot()
  return memoByTree('search-index', root, () => {
    const json = writeSearchIndex(siteDocuments(root, readSitePages(join(/*turbopackIgnore: true*/ root, '../app'))))
    return { json, version: createHash('sha256').update(json).digest('hex').slice(0, 16) }
  })
}

/** For answering on the server, where a reader has no JavaScript. */
export function openSiteIndex(): SearchIndex {
  return memoByTree('search-index:open', contentRoot(), () => openSearchIndex(loadSiteIndex().json))
}

/** Where the index of this build is served; `LATEST` in place of the version is always there. */
export function searchIndexHref(version: string = loadSiteIndex().version): string {
  return `/search-index/${version}`
}

export const LATEST = 'latest'
