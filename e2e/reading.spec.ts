/**
 * What reading the site takes: no script, no mouse. Every page of the site is visited by crawl.spec.ts; what a
 * learner does here is newcomer.spec.ts.
 */
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
