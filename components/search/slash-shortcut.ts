/** Whether `/` opens the search. One key without a modifier must be possible to switch off (WCAG 2.1.4). */
const KEY = 'search-shortcut'
const OFF = 'off'
const EDITABLE = 'input:not([type=checkbox]):not([type=radio]):not([type=range]), textarea, select, [contenteditable]'

export function isSlashOn(): boolean {
  try {
    return localStorage.getItem(KEY) !== OFF
  } catch {
    return true
  }
}

export function keepSlash(on: boolean): void {
  try {
    if (on) localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, OFF)
  } catch {
    // Blocked: the choice lasts as long as the page.
  }
}

/** Ctrl-K or ⌘K anywhere; `/` unless something is being written, another dialog is open, or it is switched off. */
export function opensSearch(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.altKey) return false
  const withModifier = event.ctrlKey || event.metaKey
  if (withModifier) return event.key.toLowerCase() === 'k' && !event.shiftKey
  if (event.key !== '/' || !isSlashOn()) return false
  const target = event.target instanceof Element ? event.target : null
  return target?.closest(`${EDITABLE}, dialog`) == null && document.querySelector('dialog[open]') === null
}
