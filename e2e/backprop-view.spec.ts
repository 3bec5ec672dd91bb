/** The backprop view: one multiplication after another, by mouse, by keyboard and on a phone, and as a link. */
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, expectAccessible, opened, test } from './fixtures'

const VIEW = '/lab#v=1&widget=backprop-view'
// One input of 2, a ReLU of weight 3 and bias −1, out 0.5: ŷ = 2.5, L = 2.25, ∂L/∂ŷ = 3.
const BY_HAND = `${VIEW}&inputs=1&units=1&f1=relu&x1=2&w1.11=3&b1.1=-1&wo.1=0.5&bo=0`
const view = (page: Page) => page.locator('[data-lab="backprop-view"]')
const quantity = (page: Page, name: string | RegExp) => view(page).getByRole('button', { name })
const stepSlider = (page: Page) => view(page).getByRole('slider', { name: 'Step', exact: true })
/** The frame’s live region: the menu of exports has one of its own. */
const said = (page: Page) => view(page).locator('> [role=status]')
const press = (page: Page, name: string) => view(page).getByRole('button', { name, exact: true }).click()
const fits = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)

async function open(page: Page, address: string) {
  await page.goto(address)
  await opened(page)
  await expect(view(page)).toBeVisible()
}

test('somebody follows a network by hand, forward and backward, and takes the step', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(page, BY_HAND)
  await expect(quantity(page, 'the loss: not computed yet')).toBeVisible()
  await expectAccessible(page)

  await press(page, 'Step')
  await expect(view(page)).toContainText('The weight from input 1 to hidden unit 1, 3, times input 1, 2, is 6.')
  await expect(quantity(page, 'the sum of hidden unit 1: 6')).toHaveAttribute('data-role', 'made')
  await expect(quantity(page, 'input 1: 2')).toHaveAttribute('data-role', 'used')
  await press(page, 'Next part')
  await expect(quantity(page, 'the loss: 2.25')).toBeVisible()
  await press(page, 'Next part')
  await expect(quantity(page, 'the weight from input 1 to hidden unit 1: 3, gradient 3')).toBeVisible()
  await expect(quantity(page, 'the weight from hidden unit 1 to the output: 0.5, gradient 15')).toBeVisible()
  await press(page, 'One step back')
  await expect(view(page).locator('math').first()).toBeVisible()
  await expect(view(page)).toContainText('The gradient at the sum of hidden unit 1, 1.5, times input 1, 2:')

  // A number that is pointed at is told in full, and a click holds it.
  await quantity(page, /^the output: 2\.5/).hover()
  await expect(view(page)).toContainText('∂L/∂ŷ')
  await quantity(page, /^the weight from hidden unit 1/).click()
  await view(page).getByRole('textbox', { name: 'Set w⁽²⁾₁₁' }).fill('0.25')
  await page.keyboard.press('Enter')
  await press(page, 'Run without a guess')
  await expect(view(page)).toContainText('Loss 0.0625, after the update')
  await press(page, 'Copy link')
  const link = await page.evaluate(() => navigator.clipboard.readText())
  expect(link).toContain('&wo.1=0.25&bo=0')

  const friend = await context.newPage()
  await open(friend, link)
  await expect(stepSlider(friend)).toHaveValue(await stepSlider(page).inputValue())
  await press(friend, 'Run without a guess')
  await expect(view(friend)).toContainText('Loss 0.0625, after the update')
  await friend.close()

  await press(page, 'Update the weights and begin again')
  await expect(stepSlider(page)).toHaveValue('0')
  await expect(view(page)).not.toContainText('Loss 0.0625, after')
  await press(page, 'Undo')
  await expect(view(page)).toContainText('Loss 0.0625, after the update')
})

test('somebody with only a keyboard steps, walks over the network, and hears what happens', async ({ page }) => {
  await open(page, BY_HAND)
  await stepSlider(page).focus()
  await page.keyboard.press('ArrowRight')
  await expect(said(page)).toHaveText(/^Step 1 of 22, Forward\. The weight from input 1/)
  await page.keyboard.press('End')
  await expect(said(page)).toHaveText(/^Step 22 of 22, Update\. With the new weights the loss is/)

  await quantity(page, /^the loss/).focus()
  await page.keyboard.press('Home')
  await expect(quantity(page, /^input 1/)).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(quantity(page, /^the weight from input 1/)).toBeFocused()
  await expect(view(page).getByRole('textbox', { name: 'Set w⁽¹⁾₁₁' })).toHaveValue('3')
  await page.keyboard.press('End')
  await expect(quantity(page, /^the loss/)).toBeFocused()

  const check = view(page).getByRole('checkbox', { name: 'Check every gradient against differences' })
  await check.focus()
  await page.keyboard.press('Space')
  await expect(view(page)).toContainText('All 5 gradients agree with differences')
  await view(page).getByText('Table of values').focus()
  await page.keyboard.press('Enter')
  const table = view(page).getByRole('table', { name: 'The whole computation' })
  await expect(table.getByRole('row')).toHaveCount(23)
  await expect(table).toContainText('∂L/∂w⁽²⁾₁₁ = ∂L/∂z⁽²⁾₁ · a⁽¹⁾₁')
  await expect(table).toContainText('3 · 5 = 15')
  await table.getByRole('button', { name: 'Go to step 12' }).press('Enter')
  await expect(stepSlider(page)).toHaveValue('12')
  await expectAccessible(page)
})

test('somebody guesses what an update does to the loss, is told, and takes the network along', async ({ page }) => {
  await open(page, `${BY_HAND}&rate=10`)
  await view(page).getByRole('radio', { name: 'It falls to less than half' }).check()
  await view(page).getByRole('combobox', { name: 'How sure are you?' }).selectOption({ index: 1 })
  await press(page, 'Commit to it')
  await expect(view(page)).not.toContainText('after the update')
  await press(page, 'Update the weights and begin again')
  await expect(view(page)).toContainText('It came out as It does not fall: not this time.')
  await press(page, 'Guess the next one')
  await expect(view(page).getByRole('radio', { name: 'It falls, but not by half' })).toBeVisible()

  await press(page, 'Undo')
  await view(page).getByRole('button', { name: 'Export' }).click()
  await expect(view(page).getByRole('menuitem')).toHaveCount(3)
  const download = page.waitForEvent('download')
  await view(page)
    .getByRole('menuitem', { name: /PyTorch/ })
    .click()
  const saved = await download
  expect(saved.suggestedFilename()).toBe('backprop-pytorch.py')
  expect(readFileSync(await saved.path(), 'utf8')).toContain('w1 = leaf([[3.0]])')
})

test('it plays by itself, and stops when it is told to', async ({ page }) => {
  await open(page, BY_HAND)
  await press(page, 'Play slowly')
  await expect(stepSlider(page)).toHaveValue('2', { timeout: 15_000 })
  await press(page, 'Pause')
  const at = await stepSlider(page).inputValue()
  await page.waitForTimeout(2500)
  await expect(stepSlider(page)).toHaveValue(at)
})

test('a damaged link opens with what can be used of it; a kink and a wrong pairing are said', async ({ page }) => {
  await open(page, `${VIEW}&inputs=1e9&f1=swoosh&w1.11=NaN&step=9999&target=3&loss=bce-with-logits&fo=sigmoid`)
  const notice = page.getByRole('alert').filter({ hasText: 'Not all of the link could be used' })
  await expect(notice).toContainText('“inputs”: “1e9” is more than the largest there is, so it is 3.')
  await expect(notice).toContainText('“target” is back at its default, since binary cross-entropy needs')
  await expect(view(page)).toContainText('This loss applies a sigmoid of its own')
  await expect(view(page)).toContainText('With the new weights the loss is')
  await expectAccessible(page)
  await page.evaluate(() => {
    window.location.hash = 'v=1&widget=backprop-view&inputs=1&units=1&f1=relu&x1=2&w1.11=0.5&b1.1=-1&check=1'
  })
  await expect(view(page)).toContainText('gradients differ: a kink of an activation')
})

test('on a phone the network fits, and a larger one is moved along with the steps', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  const page = await context.newPage()
  await open(page, VIEW)
  expect(await fits(page)).toBeLessThanOrEqual(0)
  await view(page).getByRole('button', { name: 'Step', exact: true }).tap()
  await expect(quantity(page, 'the sum of hidden unit 1: 0.5')).toHaveAttribute('data-role', 'made')
  await open(page, `${VIEW}&inputs=3&units=3&more-units=3&step=36`)
  await page.reload()
  await expect(async () => {
    const box = await quantity(page, /^the loss: 0\.69/).boundingBox()
    expect(box?.x).toBeGreaterThan(0)
    expect((box?.x ?? 390) + (box?.width ?? 0)).toBeLessThan(390)
  }).toPass()
  expect(await fits(page)).toBeLessThanOrEqual(0)
  await page.setViewportSize({ width: 320, height: 640 })
  expect(await fits(page)).toBeLessThanOrEqual(0)
  await expectAccessible(page)
  await context.close()
})
