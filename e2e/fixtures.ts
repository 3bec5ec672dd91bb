/** What every story shares: a console that must stay empty, and an accessibility check in both themes. */
import AxeBuilder from '@axe-core/playwright'
import { test as base, expect, type Page } from '@playwright/test'

export const test = base.extend<{ quietConsole: string[] }>({
  quietConsole: [
    async ({ page }, use) => {
      const messages = watchConsole(page)
      await watchPolicy(page)
      await use(messages)
      expect(messages, 'the console stays empty').toEqual([])
    },
    { auto: true },
  ],
})

/** A violation that a script caught itself is in no console: from now on it is said there. */
export async function watchPolicy(page: Page) {
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) =>
      console.error(`security policy: ${violatedDirective} ${blockedURI} (${sourceFile})`),
    )
  })
}

/** Collects what the page complains about from here on. */
export function watchConsole(page: Page): string[] {
  const messages: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') messages.push(message.text())
  })
  page.on('pageerror', (error) => messages.push(String(error)))
  return messages
}

/** Keeps the page's scripts back until the answer is called. */
export async function holdScripts(page: Page): Promise<() => void> {
  let arrive = () => {}
  const held = new Promise<void>((resolve) => {
    arrive = resolve
  })
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    await held
    await route.continue()
  })
  return arrive
}

/** Waits until the page knows who is looking at it: React has taken over, and a click reaches its handler. */
export async function opened(page: Page) {
  const banner = page.getByRole('banner')
  const account = banner.getByRole('button', { name: /your account/ })
  await expect(banner.locator('[data-visitor=guest]').or(account)).toBeVisible()
}

/** axe with every WCAG 2.2 AA rule, light and dark; the findings are in the failure's text. */
export async function expectAccessible(page: Page) {
  // Colours are judged at rest, not half-way through a transition from one theme to the other.
  await page.emulateMedia({ reducedMotion: 'reduce' })
  for (const theme of ['light', 'dark'] as const) {
    await page.evaluate((name) => {
      document.documentElement.dataset.theme = name
      return new Promise((settled) => requestAnimationFrame(() => requestAnimationFrame(settled)))
    }, theme)
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      // Every rule runs; what passes is only counted, not described, which took more time than all the rules.
      .options({ resultTypes: ['violations'] })
      // Our pages hold no frames: nothing has to be put together in a second page.
      .setLegacyMode(true)
      .analyze()
    const findings = violations.map((violation) => ({
      rule: violation.id,
      impact: violation.impact,
      where: violation.nodes.slice(0, 3).map((node) => node.target.join(' ')),
    }))
    expect.soft(findings, `${page.url()} in ${theme}`).toEqual([])
  }
}

export { expect }
