/**
 * The site around the lessons: its start page trains, its menu opens without a mouse or a script, its feed and
 * pictures are there. That every page is accessible and every link alive is the crawl in reading.spec.ts.
 */
import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { expect, expectAccessible, opened, test } from './fixtures'

const CHAPTER = '/courses/deep-learning-fundamentals/activation-functions'
const LESSON = `${CHAPTER}/relu-and-dead-units`
const network = (page: Page) => page.locator('figure[data-phase]')
const stepOf = async (page: Page) => Number(await network(page).getAttribute('data-step'))

test('a newcomer watches a network train to its end, and gets the weights that the build got', async ({ page }) => {
  await page.goto('/')
  await expect(network(page)).toHaveAttribute('data-phase', 'running')
  await expect(network(page)).toHaveAttribute('data-phase', 'finished', { timeout: 60_000 })
  await expect(network(page)).toContainText(/^(?:.|\n)*3,000 steps in (?:\d+ ms|\d\.\d s) of computing on your machine/)
  await expect(network(page)).toContainText('to the last bit what our own machine got')
  await expectAccessible(page)
  await page.getByRole('radio', { name: 'ReLU' }).focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('radio', { name: 'No bend' })).toBeChecked()
  await expect(network(page)).toContainText('still one straight cut')
  await expect(network(page)).toHaveAttribute('data-phase', 'finished', { timeout: 60_000 })
  await expect(network(page)).toContainText('to the last bit what our own machine got')
})

test('the network rests while nobody sees it, and when it is told to', async ({ page }) => {
  await page.goto('/')
  await expect.poll(() => stepOf(page)).toBeGreaterThan(0)
  await page.getByRole('contentinfo').scrollIntoViewIfNeeded()
  await expect(network(page)).not.toBeInViewport()
  // The picture that was asked for before may still come.
  await page.waitForTimeout(300)
  const away = await stepOf(page)
  await page.waitForTimeout(700)
  expect(await stepOf(page)).toBe(away)
  expect(away).toBeLessThan(3000)
  await page.getByRole('heading', { level: 1 }).scrollIntoViewIfNeeded()
  await expect.poll(() => stepOf(page)).toBeGreaterThan(away)
  await page.getByRole('button', { name: 'Pause' }).click()
  await expect(network(page)).toHaveAttribute('data-phase', 'paused')
  const paused = await stepOf(page)
  await page.waitForTimeout(500)
  expect(await stepOf(page)).toBe(paused)
})

test('somebody who asked for less motion gets a still picture, and trains it when they like', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto('/')
  await opened(page)
  await page.waitForTimeout(1500)
  await expect(network(page)).toHaveAttribute('data-phase', 'still')
  await expect(network(page)).toContainText('when the site was built')
  await page.getByRole('button', { name: 'Train', exact: true }).click()
  await expect(network(page)).toHaveAttribute('data-phase', 'finished', { timeout: 60_000 })
})

test('the start page does not move while its network begins', async ({ page }) => {
  await page.addInitScript(() => {
    Object.assign(window, { shifted: 0 })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean }
        if (!hadRecentInput)
          Object.assign(window, { shifted: (window as never as { shifted: number }).shifted + value })
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await page.goto('/')
  await expect(network(page)).toHaveAttribute('data-phase', 'finished', { timeout: 60_000 })
  expect(await page.evaluate(() => (window as never as { shifted: number }).shifted)).toBeLessThanOrEqual(0.02)
})

test('the bar at the top and the page below it fit between a phone and a desk, whoever is signed in', async ({
  page,
}) => {
  await page.goto('/sign-up')
  await opened(page)
  await expectNothingCutOff(page)
  await page.getByLabel('Name (optional)').fill('Wilhelmina Featherstonehaugh')
  await page.getByLabel('E-mail', { exact: true }).fill(`wide-${randomUUID()}@example.org`)
  await page.getByLabel('Password', { exact: true }).fill('nine calm otters swim')
  await page.getByRole('button', { name: 'Make my account' }).click()
  await expect(page.getByRole('banner').getByRole('button', { name: /your account/ })).toBeVisible()
  await expectNothingCutOff(page)
})

/** A tablet held either way, and the width at which the menu becomes a row. */
async function expectNothingCutOff(page: Page) {
  for (const width of [390, 480, 640, 768, 820, 1023, 1024, 1112, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect.soft(overflow, `pixels to scroll sideways at ${width} px`).toBeLessThanOrEqual(0)
  }
}

test('on paper nothing asks to be pressed', async ({ page }) => {
  for (const [path, label] of [
    ['/', 'Start the first lesson'],
    [`${LESSON}/quiz`, 'Check my answer'],
  ] as const) {
    await page.goto(path)
    await opened(page)
    const button = page.getByRole('main').locator('a, button', { hasText: label }).first()
    await expect(button).toBeVisible()
    await page.emulateMedia({ media: 'print' })
    await expect(button).toBeHidden()
    await page.emulateMedia({ media: null })
  }
})

test('what a number of views means is shown whole, however wide the page', async ({ page }) => {
  await page.goto(LESSON)
  for (const width of [1280, 768, 640, 390]) {
    await page.setViewportSize({ width, height: 800 })
    await page.getByRole('button', { name: /^\d+ views?$/ }).hover()
    const box = await page.getByRole('tooltip').filter({ visible: true }).boundingBox()
    expect.soft((box?.x ?? -1) >= 0 && box !== null && box.x + box.width <= width, `${width} px`).toBe(true)
    await page.mouse.move(0, 0)
  }
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('somebody with only a keyboard opens the menu, closes it, and goes to a page by it', async ({ page }) => {
    await page.goto('/')
    await opened(page)
    const menu = page.getByRole('banner').locator('summary')
    const about = page.getByRole('navigation', { name: 'Menu' }).getByRole('link', { name: 'About' })
    await expect(about).toBeHidden()
    await menu.focus()
    await page.keyboard.press('Enter')
    await expect(about).toBeVisible()
    await expectAccessible(page)
    await page.keyboard.press('Tab')
    await expect(page.getByRole('navigation', { name: 'Menu' }).getByRole('link').first()).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(about).toBeHidden()
    await expect(menu).toBeFocused()
    await page.keyboard.press('Enter')
    await about.focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: 'About Nonlinear' })).toBeVisible()
    await expect(about).toBeHidden()
  })

  test('the start page, pages of text and the menu fit the narrowest phone', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 })
    for (const path of ['/', '/help', '/help/contact', '/legal/cookies', '/blog/why-runs-are-bit-exact']) {
      await page.goto(path)
      await opened(page)
      await page.getByRole('banner').locator('summary').click()
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect.soft(overflow, path).toBeLessThanOrEqual(0)
    }
  })

  test('leaving the menu by Tab closes it', async ({ page }) => {
    await page.goto('/about')
    await opened(page)
    const menu = page.getByRole('banner').locator('summary')
    await menu.focus()
    await page.keyboard.press('Enter')
    const inside = page.getByRole('banner').locator('details :is(a, button)')
    await inside.last().focus()
    await page.keyboard.press('Tab')
    await expect(inside.last()).toBeHidden()
  })

  test.describe('without JavaScript', () => {
    test.use({ javaScriptEnabled: false })

    test('the menu opens and leads on, and the start page has its picture', async ({ page }) => {
      await page.goto('/')
      await expect(network(page).locator('svg[role=img] path').first()).toBeVisible()
      await expect(page.getByRole('button', { name: 'Train' })).toBeHidden()
      await page.getByRole('banner').locator('summary').click()
      await page.getByRole('navigation', { name: 'Menu' }).getByRole('link', { name: 'About' }).click()
      await expect(page.getByRole('heading', { level: 1, name: 'About Nonlinear' })).toBeVisible()
    })
  })
})

test('a link to the site, a course or a lesson comes with a picture of its own', async ({ page, request }) => {
  const seen = new Set<string>()
  for (const path of ['/', '/about', '/courses/deep-learning-fundamentals', CHAPTER, LESSON]) {
    await page.goto(path)
    const address = await page.locator('meta[property="og:image"]').getAttribute('content')
    const { pathname } = new URL(address ?? '')
    seen.add(pathname)
    const picture = await request.get(pathname)
    expect([path, picture.status(), picture.headers()['content-type']]).toEqual([path, 200, 'image/png'])
    const bytes = await picture.body()
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630])
  }
  expect(seen.size).toBe(3)
})

test('a feed reader finds the blog’s posts', async ({ page, request }) => {
  await page.goto('/blog')
  const address = await page.locator('link[type="application/atom+xml"]').getAttribute('href')
  const feed = await request.get(new URL(address ?? '').pathname)
  expect(feed.headers()['content-type']).toContain('application/atom+xml')
  const problem = await page.evaluate(
    (text) => {
      const parsed = new DOMParser().parseFromString(text, 'application/xml')
      return parsed.querySelector('parsererror')?.textContent ?? parsed.querySelectorAll('entry').length
    },
    await feed.text(),
  )
  expect(problem).toBeGreaterThanOrEqual(1)
})

test('a built site has icons for every browser, and no style guide', async ({ request }) => {
  for (const icon of ['/favicon.ico', '/icon.svg', '/apple-icon']) expect((await request.get(icon)).status()).toBe(200)
  expect((await request.get('/styleguide')).status()).toBe(404)
})
