/** The reader's choice of theme: kept in this browser, `system` by not being kept at all. */
export const THEME_CHOICES = ['system', 'light', 'dark'] as const
export type ThemeChoice = (typeof THEME_CHOICES)[number]

const KEY = 'theme'

export function readThemeChoice(storage: Pick<Storage, 'getItem'>): ThemeChoice {
  const kept = storage.getItem(KEY)
  return kept === 'light' || kept === 'dark' ? kept : 'system'
}

export function storeThemeChoice(choice: ThemeChoice, storage: Pick<Storage, 'setItem' | 'removeItem'>): void {
  if (choice === 'system') storage.removeItem(KEY)
  else storage.setItem(KEY, choice)
}

export function resolveTheme(choice: ThemeChoice, systemIsDark: boolean): 'light' | 'dark' {
  if (choice === 'system') return systemIsDark ? 'dark' : 'light'
  return choice
}

/** The order in which the header's button goes round. */
export function nextThemeChoice(choice: ThemeChoice): ThemeChoice {
  return THEME_CHOICES[(THEME_CHOICES.indexOf(choice) + 1) % THEME_CHOICES.length] ?? 'system'
}
