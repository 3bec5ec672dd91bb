/**
 * What reading the site takes: no script, no mouse. Every page of the site is visited by crawl.spec.ts; what a
 * learner does here is newcomer.spec.ts.
 */
import { expect, expectAccessible, holdScripts, opened, test } from './fixtures'

const CHAPTER = '/courses/deep-learning-fundamentals/activation-functions'
const LESSON = `${CHAPTER}/relu-and-dead-units`

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

  test('a reader finds every deck and turns its cards by hand, and nothing says for ever that it is opening', async ({
    page,
  }) => {
    await page.goto('/review')
    await expect(page.getByRole('main').getByRole('status')).toHaveCount(0)
    await page.getByRole('link', { name: 'ReLU and the units that die' }).click()
    await expect(page).toHaveURL(`${LESSON}/flashcards`)
    await expect(page.getByRole('main').getByRole('status')).toHaveCount(0)
    const first = page.locator('main dl > div').first()
    await expect(first.getByText('What does ReLU compute?')).toBeVisible()
    await expect(first.getByRole('definition').locator('.prose')).toBeHidden()
    await first.locator('summary').click()
    await expect(first.getByRole('definition').locator('.prose')).toBeVisible()
    await page.goto('/dashboard')
    await expect(page.locator('main noscript > p')).toContainText('The dashboard needs JavaScript')
    await expect(page.getByRole('main').getByRole('status')).toHaveCount(0)
  })

  test('a reader gets the whole timeline, and no buttons that would do nothing', async ({ page }) => {
    await page.goto('/timeline#relu-2010')
    await expect(page.locator('#relu-2010')).toBeInViewport()
    await expect(page.locator('#threshold-unit-1943')).toBeVisible()
    await expect(page.getByRole('main').getByRole('button')).toHaveCount(0)
  })
})

test('somebody with only a keyboard follows one strand of the timeline, and a link back to all of it', async ({
  page,
}) => {
  await page.goto('/timeline')
  await opened(page)
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const entries = page.getByRole('main').locator('ol > li[id]')
  const all = await entries.filter({ visible: true }).count()
  await button('Everything').focus()
  await page.keyboard.press('Tab')
  await expect(button('Functions')).toBeFocused()
  await page.keyboard.press('Space')
  await expect(button('Functions')).toHaveAttribute('aria-pressed', 'true')
  await expect(button('Everything')).toHaveAttribute('aria-pressed', 'false')
  await expect(page.locator('#relu-2010')).toBeVisible()
  await expect(page.locator('#lstm-1997')).toBeHidden()
  await expect(page.getByRole('heading', { name: '1940s' })).toBeHidden()
  const functions = await entries.filter({ visible: true }).count()
  await expect(page.getByRole('status').filter({ hasText: `${functions} of ${all} entries` })).toBeVisible()
  await button('Architectures').focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('#lstm-1997')).toBeVisible()
  expect(await entries.filter({ visible: true }).count()).toBeGreaterThan(functions)
  await expectAccessible(page)
  // What is left out for now can still be searched for, and is then shown.
  await page.keyboard.press('/')
  await page.getByRole('combobox').fill('hebbian learning')
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/timeline#hebb-1949$/)
  await expect(page.locator('#hebb-1949')).toBeInViewport()
  await expect(button('Everything')).toHaveAttribute('aria-pressed', 'true')
  await page.setViewportSize({ width: 320, height: 640 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
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

// One with tables headed by formulas and code, one with every probe: what a page has most of.
for (const lesson of ['why-a-network-needs-a-bend', 'gradient-flow']) {
  test(`on a phone, with all that is folded open, everybody can use ${lesson}`, async ({ page }) => {
    test.setTimeout(120_000)
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(`${CHAPTER}/${lesson}`)
    await opened(page)
    for (const panel of await page.locator('[id^=experiment-]').all()) await panel.scrollIntoViewIfNeeded()
    await page.waitForLoadState('networkidle')
    await page.getByRole('main').evaluate((main) => {
      for (const details of main.querySelectorAll('details')) details.open = true
    })
    await expectAccessible(page)
    const formula = page.locator('math[display=block][tabindex]').first()
    await formula.focus()
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => formula.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0)
  })
}

test('what is pressed before the scripts are here is not lost, and nothing breaks', async ({ page }) => {
  const arrive = await holdScripts(page)
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/sign-in', { waitUntil: 'commit' })
  await page.getByRole('banner').locator('summary').click()
  const about = page.getByRole('navigation', { name: 'Menu' }).getByRole('link', { name: 'About' })
  await expect(about).toBeVisible()
  await page.getByRole('banner').locator('summary').click()
  await page.getByLabel('E-mail', { exact: true }).fill('somebody@example.org')
  await page.getByLabel('Password', { exact: true }).fill('four quiet clerks bend')
  await page.keyboard.press('Enter')
  await page.getByRole('banner').locator('summary').click()
  arrive()
  await expect(page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true })).toBeEnabled()
  await expect(page.getByLabel('E-mail', { exact: true })).toHaveValue('somebody@example.org')
  await expect(about).toBeVisible()
})

test('what was chosen before the scripts are here counts: colours, and boxes of the filter', async ({ page }) => {
  const arrive = await holdScripts(page)
  await page.goto('/explore', { waitUntil: 'commit' })
  const colours = page.getByRole('banner').getByRole('button', { name: /^Colours/ })
  const planned = page.getByRole('checkbox', { name: 'Hide what is planned' })
  await colours.click()
  await colours.click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await planned.check()
  await page.getByRole('checkbox', { name: /^Lesson/ }).check()
  arrive()
  await expect(colours).toHaveAccessibleName('Colours: dark. Switch to as the system has it.')
  await expect(page.getByRole('status').filter({ hasText: /^\d+ of \d+$/ })).toBeVisible()
  await expect(page).toHaveURL(/[?&]kind=lesson.*planned=hide/)
  await expect(planned).toBeChecked()
  await colours.click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
  await planned.uncheck()
  await expect(page).not.toHaveURL(/planned/)
})

test('somebody who chose a few colours for everything can read what stands on a ground of ours', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  for (const path of ['/mind-map', LESSON]) {
    await page.goto(path)
    await opened(page)
    const letters = page.locator(':is(.text-on-accent, .text-page):visible')
    expect(await letters.count(), path).toBeGreaterThan(0)
    const here = page.getByRole('navigation', { name: 'Main' }).locator('[aria-current=page]')
    if (path === '/mind-map') await expect(here).toHaveCSS('text-decoration-line', 'underline')
    // Otherwise the browser lays its ground, which is the letters' own colour, behind them.
    const adjusted = await letters.evaluateAll((all) => all.map((one) => getComputedStyle(one).forcedColorAdjust))
    expect(new Set(adjusted), path).toEqual(new Set(['none']))
  }
})
