/** Checks where prose leads: every link arrives, every picture is a file of this site. */
import type { Root } from 'mdast'
import { picturesOf } from '@/lib/course/prose/check-pictures'
import type { ProseFault } from '@/lib/course/prose/check-vocabulary'
import { linksOf } from '@/lib/course/prose/lesson-prose'
import { suggestName } from '@/lib/course/prose/nearest-name'
import type { SiteAddresses } from './site-addresses'

/** `anchors`: those of the text itself; null where it is no page and a bare #anchor leads nowhere. */
export function checkLinks(tree: Root, site: SiteAddresses, anchors: readonly string[] | null): ProseFault[] {
  const links = linksOf(tree).map((link) => ({ ...link, message: deadLink(link.url, site, anchors) }))
  const pictures = picturesOf(tree).map((picture) => ({ ...picture, message: missingPicture(picture.url, site) }))
  return [...links, ...pictures].flatMap(({ line, column, message }) =>
    message === null ? [] : [{ line, column, message }],
  )
}

function deadLink(url: string, { pages, hasFile }: SiteAddresses, own: readonly string[] | null): string | null {
  if (url.startsWith('#') && own !== null) return missingAnchor(url.slice(1), own, 'no heading')
  if (url.startsWith('/') && !url.startsWith('//')) {
    const address = url.replace(/[?#].*$/, '')
    if (!pages.has(address)) {
      if (address !== '/' && hasFile(address)) return null
      return `no page of this site is at "${address}".${suggestName(address, [...pages.keys()])}`
    }
    const anchors = pages.get(address) ?? null
    const anchor = /#(.+)$/.exec(url)?.[1]
    return anchor === undefined || anchors === null
      ? null
      : missingAnchor(anchor, anchors, `no heading of "${address}"`)
  }
  if (url.startsWith('https://')) return null
  const places =
    own === null ? 'https address and no path of this site' : 'https address, no path of this site and no #anchor'
  return `"${url}" is no ${places}.`
}

function missingAnchor(anchor: string, anchors: readonly string[], where: string): string | null {
  return anchors.includes(anchor) ? null : `${where} has the anchor "${anchor}".${suggestName(anchor, anchors)}`
}

/** Pages fetch nothing from elsewhere, so a picture is a file of our own. */
function missingPicture(url: string, { hasFile }: SiteAddresses): string | null {
  if (!url.startsWith('/') || url.startsWith('//')) {
    return `the picture "${url}" is not on this site. Put the file into public/ and write its path, such as /pictures/${url.split('/').at(-1)}.`
  }
  return hasFile(url) ? null : `there is no picture at public${url}.`
}
