import { expect, test } from 'vitest'
import { nextThemeChoice, readThemeChoice, resolveTheme, storeThemeChoice, THEME_CHOICES } from './theme-choice'

function memory(initial: Record<string, string> = {}) {
  const kept = new Map(Object.entries(initial))
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
}

test.each(THEME_CHOICES)('a stored choice is read back: %s', (choice) => {
  const storage = memory({ theme: 'dark' })
  storeThemeChoice(choice, storage)
  expect(readThemeChoice(storage)).toBe(choice)
})

test('a value from elsewhere counts as no choice', () => {
  expect(readThemeChoice(memory({ theme: 'sepia' }))).toBe('system')
})

test.each([
  ['system', true, 'dark'],
  ['system', false, 'light'],
  ['light', true, 'light'],
  ['dark', false, 'dark'],
] as const)('%s on a system that is dark=%s shows %s', (choice, systemIsDark, shown) => {
  expect(resolveTheme(choice, systemIsDark)).toBe(shown)
})

test('the button reaches every choice and comes back', () => {
  const seen = new Set<string>()
  let choice = readThemeChoice(memory())
  for (let press = 0; press < THEME_CHOICES.length; press += 1) {
    seen.add(choice)
    choice = nextThemeChoice(choice)
  }
  expect([...seen].sort()).toEqual([...THEME_CHOICES].sort())
  expect(choice).toBe('system')
})
