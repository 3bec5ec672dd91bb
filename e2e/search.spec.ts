/** Finding things: by keyboard, by a screen reader, without a network, without script, and after a wrong turn. */
import { expect, expectAccessible, opened, test } from './fixtures'

const LESSON = '/courses/deep-learning-fundamentals/activation-functions/relu-and-dead-units'
const FIELD = { name: /^Search lessons/ }

test('somebody who knows Swish as SiLU presses a key, types it, and is there', async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.goto(LESSON)
  await opened(page)
  expect(asked.filter((path) => path.startsWith('/search'))).toEqual([])
  await page.keyboard.press('/')
  const field = page.getByRole('combobox', FIELD)
  await expect(field).toBeFocused()
  await page.keyboard.type('silu')
  await expect(page.getByRole('status').filter({ hasText: 'results' })).toHaveText(/^\d+ results\.$/)
  const first = page.getByRole('option').first()
  await expect(first).toContainText('Swish')
  await expect(first).toHaveAttribute('aria-selected', 'true')
  expect(await field.getAttribute('aria-activedescendant')).toBe(await first.getAttribute('id'))
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/glossary#swish$/)
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.locator('#swish')).toBeInViewport()
  await expect(page.locator('#swish')).toHaveAttribute('data-arrived')
  expect(asked.filter((path) => path.startsWith('/search-index/'))).toHaveLength(1)
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('button', { name: 'silu', exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Clear' }).click()
  await expect(page.getByRole('region', { name: 'Recent searches' })).toHaveCount(0)
  await expect(field).toBeFocused()
})

test('somebody at the keyboard walks through the answers, and comes back to where they were', async ({ page }) => {
  await page.goto(LESSON)
  await opened(page)
  const before = page.getByRole('banner').getByRole('link', { name: 'Sign in' })
  await before.focus()
  await page.keyboard.press('Control+k')
  const field = page.getByRole('combobox', FIELD)
  await field.pressSequentially('dead unit')
  const options = page.getByRole('option')
  const selected = page.getByRole('option', { selected: true })
  await expect(options.nth(4)).toBeVisible()
  const count = await options.count()
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowDown')
  await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('End')
  await expect(options.nth(count - 1)).toHaveAttribute('aria-selected', 'true')
  await expect(selected).toBeInViewport()
  await page.keyboard.press('ArrowDown')
  await expect(options.first()).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Home')
  await expect(options.first()).toHaveAttribute('aria-selected', 'true')
  await expect(selected).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(before).toBeFocused()
  // The key can be given back to whoever has another use for it.
  await page.keyboard.press('/')
  await page.getByRole('checkbox', { name: /opens the search/ }).uncheck()
  await page.keyboard.press('Escape')
  await page.keyboard.press('/')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('the search can be used by everybody: light, dark, on a phone, with nothing found', async ({ page }) => {
  await page.goto('/glossary')
  await opened(page)
  for (const width of [1280, 390, 320]) {
    await page.setViewportSize({ width, height: 700 })
    await page.getByRole('banner').getByRole('link', { name: 'Search' }).click()
    const field = page.getByRole('combobox', FIELD)
    await expectAccessible(page)
    await field.fill('gradient')
    await expect(page.getByRole('option').first()).toBeVisible()
    await expectAccessible(page)
    await field.fill('zzqqxx')
    await expect(page.getByText('Nothing found for')).toBeVisible()
    await expectAccessible(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
    await page.getByRole('button', { name: 'Close the search' }).click()
  }
})

test('somebody whose browser keeps nothing for us searches, and chooses the colours of the page', async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('denied', 'SecurityError')
        },
      })
    }
  })
  await page.goto('/glossary')
  await opened(page)
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', FIELD).fill('silu')
  await expect(page.getByRole('option').first()).toBeVisible()
  await page.keyboard.press('Escape')
  const colours = page.getByRole('banner').getByRole('button', { name: /^Colours/ })
  await colours.click()
  await expect(colours).toHaveAccessibleName(/^Colours: light/)
  await colours.click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', FIELD).fill('silu')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/glossary#swish$/)
})

const HOSTILE = [
  'a'.repeat(10_000),
  `<img src=x onerror="document.title='taken'">`,
  '</script><script>document.title="taken"</script>',
  '\u202egnp.exe \u0007\u0000 dead',
  'مرحبا بالعالم',
]

test('whatever is typed or stands in the address is handled, and shown as text alone', async ({ page }) => {
  await page.goto('/search')
  await opened(page)
  for (const text of HOSTILE) {
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', FIELD).fill(text)
    await expect(
      page
        .getByRole('dialog')
        .getByText(/Nothing found for|In the lessons|Glossary/i)
        .first(),
    ).toBeVisible()
    await page.keyboard.press('Escape')
    const response = await page.goto(`/search?q=${encodeURIComponent(text)}`)
    expect(response?.status()).toBe(200)
    expect((await response?.text())?.includes(text) && /[<\u202e]/.test(text)).toBeFalsy()
    await opened(page)
    expect(await page.title()).toMatch(/^Search/)
    await expect(page.locator('main img, main script')).toHaveCount(0)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
  }
})

test('somebody whose network goes away keeps the search and the page, and is taken on when it is back', async ({
  page,
  context,
  quietConsole,
}) => {
  await page.goto(LESSON)
  await opened(page)
  await page.waitForLoadState('networkidle')
  await page.getByRole('banner').getByRole('link', { name: 'Search' }).hover()
  await page.keyboard.press('/')
  await page.getByRole('combobox', FIELD).fill('gelu')
  await expect(page.getByRole('option').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await context.setOffline(true)
  await expect(page.getByText('You are offline.')).toBeVisible()
  await page.keyboard.press('/')
  await page.getByRole('combobox', FIELD).fill('silence is healthy')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#silence-is-healthy$/)
  await expect(page.getByRole('heading', { name: 'Silence is healthy' })).toBeInViewport()
  await page.keyboard.press('/')
  await page.getByRole('combobox', FIELD).fill('silu')
  await page.keyboard.press('Enter')
  await expect(page.getByText('opens when the connection is back')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1, name: 'ReLU and the units that die' })).toBeAttached()
  await expectAccessible(page)
  // What could not be fetched meanwhile keeps its place in words, and comes when it can.
  const widget = page.locator('#experiment-dying').getByRole('button', { name: /^Run/ })
  await page.locator('#experiment-dying').scrollIntoViewIfNeeded()
  await expect(widget).toHaveCount(0)
  await context.setOffline(false)
  await expect(widget).toBeVisible()
  await page.getByRole('status').getByRole('link').click()
  await expect(page).toHaveURL(/\/glossary#swish$/)
  // The browser notes each request that found no network; nothing of ours may complain.
  expect(quietConsole.splice(0).filter((message) => !message.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([])
})

test('a wrong address answers 404, says which, and offers what it may have meant', async ({ page, quietConsole }) => {
  for (const [wrong, meant] of [
    [`${LESSON}s`, LESSON],
    ['/courses/deep-learing-fundamentals', '/courses/deep-learning-fundamentals'],
    [`${LESSON}/v/opera`, LESSON],
    ['/silu', '/glossary#swish'],
  ] as const) {
    const response = await page.goto(wrong)
    expect(response?.status()).toBe(404)
    await expect(page.getByRole('navigation', { name: 'Did you mean' }).getByRole('link').first()).toHaveAttribute(
      'href',
      meant,
    )
    await expect(page.getByText(wrong, { exact: true })).toBeVisible()
    // The one message is the browser's own, about the document's status.
    expect(quietConsole.splice(0).filter((message) => !message.includes('status of 404'))).toEqual([])
  }
  await page.goto(`/${encodeURIComponent('<b>'.repeat(400))}`)
  await expect(page.locator('main b')).toHaveCount(0)
  await expect(page.getByText('…').first()).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('main').getByRole('searchbox').fill('dead unit')
  await page.keyboard.press('Enter')
  await expect(page.getByText('results for')).toBeVisible()
  quietConsole.length = 0
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a reader searches by a plain form and follows a plain link', async ({ page }) => {
    await page.goto(LESSON)
    await page.getByRole('banner').getByRole('link', { name: 'Search' }).click()
    await page.getByRole('searchbox').fill('silu')
    await page.getByRole('button', { name: 'Search' }).click()
    await page.getByRole('main').getByRole('link').first().click()
    await expect(page).toHaveURL(/\/glossary#swish$/)
    await expect(page.locator('#swish')).toContainText('The input times its own sigmoid')
    await page.locator('#swish').getByRole('link', { name: 'On the formula sheet' }).click()
    await expect(page.locator('#swish math')).toHaveCount(3)
  })
})
