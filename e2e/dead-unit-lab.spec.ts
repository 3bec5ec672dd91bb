/** The dead unit lab: units killed, looked into, brought back; by mouse, by keyboard, on a phone and as a link. */
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, expectAccessible, opened, test } from './fixtures'
import { endWorkers, keepWorkers } from './lost-worker'
import { moveOffScreen } from './off-screen'

const LAB = '/lab#v=1&widget=dead-unit-lab'
const lab = (page: Page) => page.locator('[data-lab="dead-unit-lab"]')
const button = (page: Page, name: string) => lab(page).getByRole('button', { name, exact: true })
const count = (page: Page, look: string) => lab(page).locator(`[data-count="${look}"] strong`)
const slider = (page: Page) => lab(page).getByRole('slider', { name: 'Step that is shown' })
const said = (page: Page) => lab(page).locator('> [role=status]')
const fact = (page: Page, name: string) =>
  lab(page).locator('dl > div').filter({ hasText: name }).getByRole('definition')
const fits = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)

async function open(page: Page, address: string) {
  await page.goto(address)
  await opened(page)
  await expect(lab(page)).toBeVisible()
}

test('somebody kills most of a layer, finds the step that did it, swaps the activation and sends what they see', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(page, `${LAB}&speed=fast`)
  await expect(count(page, 'dead')).toHaveText('4')
  await expectAccessible(page)
  await button(page, 'Run').click()
  await expect(fact(page, 'Step')).toHaveText('100 of 400', { timeout: 30_000 })
  await expect(count(page, 'dead')).toHaveText('27')
  await expect(said(page)).toHaveText(/^Paused: \d+ awake, \d+ silent on the next batch, 27 dead\.$/)

  // Which step, and which example.
  await lab(page).getByRole('button', { name: 'Unit 12: dead' }).click()
  const card = lab(page).getByRole('region', { name: 'Unit 12' })
  await expect(card).toContainText('Step 74 silenced it on the last training example.')
  await expect(card).toContainText('Just before, it was still awake on 2 training examples.')
  await expect(card).toContainText('None of the 32 examples of its batch reached it.')
  await expect(card).toContainText(
    /Hardest pushed example \d+ in the batch of step \d+, as momentum keeps it, with \d+\s% of/,
  )
  await expect(
    card.getByRole('img', { name: /^The training examples: still awake on 2 before the step/ }),
  ).toBeVisible()
  await card.getByText('Table of values').click()
  await expect(card.getByRole('row')).toHaveCount(65)
  await expectAccessible(page)
  await button(page, 'Show the step before').click()
  await expect(lab(page).locator('[aria-pressed=true]')).not.toHaveAttribute('data-look', 'dead')
  await button(page, 'To the latest').click()

  // Another activation, the same weights.
  await expect(button(page, 'Go on from this step')).toHaveAttribute('aria-disabled', 'true')
  await button(page, 'Swap it in, keep the weights').click()
  await expect(lab(page)).toContainText('Leaky ReLU, α = 0.01, since step 100.')
  await expect(count(page, 'shut')).toHaveText('27')
  await lab(page).getByRole('textbox', { name: 'α of the swap at step 100' }).fill('0.1')
  await expect(page).toHaveURL(/swaps=100:leaky-relu:0\.1&/)
  await button(page, 'Resume').click()
  await expect(fact(page, 'Step')).toHaveText('400 of 400', { timeout: 30_000 })
  await expect(count(page, 'back')).toHaveText('13 of 27')
  await expect(page).toHaveURL(/&at=400&unit=\d+$/)

  const download = page.waitForEvent('download')
  await lab(page).getByRole('button', { name: 'Export' }).click()
  await lab(page)
    .getByRole('menuitem', { name: /^Deaths and revivals/ })
    .click()
  const rows = readFileSync(await (await download).path(), 'utf8')
    .trim()
    .split('\r\n')
  expect(rows[0]).toBe('layer,unit,died at step,awake again at step')
  expect(rows.length).toBeGreaterThan(27)

  await button(page, 'Copy link').click()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  const friend = await context.newPage()
  await open(friend, link)
  await expect(count(friend, 'back')).toHaveText('13 of 27', { timeout: 30_000 })
  await friend.close()

  // Back in time, and on without the swap.
  await slider(page).fill('60')
  await button(page, 'Go on from this step').click()
  await expect(fact(page, 'Step')).toHaveText('60 of 400')
  await expect(lab(page).getByRole('list', { name: 'Swaps' })).toHaveCount(0)
  await button(page, 'Undo').click()
  await expect(lab(page).getByRole('list', { name: 'Swaps' })).toContainText('After step 100: Leaky ReLU')
})

test('somebody without a mouse, on a phone, guesses, runs, walks over the cells and back in time', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await open(page, `${LAB}&predict=1&units=6,6&samples=100&epochs=6&batch=16&pause=20&speed=fast`)
  expect(await fits(page)).toBeLessThanOrEqual(0)
  await lab(page).getByRole('radio', { name: '4 to 6', exact: true }).focus()
  await page.keyboard.press('Space')
  await lab(page).getByRole('combobox', { name: 'How sure are you?' }).selectOption({ label: '70 %' })
  await button(page, 'Commit to it').focus()
  await page.keyboard.press('Enter')
  await button(page, 'Run').focus()
  await page.keyboard.press('Enter')
  await expect(lab(page)).toContainText(/It came out as \d/, { timeout: 20_000 })
  await expect(fact(page, 'Step')).toHaveText('20 of 30')

  const cell = (name: RegExp) => lab(page).getByRole('button', { name })
  await cell(/^Layer 1, unit 1:/).focus()
  await page.keyboard.press('ArrowRight')
  await expect(cell(/^Layer 1, unit 2:/)).toBeFocused()
  await expect(cell(/^Layer 1, unit 2:/)).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('ArrowDown')
  await expect(cell(/^Layer 2, unit 2:/)).toBeFocused()
  await page.keyboard.press('End')
  await expect(lab(page).getByRole('region', { name: 'Layer 2, unit 6' })).toBeVisible()
  await slider(page).focus()
  await page.keyboard.press('ArrowLeft')
  await expect(slider(page)).toHaveAttribute('aria-valuetext', 'after step 19 of 30')
  await lab(page).getByText('Table of values').first().focus()
  await page.keyboard.press('Enter')
  await expect(lab(page).getByRole('table', { name: 'Units after step 19' }).getByRole('row')).toHaveCount(13)
  await expectAccessible(page)
  await page.setViewportSize({ width: 320, height: 700 })
  expect(await fits(page)).toBeLessThanOrEqual(0)
})

test('a damaged link gives a lab that runs, and says what could not be used; too long a run is refused', async ({
  page,
}) => {
  await open(page, `${LAB}&lr=NaN&units=1000000000,relu&swaps=5:swoosh:0&at=1e9&epochs=500&batch=1&layers=3`)
  const notice = page.getByRole('alert').filter({ hasText: 'Not all of the link could be used' })
  await expect(notice).toContainText('“lr”: “NaN” is no number.')
  await expect(notice).toContainText('“1000000000” is more than the largest there is, so it is 32')
  await expect(notice).toContainText('“swoosh” is not known')
  await expect(notice).toContainText('“layers” is no setting of “Dead unit lab”')
  await expect(lab(page)).toContainText('That would be 160,000 steps, and every one of them is kept, at most 5,000')
  await lab(page).getByRole('textbox', { name: 'Batch' }).fill('64')
  await expect(fact(page, 'Step')).toHaveText(/ of 2,500$/)
})

test('while it trains no task holds the page up, off the screen it rests, and a lost worker is replaced', async ({
  page,
}) => {
  await keepWorkers(page, 'units')
  await open(page, `${LAB}&epochs=500&pause=0&units=32,32`)
  await page.evaluate(() => {
    const long: number[] = []
    new PerformanceObserver((list) => long.push(...list.getEntries().map(({ duration }) => duration))).observe({
      entryTypes: ['longtask'],
    })
    Object.assign(window, { longTasks: long })
  })
  await button(page, 'Run').click()
  await page.waitForTimeout(3000)
  const long = await page.evaluate(() => (window as unknown as { longTasks: number[] }).longTasks)
  console.log(`dead unit lab: ${long.length} tasks over 50 ms in 3 s of training (${long.map(Math.round).join(', ')})`)
  expect(long.filter((ms) => ms > 100)).toEqual([])

  const step = async () => Number((await fact(page, 'Step').textContent())?.split(' ')[0]?.replace(',', ''))
  await endWorkers(page)
  await expect(lab(page)).toContainText('The trainer was lost and started anew', { timeout: 20_000 })
  const before = await step()
  await expect.poll(step).toBeGreaterThan(before)

  await moveOffScreen(page, 'dead-unit-lab')
  const resting = await step()
  await page.waitForTimeout(800)
  expect(await step()).toBe(resting)
})
