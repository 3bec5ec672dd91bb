import { openSearchIndex, type SearchIndex } from '@/lib/search/search-index'

let opening: Promise<SearchIndex> | null = null

/**
 * The site's search index, fetched once a tab and kept: from then on search needs no network. A page that was open while
 * the site was renewed asks for an index that is gone; the one in its place is as good. A failure is forgotten, so that
 * the next look tries again.
 */
export function loadIndex(href: string): Promise<SearchIndex> {
  opening ??= fetchIndex(href)
    .catch(() => fetchIndex(href.replace(/[^/]+$/, 'latest')))
    .catch((error) => {
      opening = null
      throw error
    })
  return opening
}

async function fetchIndex(href: string): Promise<SearchIndex> {
  const response = await fetch(href)
  if (!response.ok) throw new Error(`The search index could not be loaded: ${response.status}.`)
  return openSearchIndex(await response.text())
}
