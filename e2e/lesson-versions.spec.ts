/** One lesson, told twice: moving between its versions, coming back to it, printing it. */
import type { Page } from '@playwright/test'
import { expect, expectAccessible, opened, test } from './fixtures'

const LESSON = '/courses/deep-learning-fundamentals/activation-functions/relu-and-dead-units'
const PLAIN = `${LESSON}/v/plain`

/** Scrolls as a reader does, until the contents list says that this section is being read. */
async function readTo(page: Page, anchor: string) {
  await page.locator(`#${anchor}`).evaluate((heading) => heading.scrollIntoView())
  await expect(page.locator(`aside a[href="#${anchor}"]`)).toHaveAttribute('aria-current', 'location')
}

test('a reader in the middle of a lesson changes its tone by keyboard and stays at the same section', async ({
  page,
}) => {
  await page.goto(LESSON)
  await opened(page)
  const versions = page.getByRole('complementary').getByRole('navigation', { name: 'Read this section as' })
  await readTo(page, 'how-a-unit-dies')
  await versions.getByRole('link', { name: 'Plain' }).focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(`**${PLAIN}#how-a-unit-dies`)
  await opened(page)
  await expect(page.getByRole('heading', { name: 'Dead units', exact: true })).toBeInViewport()
  await expect(versions.getByRole('link', { name: 'Plain' })).toHaveAttribute('aria-current', 'page')

  await readTo(page, 'treatment')
  await versions.getByRole('link', { name: 'Playful' }).focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(`**${LESSON}#treatment`)
  await opened(page)
  await expect(page.getByRole('heading', { name: 'Treatment' })).toBeInViewport()
})

test('somebody who comes back is offered where they stopped, in the version they chose, and is taken nowhere unasked', async ({
  page,
}) => {
  await page.goto(LESSON)
  await opened(page)
  await expect(page.getByRole('link', { name: /^Continue|as last time/ })).toHaveCount(0)
  await readTo(page, 'for-ever')

  await page.goto(LESSON)
  await opened(page)
  expect(await page.evaluate(() => window.scrollY)).toBe(0)
  const onward = page.getByRole('link', { name: 'Continue at “For ever?”' })
  await expect(onward).toBeVisible()
  await onward.click()
  await expect(page.getByRole('heading', { name: 'For ever?' })).toBeInViewport()

  // By its switch, the reader prefers the plain version; by the address, the playful one is opened nevertheless.
  await page
    .getByRole('complementary')
    .getByRole('navigation', { name: 'Read this section as' })
    .getByRole('link', { name: 'Plain' })
    .click()
  await page.waitForURL(`**${PLAIN}#for-ever`)
  await page.goto(LESSON)
  await opened(page)
  await expect(page.getByRole('heading', { name: 'Why there is a rule on the wall at all' })).toBeAttached()
  await page.getByRole('link', { name: 'Continue in the plain version' }).click()
  await page.waitForURL(`**${PLAIN}#for-ever`)

  // Read to its end, a lesson is not continued.
  await readTo(page, 'sources')
  await page.goto(PLAIN)
  await opened(page)
  await expect(page.getByRole('link', { name: /^Continue/ })).toHaveCount(0)
})

test('nothing on the page moves when the reminder arrives', async ({ page }) => {
  const top = () => page.locator('#aims').evaluate((heading) => heading.getBoundingClientRect().top + window.scrollY)
  for (const width of [1280, 390, 320]) {
    await page.setViewportSize({ width, height: 844 })
    await page.goto(LESSON)
    await opened(page)
    const before = await top()
    await page.evaluate(() => localStorage.setItem('reading-place:relu', 'counting-without-fooling-yourself'))
    await page.reload()
    await expect(page.getByRole('link', { name: /^Continue at/ })).toBeVisible()
    expect.soft(await top(), `${width} px wide`).toBe(before)
    await page.evaluate(() => localStorage.clear())
  }
})

test('the plain version can be used by everybody, and its cards and quiz are the lesson’s own', async ({ page }) => {
  await page.goto(PLAIN)
  await opened(page)
  await expectAccessible(page)
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', new RegExp(`${LESSON}$`))
  await expect(page.getByText('Plain version, written by the Nonlinear authors. Not yet reviewed')).toBeVisible()
  const tools = page.getByRole('complementary')
  await expect(tools.getByRole('link', { name: /^Flashcards/ })).toHaveAttribute('href', `${LESSON}/flashcards`)
  await expect(tools.getByRole('link', { name: /^Quiz/ })).toHaveAttribute('href', `${LESSON}/quiz`)
})

test('on a phone the contents stay at hand: they say where the reader is, lead on, and give the place back', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(PLAIN)
  await opened(page)
  const bar = page.locator('[data-contents-bar]')
  await bar.locator('summary').click()
  await expectAccessible(page)
  await bar.getByRole('link', { name: 'Recovery' }).click()
  await expect(page.getByRole('heading', { name: 'Recovery' })).toBeInViewport()
  await expect(bar).not.toHaveAttribute('open')
  await expect(bar.locator('summary')).toBeInViewport()
  await expect(bar.locator('summary')).toContainText('Recovery')
  const [title, cover] = await Promise.all([
    page.getByRole('heading', { name: 'Recovery' }).boundingBox(),
    bar.boundingBox(),
  ])
  expect(title?.y).toBeGreaterThanOrEqual((cover?.y ?? 0) + (cover?.height ?? 0))
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('both versions can be read, and each leads to the other', async ({ page }) => {
    await page.goto(LESSON)
    await page.getByRole('navigation', { name: 'Versions of this lesson' }).getByRole('link', { name: 'Plain' }).click()
    await page.waitForURL(`**${PLAIN}`)
    const main = page.getByRole('main')
    for (const name of ['Why a nonlinearity is needed', 'Dead units', 'Common misstatements', 'Summary']) {
      await expect(main.getByRole('heading', { name, exact: true })).toBeVisible()
    }
    await expect(main.getByText('not checked')).toBeVisible()
    await page.getByRole('link', { name: 'Recovery' }).first().click()
    await expect(main.getByRole('heading', { name: 'Recovery' })).toBeInViewport()
    await page
      .getByRole('navigation', { name: 'Versions of this lesson' })
      .getByRole('link', { name: 'Playful' })
      .click()
    await expect(main.getByText('Meet a small office.')).toBeVisible()
  })
})

test('a printed lesson is ink on paper: no bars, no buttons, recipes unfolded, addresses written out', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.goto(PLAIN)
  await opened(page)
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  for (const gone of [page.getByRole('banner'), page.getByRole('contentinfo'), page.getByRole('complementary')]) {
    await expect(gone).toBeHidden()
  }
  await expect(page.getByRole('navigation')).toHaveCount(0)
  await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(255, 255, 255)')
  await expect(page.getByRole('main')).toHaveCSS('color', 'rgb(0, 0, 0)')
  await expect(page.locator('#experiment-bad-start table')).toBeVisible()
  const address = await page
    .locator('#source-he-2015 a')
    .evaluate((link) => getComputedStyle(link, '::after').content.replaceAll('"', ''))
  expect(address).toContain('https://arxiv.org/abs/1502.01852')
})
