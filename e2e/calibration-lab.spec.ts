/** The imbalance and calibration lab: what a threshold and a temperature change at once, and what needs another run. */
import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { expect, expectAccessible, opened, test } from './fixtures'
import { longestTask } from './longest-task'
import { moveOffScreen } from './off-screen'

// A recorder that copies the page with every picture would be what is timed.
test.use({ trace: 'off' })

const LAB = '/lab#v=1&widget=calibration-lab'
const lab = (page: Page) => page.locator('[data-lab="calibration-lab"]')
const button = (page: Page, name: string) => lab(page).getByRole('button', { name, exact: true })
const figure = (page: Page, name: RegExp) => lab(page).getByRole('slider', { name })
const said = (page: Page) => lab(page).getByRole('status').last()
const fits = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)

/** A share of a table, in percent; NaN for a dash. */
async function share(page: Page, name: string, column = 0): Promise<number> {
  const cell = lab(page)
    .getByRole('row', { name: new RegExp(`^${name}`) })
    .getByRole('cell')
    .nth(column)
  return Number.parseFloat((await cell.textContent()) ?? '')
}

async function type(page: Page, field: string, value: string) {
  await lab(page).getByRole('textbox', { name: field, exact: true }).fill(value)
  await page.keyboard.press('Enter')
}

async function open(page: Page, address: string) {
  await page.goto(address)
  await opened(page)
  await expect(lab(page)).toBeVisible()
}

async function train(page: Page) {
  await button(page, 'Run').or(button(page, 'Run again')).click()
  await expect(said(page)).toContainText('Finished.', { timeout: 30_000 })
  // What is read off it is worked out when the page has time.
  await expect.poll(() => share(page, 'Precision')).toBeGreaterThan(0)
}

test('somebody trains on a rare class, moves the threshold without training, and balances it with another run', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(page, `${LAB}&speed=fast`)
  await expect(lab(page)).toContainText('Not trained yet: every point has the same score.')
  await expect(lab(page)).toContainText('Changes the model: trains again')
  await expect(lab(page)).toContainText('Reads it differently: at once')
  await expectAccessible(page)
  expect(await share(page, 'Recall')).toBe(0)
  expect(await share(page, 'Accuracy')).toBe(await share(page, 'Accuracy', 1))

  await train(page)
  const step = await lab(page).getByRole('progressbar').getAttribute('aria-valuetext')
  const [recall, precision] = [await share(page, 'Recall'), await share(page, 'Precision')]
  await type(page, 'Threshold', '0.05')
  expect(await share(page, 'Recall')).toBeGreaterThan(recall + 10)
  expect(await share(page, 'Precision')).toBeLessThan(precision)
  await expect(page).toHaveURL(/&threshold=0\.05/)
  await expect(said(page)).toContainText(/^At threshold 0\.05: recall/)

  // Along the curve by arrow keys, and to a place on it by the mouse.
  const roc = figure(page, /ROC/)
  const place = Number(await roc.getAttribute('aria-valuenow'))
  await roc.press('ArrowRight')
  await expect(roc).toHaveAttribute('aria-valuenow', String(place + 1))
  await roc.press('End')
  expect(await share(page, 'Recall')).toBe(100)
  await roc.click({ position: { x: 60, y: 200 } })
  await expect(roc).toHaveAttribute('aria-valuetext', /false alarms [0-9]\.\d/)

  const area = await lab(page).getByText('area under it').locator('..').textContent()
  const before = await share(page, 'Log loss on the validation half')
  await button(page, 'Fit on the validation half').click()
  await expect(said(page)).toContainText('fitted on the validation half')
  expect(await share(page, 'Log loss on the validation half', 1)).toBeLessThanOrEqual(before)
  await expect(lab(page).getByText('area under it').locator('..')).toHaveText(area ?? '')
  await lab(page).getByRole('radio', { name: 'class 1' }).check()
  await expect(figure(page, /Reliability of the probability of class 1/)).toHaveAttribute('aria-valuetext', /expected/)
  await figure(page, /Reliability/).press('Home')
  await expect(figure(page, /Reliability/)).toHaveAttribute('aria-valuetext', /^Probability 0 to 0\.0667: /)
  // Nothing of all that was another step of training.
  await expect(lab(page).getByRole('progressbar')).toHaveAttribute('aria-valuetext', step ?? '')

  await button(page, 'Copy link').click()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  expect(link).toMatch(/widget=calibration-lab&threshold=[\d.e-]+&temperature=[\d.]+&bins=rare&speed=fast$/)
  await button(page, 'Undo').click()
  await expect(lab(page).getByRole('radio', { name: 'the likelier class' })).toBeChecked()

  await type(page, 'Threshold', '0.5')
  await button(page, 'Balance: 19').click()
  await expect(lab(page)).toContainText('Not trained yet')
  await train(page)
  expect(await share(page, 'Recall')).toBeGreaterThan(75)
  expect(await share(page, 'Mean probability of class 1')).toBeGreaterThan(15)
  await expectAccessible(page)

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    button(page, 'Export')
      .click()
      .then(() =>
        lab(page)
          .getByRole('menuitem', { name: /All thresholds/ })
          .click(),
      ),
  ])
  expect(download.suggestedFilename()).toBe('calibration-all-thresholds.csv')
})

test('a guess before the run, a phone, and a damaged link', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await open(page, `${LAB}&predict=1&speed=fast&samples=600`)
  await lab(page).getByRole('radio', { name: '20 to 40 %' }).check()
  await lab(page).getByRole('combobox', { name: 'How sure are you?' }).selectOption({ label: '60 %' })
  await button(page, 'Commit to it').click()
  await button(page, 'Run').click()
  await expect(lab(page)).toContainText('It came out as', { timeout: 20_000 })
  expect(await fits(page)).toBeLessThanOrEqual(0)
  await page.setViewportSize({ width: 320, height: 700 })
  expect(await fits(page)).toBeLessThanOrEqual(0)

  await open(page, `${LAB}&lr=1e9&layers=1000000000&act=swoosh&threshold=NaN&depth=3&units=64&epochs=500&speed=fast`)
  const notice = page.getByRole('alert').filter({ hasText: 'Not all of the link could be used' })
  await expect(notice).toContainText('“lr”: “1e9” is more than the largest there is, so it is 10.')
  await expect(notice).toContainText('“act”: “swoosh” is not known')
  await expect(notice).toContainText('“threshold”: “NaN” is no number. The default is used.')
  await expect(notice).toContainText('“depth” is no setting of “Imbalance and calibration lab”')
  await expect(lab(page).getByRole('textbox', { name: 'Threshold', exact: true })).toHaveValue('0.5')
})

test('no task holds the page up, a threshold is drawn within a frame, off the screen it rests, and it weighs little', async ({
  page,
  browser,
}) => {
  const scripts = new Map<string, number>()
  page.on('response', async (response) => {
    if (!/\.js(?:\?|$)/.test(response.url())) return
    const body = await response.body().catch(() => null)
    if (body !== null) scripts.set(response.url(), gzipSync(body).length)
  })
  await page.goto('/lab#v=1&widget=softmax-lab')
  await opened(page)
  await page.waitForLoadState('networkidle')
  const before = new Set(scripts.keys())
  await open(page, `${LAB}&epochs=500`)
  await page.waitForLoadState('networkidle')
  const weight = [...scripts].reduce((sum, [url, bytes]) => sum + (before.has(url) ? 0 : bytes), 0)
  console.log(`calibration lab: ${(weight / 1000).toFixed(1)} kB of scripts`)
  expect(weight).toBeLessThanOrEqual(80_000)

  await browser.startTracing(page, { categories: ['toplevel', '__metadata'] })
  await button(page, 'Run').click()
  await page.waitForTimeout(2000)
  await button(page, 'Pause').click()
  await lab(page).getByRole('slider', { name: 'Threshold, slider' }).focus()
  const frames = await page.evaluate(async () => {
    const slider = document.activeElement as HTMLInputElement
    const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
    const times: number[] = []
    for (let n = 1; n <= 40; n++) {
      await new Promise(requestAnimationFrame)
      const began = performance.now()
      write?.call(slider, String(n / 50))
      slider.dispatchEvent(new Event('input', { bubbles: true }))
      await new Promise<void>((painted) => requestAnimationFrame(() => setTimeout(painted)))
      times.push(performance.now() - began)
    }
    return times.sort((a, b) => a - b)
  })
  const longest = longestTask(await browser.stopTracing())
  console.log(
    `calibration lab: a threshold is drawn in ${frames[20]?.toFixed(1)} ms (median), the longest task computes ${longest.toFixed(1)} ms`,
  )
  expect(longest).toBeGreaterThan(1)
  expect(longest).toBeLessThan(50)
  expect(frames[20]).toBeLessThan(34)

  await button(page, 'Resume').click()
  await moveOffScreen(page, 'calibration-lab')
  const step = () => lab(page).getByRole('progressbar').getAttribute('aria-valuetext')
  const resting = await step()
  await page.waitForTimeout(800)
  expect(await step()).toBe(resting)
})
