import { listSitePages, type SitePage } from './site-pages'

/** The order in which a part's pages are read; what is not named comes after, by address. */
const ORDER = [
  'mission',
  'team',
  'careers',
  'guidelines',
  'contributing',
  'contact',
  'terms',
  'privacy',
  'cookies',
  'content',
]

/** The pages of the part of the site that a page belongs to, itself included; none for a post of the blog. */
export function siblingsOf(page: SitePage): { address: string; title: string }[] {
  if (page.published !== undefined) return []
  const part = page.folder.split('/')[0]
  const rank = ({ folder }: SitePage) => {
    const [, name] = folder.split('/')
    return name === undefined ? -1 : ORDER.indexOf(name) + 1 || ORDER.length + 1
  }
  return listSitePages()
    .filter(({ folder }) => folder.split('/')[0] === part)
    .sort((a, b) => rank(a) - rank(b))
    .map(({ address, title }) => ({ address, title }))
}
