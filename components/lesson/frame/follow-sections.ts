/**
 * Follows the reader through the sections that the contents lists of a page name,
 * and marks the one being read in all of them. Works on the page as the server
 * wrote it, so that the lists stay plain links and cost no script of their own.
 * The browser says when a heading crosses the line; nothing is measured while
 * the page scrolls.
 */

export interface ReadSection {
  anchor: string
  title: string
  /** Below the lesson's own text. */
  foot: boolean
}

/** Calls `onSection` whenever another section is read, null above the first; returns what ends it. */
export function followSections(onSection: (section: ReadSection | null) => void): () => void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('[data-contents] a')]
  const anchors = [...new Set(links.map(anchorOf))]
  const passed = new Set<string>()
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) passed.add(target.id)
        else passed.delete(target.id)
      }
      const here = anchors.findLast((anchor) => passed.has(anchor))
      for (const link of links) markLink(link, anchorOf(link) === here)
      const section = links.findLast((link) => link.dataset.section && passed.has(anchorOf(link)))
      onSection(section === undefined ? null : sectionOf(section))
    },
    // A heading counts as passed as long as it is above the line at a third of the screen.
    { rootMargin: '99999px 0px -66% 0px' },
  )
  for (const anchor of anchors) {
    const heading = document.getElementById(anchor)
    if (heading !== null) observer.observe(heading)
  }
  return () => {
    observer.disconnect()
    for (const link of links) markLink(link, false)
  }
}

/** The sections of the lesson's own text, in order. */
export function listSections(): ReadSection[] {
  const list = document.querySelector('[data-contents]')
  return [...(list?.querySelectorAll<HTMLAnchorElement>('a[data-section=text]') ?? [])].map(sectionOf)
}

function sectionOf(link: HTMLAnchorElement): ReadSection {
  return { anchor: anchorOf(link), title: link.textContent ?? '', foot: link.dataset.section === 'foot' }
}

function anchorOf(link: HTMLAnchorElement): string {
  return decodeURIComponent(link.hash.slice(1))
}

function markLink(link: HTMLAnchorElement, here: boolean): void {
  if (!here) {
    link.removeAttribute('aria-current')
    return
  }
  link.setAttribute('aria-current', 'location')
  // A list longer than its box scrolls along; the page does not.
  const box = link.closest('[data-scroll-box]')
  if (box === null) return
  const outside = link.getBoundingClientRect()
  const inside = box.getBoundingClientRect()
  if (outside.bottom > inside.bottom) box.scrollTop += outside.bottom - inside.bottom + outside.height
  else if (outside.top < inside.top) box.scrollTop -= inside.top - outside.top + outside.height
}
