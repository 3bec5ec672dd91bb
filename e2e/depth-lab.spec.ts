/** The depth lab: fifty layers read before training and while it goes on, by mouse, by keyboard, on a phone and as a link. */
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, expectAccessible, opened, test } from './fixtures'
import { longestTask } from './longest-task'
import { moveOffScreen } from './off-screen'

const LAB = '/lab#v=1&widget=depth-lab'
const lab = (page: Page) => page.locator('[data-lab="depth-lab"]')
const button = (page: Page, name: string) => lab(page).getByRole('button', { name, exact: true })
const chart = (page: Page, name: string) => lab(page).getByRole('slider', { name })
const said = (page: Page) => lab(page).locator('> [role=status]')
const fits = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)

async function open(page: Page, address: string) {
  await page.goto(address)
  await opened(page)
  await expect(lab(page)).toBeVisible()
}

test('somebody guesses how deep a sigmoid lets gradients come, sees it, and watches three kinds of network learn', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(page, `${LAB}&epochs=12&speed=fast`)
  await expect(chart(page, 'Gradient norm, layer by layer')).toHaveAttribute('aria-valuetext', 'no values yet')
  await expect(lab(page)).toContainText('with Sigmoid and 10 hidden layers, how much smaller')
  await expectAccessible(page)
  await lab(page).getByRole('radio', { name: 'By three to eight powers of ten' }).check()
  await lab(page).getByRole('combobox', { name: 'How sure are you?' }).selectOption({ label: '70 %' })
  await button(page, 'Commit to it').click()
  await expect(lab(page)).toContainText('It came out as By three to eight powers of ten: you were right.')
  await expect(said(page)).toHaveText(
    /^Measured before the first step\. First layer’s gradient, median: Sigmoid .*×10⁻[⁷⁸], Tanh 0\./,
  )
  await expect(chart(page, 'Gradient norm, layer by layer')).toHaveAttribute('aria-valuetext', /^layer out: Sigmoid /)

  await button(page, 'Step').click()
  await expect(lab(page)).toContainText('Read after 1 step,')
  await button(page, 'Run').or(button(page, 'Resume')).click()
  await expect(said(page)).toHaveText(
    /^Finished\. Right, held back, median: Sigmoid [45]\d\s%, Tanh .*, ReLU \d\d\s%\.$/,
    {
      timeout: 60_000,
    },
  )
  await expect(lab(page)).toContainText('Read after 108 steps,')
  await expect(chart(page, 'Right, held back, step by step')).toHaveAttribute('aria-valuetext', /^step 108: Sigmoid /)
  await expectAccessible(page)

  // The same activation beside itself, with batch norm.
  await button(page, 'Remove Tanh').click()
  await lab(page).getByRole('combobox', { name: 'Normalisation of 1' }).selectOption('batch')
  await expect(lab(page).getByRole('listitem').filter({ hasText: 'Sigmoid with batch norm' }).first()).toBeVisible()
  await expect(lab(page)).toContainText('Read before the first step,')
  await button(page, 'Copy link').click()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  expect(link).toContain('&f=sigmoid:fitting:batch,relu:fitting:none&epochs=12')
  await button(page, 'Undo').click()
  await expect(lab(page).getByRole('combobox', { name: 'Normalisation of 1' })).toHaveValue('none')

  await button(page, 'Export').click()
  const download = page.waitForEvent('download')
  await lab(page)
    .getByRole('menuitem', { name: /^Layer by layer/ })
    .click()
  const csv = readFileSync(await (await download).path(), 'utf8').split('\r\n')
  expect(csv[0]).toContain('network,seed,step (completed updates),layer')
  expect(csv).toHaveLength(2 + 2 * 5 * 11)
  await button(page, 'Export').click()
  await expect(lab(page).getByRole('menuitem', { name: /^Variance of the outputs, layer by layer/ })).toHaveCount(2)
})

test('fifty layers: the first lines within a second, no task over 50 ms, and SELU flows to mean 0 and variance 1', async ({
  page,
  browser,
}) => {
  await open(page, `${LAB}&f=selu:fitting:none,sigmoid:fitting:none,relu:fitting:batch&depth=50&units=32&epochs=3`)
  await browser.startTracing(page, { categories: ['toplevel', '__metadata'] })
  // From the click to the first drawn point, by the page's own clock.
  const first = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const start = performance.now()
        const figure = document.querySelector('[data-lab="depth-lab"] figure') as Element
        const observer = new MutationObserver(() => {
          if (figure.querySelector('svg[viewBox] g path[stroke-width="2.25"][d^="M"]') === null) return
          observer.disconnect()
          resolve(performance.now() - start)
        })
        observer.observe(figure, { subtree: true, childList: true, attributes: true })
        for (const one of document.querySelectorAll('button'))
          if (one.textContent === 'Run without a guess') one.click()
      }),
  )
  console.log(`depth lab: the first of fifteen networks of fifty layers is drawn after ${Math.round(first)} ms`)
  expect(first).toBeLessThan(1000)
  await expect(said(page)).toHaveText(/^Measured before the first step/, { timeout: 20_000 })
  const variance = chart(page, 'Variance of the outputs, layer by layer')
  await variance.focus()
  await page.keyboard.press('End')
  await expect(variance).toHaveAttribute(
    'aria-valuetext',
    /^layer 50: SELU (0\.[5-9]\d*|1(\.\d+)?), Sigmoid .*, ReLU with batch norm 0\.3\d*$/,
  )
  await chart(page, 'Gradient norm, layer by layer').focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Home')
  await expect(chart(page, 'Gradient norm, layer by layer')).toHaveAttribute('aria-valuetext', /Sigmoid \d.*×10⁻[²³]./)

  await lab(page).getByText('Table of values').last().scrollIntoViewIfNeeded()
  await lab(page).getByRole('combobox', { name: 'Look into' }).selectOption({ label: 'ReLU with batch norm' })
  await expect(lab(page)).toContainText('Layer 50 (ReLU with batch norm)')
  await expect(lab(page)).toContainText('Seed 0, before the first step.')
  await button(page, 'Run').focus()
  await page.keyboard.press('Enter')
  await expect(button(page, 'Pause')).toBeFocused()
  await expect(lab(page)).toContainText(/Read after \d+ steps/)
  await page.keyboard.press('Enter')
  await expect(button(page, 'Resume')).toBeFocused()
  await button(page, 'Stop').focus()
  await page.keyboard.press('Enter')
  await expect(said(page)).toHaveText('Stopped. The curves are kept.')
  const longest = longestTask(await browser.stopTracing())
  console.log(`depth lab: the longest task of the page computes for ${longest.toFixed(1)} ms`)
  expect(longest).toBeGreaterThan(0.1)
  expect(longest).toBeLessThan(50)
})

test('a damaged link gives a lab that measures; on a phone it is one column, lighter, and rests off the screen', async ({
  page,
}) => {
  await open(page, `${LAB}&f=relu:fitting:none,swoosh:fitting:none,tanh&depth=1e9&lr=NaN&layers=3&predict=0&epochs=100`)
  const notice = page.getByRole('alert').filter({ hasText: 'Not all of the link could be used' })
  await expect(notice).toContainText('“swoosh” is not known')
  await expect(notice).toContainText('“depth”: “1e9” is more than the largest there is, so it is 50.')
  await expect(notice).toContainText('“lr”: “NaN” is no number.')
  await expect(notice).toContainText('“layers” is no setting of “Depth lab”')
  await expect(lab(page)).toContainText('Read before the first step, over 256 points')

  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/lab')
  await open(page, LAB)
  await expect(lab(page).getByRole('textbox', { name: 'Hidden layers', exact: true })).toHaveValue('10')
  await button(page, 'Run without a guess').click()
  await expect(lab(page)).toContainText('3 × 2')
  await expect(lab(page)).toContainText('Read before the first step')
  expect(await fits(page)).toBeLessThanOrEqual(0)
  await button(page, 'Run').click()
  await expect(lab(page)).toContainText(/Read after \d+ steps/)
  await moveOffScreen(page, 'depth-lab')
  const read = () => lab(page).getByText('Read after').textContent()
  const resting = await read()
  await page.waitForTimeout(800)
  expect(await read()).toBe(resting)
  await page.setViewportSize({ width: 320, height: 700 })
  expect(await fits(page)).toBeLessThanOrEqual(0)
  await expectAccessible(page)
})
