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
