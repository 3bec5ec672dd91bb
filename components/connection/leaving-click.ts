/** The link that a click would follow out of the page at `here`; null for places on it, new tabs, downloads and the rest. */
export function leavesThePage(event: MouseEvent, here: string): HTMLAnchorElement | null {
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return null
  const link = event.target instanceof Element ? event.target.closest('a') : null
  if (link === null || link.href === '' || link.target === '_blank' || link.hasAttribute('download')) return null
  return withoutAnchor(link.href) === withoutAnchor(here) ? null : link
}

function withoutAnchor(address: string): string {
  return address.replace(/#.*$/, '')
}
