/** The CNN lab on a tiny run: networks compared, looked into and kept; without a mouse; on a phone; with a worker that is lost. */
import type { Page } from '@playwright/test'
import { expect, expectAccessible, opened, test } from './fixtures'
import { endWorkers, keepWorkers } from './lost-worker'
import { moveBack, moveOffScreen } from './off-screen'

const LAB = '/lab#v=1&widget=cnn-lab'
/** Pictures that our own code draws: the same wherever the story runs. */
const TINY = `${LAB}&data=drawn-ten&held=60`
const TWO = `${TINY}&nets=relu:relu:relu,gelu:gelu:gelu&images=256&epochs=2`
const lab = (page: Page) => page.locator('[data-lab="cnn-lab"]')
const button = (page: Page, name: string | RegExp) => lab(page).getByRole('button', { name, exact: true })
const inside = (page: Page) => lab(page).getByRole('region', { name: 'Inside a network' })
const results = (page: Page) => lab(page).getByRole('region', { name: 'Accuracy, time and cost' })
const fits = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)

async function open(page: Page, address: string) {
  await page.goto(address)
  await opened(page)
  await expect(lab(page).getByRole('button', { name: /^Run/ }).first()).toBeVisible()
}

const done = (page: Page) => expect(button(page, 'Run again')).toBeVisible({ timeout: 60_000 })

test('somebody guesses, trains two activations, looks inside, and adds a third without training the two again', async ({
  page,
}) => {
  await open(page, `${TWO}&predict=1`)
  await lab(page)
    .getByRole('radio', { name: /^No clear lead/ })
    .check()
  await lab(page).getByRole('combobox', { name: 'How sure are you?' }).selectOption({ index: 2 })
  await button(page, 'Commit to it').click()
  await expect(inside(page)).toContainText('Train it first')
  await button(page, 'Run all 4').click()
  await done(page)
  await expect(inside(page).getByRole('table', { name: /^Confusion matrix/ })).toBeVisible({ timeout: 20_000 })
  await expect(lab(page)).toContainText(/It came out as .*: (you were right|not this time)\./)
  await expect(lab(page).getByRole('slider', { name: 'Accuracy on held-back images' })).toHaveAttribute(
    'aria-valuetext',
    /^step 16: ReLU, 2 seeds \d.*, GELU, 2 seeds \d/,
  )
  await expect(results(page).getByRole('row', { name: /^GELU/ })).toContainText(/7\.99 million/)
  await expect(results(page)).toContainText('ReLU’s time depends on the data')

  await expect(inside(page).getByRole('img', { name: /^Filter \d+$/ })).toHaveCount(16)
  await expect(inside(page).getByRole('img', { name: /^Map \d+$/ })).toHaveCount(16)
  const confusion = inside(page).getByRole('table', { name: /^Confusion matrix/ })
  await expect(confusion.getByRole('row')).toHaveCount(11)
  const mistake = inside(page)
    .getByRole('button', { name: /^Test image \d+: .*: look inside with it$/ })
    .nth(1)
  const place = /Test image (\d+)/.exec((await mistake.getByRole('img').getAttribute('aria-label')) ?? '')?.[1]
  await mistake.click()
  await expect(inside(page).getByRole('textbox', { name: 'Image' })).toHaveValue(place ?? 'none')
  await inside(page).getByRole('radio', { name: 'Block 2' }).check()
  await expect(inside(page).getByRole('img', { name: /^Map \d+$/ })).toHaveCount(32)
  await expect(page).toHaveURL(new RegExp(`block=2&image=${place}$`))
  await expectAccessible(page)

  await button(page, 'Add a network').click()
  await lab(page).getByRole('combobox', { name: 'Network 3: activation' }).selectOption('swish')
  await lab(page).getByRole('checkbox', { name: /guess/ }).uncheck()
  await expect(lab(page)).toContainText('4 of the 6 runs are kept from before')
  await button(page, 'Run the 2 missing').click()
  await done(page)
  await expect(results(page).getByRole('row', { name: /^(ReLU|GELU|Swish)/ })).toHaveCount(3)
  await button(page, 'Undo').click()
  await button(page, 'Undo').click()
  await button(page, 'Undo').click()
  await expect(results(page).getByRole('row', { name: /^(ReLU|GELU|Swish)/ })).toHaveCount(2)
})

test('somebody without a mouse trains a network of three activations step by step, pauses, and exports it', async ({
  page,
}) => {
  await open(page, `${TINY}&nets=relu:relu:relu&images=256&seeds=1&epochs=20`)
  const network = lab(page).getByRole('combobox', { name: 'Network 1: activation', exact: true })
  await network.focus()
  await network.selectOption('by-block')
  await lab(page).getByRole('combobox', { name: 'Network 1: activation of block 2' }).selectOption('tanh')
  await expect(page).toHaveURL(/nets=relu:tanh:relu/)
  await button(page, 'Step').focus()
  await page.keyboard.press('Enter')
  await expect(lab(page)).toContainText('1 of 160', { timeout: 20_000 })
  await expect(inside(page)).toContainText('ReLU · Tanh · ReLU says')
  await button(page, 'Resume').focus()
  await page.keyboard.press('Enter')
  await expect(button(page, 'Pause')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(button(page, 'Resume')).toBeFocused()
  await button(page, 'Export').focus()
  await page.keyboard.press('Enter')
  await expect(lab(page).getByRole('menuitem', { name: /^Curves/ })).toBeFocused()
  const download = page.waitForEvent('download')
  await lab(page)
    .getByRole('menuitem', { name: /^Trained model/ })
    .focus()
  await page.keyboard.press('Enter')
  expect((await download).suggestedFilename()).toBe('cnn-lab-model-seed-0.json')
  await button(page, 'Stop').focus()
  await page.keyboard.press('Enter')
  await expect(lab(page).getByRole('status').filter({ hasText: 'Stopped. The curves are kept.' })).toBeAttached()
})

test('a damaged link gives a lab that trains on a phone, in one column, with less to do', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await open(page, `${LAB}&nets=relu:swoosh:relu,gelu:gelu:gelu&images=1e9&lr=NaN&width=1000000000`)
  const notice = page.getByRole('alert').filter({ hasText: 'Not all of the link could be used' })
  await expect(notice).toContainText('“swoosh” is not known')
  await expect(notice).toContainText('“images”: “1e9” is more than the largest there is, so it is 10000.')
  await expect(notice).toContainText('“lr”: “NaN” is no number.')
  await expect(notice).toContainText('“width” is no setting of “CNN lab”')
  expect(await fits(page)).toBeLessThanOrEqual(0)

  await open(page, LAB)
  await page.reload()
  await expect(lab(page).getByRole('textbox', { name: 'To learn from' })).toHaveValue('300')
  await expect(lab(page).getByRole('textbox', { name: 'Seeds' })).toHaveValue('1')
  await button(page, 'Run all 3').click()
  await done(page)
  await expect(inside(page).getByRole('table', { name: /^Confusion matrix/ })).toBeVisible()
  expect(await fits(page)).toBeLessThanOrEqual(0)
  await page.setViewportSize({ width: 320, height: 700 })
  expect(await fits(page)).toBeLessThanOrEqual(0)
})

test('off the screen it rests, and a worker that the browser ended is replaced', async ({ page }) => {
  await keepWorkers(page, 'trainer')
  await open(page, `${TINY}&nets=gelu:gelu:gelu&seeds=1&images=512&epochs=10`)
  const step = () => lab(page).locator('dl > div').filter({ hasText: 'Step' }).getByRole('definition').textContent()
  await button(page, 'Run').click()
  await expect.poll(step, { timeout: 20_000 }).toMatch(/^\d+ of 160/)
  await moveOffScreen(page, 'cnn-lab')
  const resting = await step()
  await page.waitForTimeout(500)
  expect(await step()).toBe(resting)
  await moveBack(page, 'cnn-lab')
  await endWorkers(page)
  await expect(lab(page)).toContainText('The trainer was lost and started anew', { timeout: 30_000 })
  await done(page)
})
