/**
 * What reading the site takes: no script, no mouse, a narrow phone; and that every link leads somewhere
 * that everybody can use. What a learner does here is newcomer.spec.ts.
 */
import type { APIRequestContext } from '@playwright/test'
import { expect, expectAccessible, opened, test } from './fixtures'

const LESSON = '/courses/deep-learning-fundamentals/activation-functions/relu-and-dead-units'

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a reader gets the whole lesson: text, formulas, curves, code, recipes and sources', async ({ page }) => {
    await page.goto(LESSON)
    const main = page.getByRole('main')
    for (const heading of ['How a unit dies', 'Counting without fooling yourself', 'Treatment', 'Take with you']) {
      await expect(main.getByRole('heading', { name: heading })).toBeVisible()
    }
    expect(await main.locator('math').count()).toBeGreaterThan(10)
    await expect(main.getByText('negative_slope=0.01').first()).toBeVisible()
    await expect(main.locator('#experiment-dying').getByText('Learning rate', { exact: false }).first()).toBeVisible()
    await expect(main.getByText('1502.01852').first()).toBeVisible()
  })
})

test('a visitor follows every link of the site: each leads somewhere that everybody can use', async ({
  page,
  request,
}) => {
  test.setTimeout(900_000)
  const violations: string[] = []
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) violations.push(message.text())
  })
  const seen = new Set<string>(['/'])
  const dead: string[] = []
  for (const path of seen) {
    const response = await page.goto(path)
    if (!response?.ok()) {
      dead.push(path)
      continue
    }
    // The blog's feed is alive and no page.
    if (!response.headers()['content-type']?.startsWith('text/html')) continue
    expect.soft(await page.evaluate(() => crossOriginIsolated), `${path} may share memory with its workers`).toBe(true)
    await expectAccessible(page)
    const links = await page
      .locator('a[href]')
      .evaluateAll((anchors) => anchors.map((a) => (a as HTMLAnchorElement).href))
    for (const link of links) await follow(link)
  }

  async function follow(link: string) {
    const target = new URL(link)
    if (target.origin !== new URL(page.url()).origin) return
    if (target.hash && target.pathname === new URL(page.url()).pathname) {
      const id = decodeURIComponent(target.hash.slice(1))
      if ((await page.locator(`[id="${id}"]`).count()) === 0) dead.push(`${target.pathname}${target.hash}`)
    }
    seen.add(target.pathname)
  }

  expect(dead).toEqual([])
  expect(violations).toEqual([])
  expect(seen.size).toBeGreaterThan(15)
  await expectHonest404(request)
})

async function expectHonest404(request: APIRequestContext) {
  for (const path of ['/nothing', '/courses/nothing', `${LESSON}/nothing`, '/challenges/nothing']) {
    const response = await request.get(path)
    expect([path, response.status()]).toEqual([path, 404])
    expect(response.headers()['content-security-policy']).toContain("script-src 'self'")
    expect(await response.text()).toContain('This page does not exist.')
  }
}

test('somebody on a very narrow phone never has to scroll sideways', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  for (const path of [
    '/',
    LESSON,
    `${LESSON}/quiz`,
    `${LESSON}/flashcards`,
    '/dashboard',
    '/challenges/cifar-activation-swap',
    '/sign-up',
  ]) {
    await page.goto(path)
    await opened(page)
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect.soft(overflow, path).toBeLessThanOrEqual(0)
  }
})

test('somebody with only a keyboard turns a card, grades it and takes the grade back', async ({ page }) => {
  await page.goto(`${LESSON}/flashcards`)
  await opened(page)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Space')
  await page.keyboard.press('3')
  await expect(page.getByText(/^1 done/)).toBeVisible()
  await page.keyboard.press('z')
  await expect(page.getByText(/^0 done/)).toBeVisible()
  await expectAccessible(page)
})
