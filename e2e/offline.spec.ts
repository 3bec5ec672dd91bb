/** Asking for a page that cannot be fetched. What an open page can do without a network is search.spec.ts's. */
import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from './fixtures'
import { createOwnServer } from './own-server'

test('somebody who asks for a page while the server is away is told so by a page of ours, and gets it when it is back', async ({
  page,
  quietConsole,
}) => {
  test.setTimeout(240_000)
  const server = await createOwnServer()
  try {
    await server.start()
    await page.goto(`${server.url}/glossary`)
    await expect.poll(() => isKept(page)).toBe(true)
    await server.stop()

    const wanted = `${server.url}/search?q=silu`
    const answer = await page.goto(wanted)
    expect(page.url()).toBe(wanted)
    expect(answer?.headers()['content-security-policy']).toMatch(/script-src 'self' 'sha256-/)
    await expect(page.getByRole('heading', { level: 1, name: 'This page needs a connection.' })).toBeVisible()
    expect(await page.evaluate(() => getComputedStyle(document.body).fontFamily)).toContain('Inter')
    await expectAccessible(page)
    await page.setViewportSize({ width: 320, height: 640 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)

    await server.start()
    await page.getByRole('link', { name: 'Try again' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Search' })).toBeVisible()
    await expect(page.getByText('results for')).toBeVisible()
    expect(page.url()).toBe(wanted)
    // The browser notes each request that nobody answered; nothing of ours may complain.
    expect(quietConsole.splice(0).filter((message) => !/ERR_(?:CONNECTION_REFUSED|FAILED)/.test(message))).toEqual([])
  } finally {
    await server.dispose()
  }
})

/** Whether the browser has the page that stands in for others, and a worker that gives it out. */
const isKept = (page: Page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration()
    return registration?.active?.state === 'activated' && (await caches.match('/offline')) !== undefined
  })
