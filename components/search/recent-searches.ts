/**
 * What was searched for and opened in this browser, newest first; it stays here, and can be forgotten. Storage is asked for
 * when it is needed: where it is blocked, the browser throws at its very name.
 */
const KEY = 'recent-searches'
const MOST = 5

export function readRecentSearches(storage: () => Pick<Storage, 'getItem'>): string[] {
  try {
    const kept: unknown = JSON.parse(storage().getItem(KEY) ?? '[]')
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string' && one !== '').slice(0, MOST) : []
  } catch {
    // Blocked, or written by somebody else: as good as empty.
    return []
  }
}

/** Puts `search` first. @returns the list that is now kept, or would be if storage were not blocked. */
export function rememberSearch(search: string, storage: () => Pick<Storage, 'getItem' | 'setItem'>): string[] {
  const others = readRecentSearches(storage).filter((one) => one.toLowerCase() !== search.toLowerCase())
  const kept = [search, ...others].slice(0, MOST)
  try {
    storage().setItem(KEY, JSON.stringify(kept))
  } catch {
    // Blocked or full: the search itself worked.
  }
  return kept
}

export function forgetSearches(storage: () => Pick<Storage, 'removeItem'>): void {
  try {
    storage().removeItem(KEY)
  } catch {
    // Blocked: nothing was kept either.
  }
}
