/** The workbench: its widgets by mouse, by keyboard and on a phone, and what becomes of a link. */
import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { expect, expectAccessible, opened, test } from './fixtures'
import { saveFile } from './save-file'

const PLOTTER = '/lab#v=1&widget=plotter'
const plotter = (page: Page) => page.locator('[data-lab="plotter"]')
const row = (page: Page, name: string) =>
  plotter(page)
    .getByRole('table', { name: /^At x =/ })
    .getByRole('row', { name: new RegExp(`^${name} `) })
const fits = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)

/** As a person does: it counts with Enter. */
async function type(page: Page, field: string, value: string) {
  await page.getByRole('textbox', { name: field }).fill(value)
  await page.keyboard.press('Enter')
}

async function open(page: Page, address: string) {
  await page.goto(address)
  await opened(page)
  await expect(plotter(page)).toBeVisible()
}

test('somebody compares two functions with the mouse, and sends what they see to a friend', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(page, '/lab')
  await expectAccessible(page)
  await expect(row(page, 'GELU')).toHaveText('GELU0.841344751.0833155')

  // Near a minimum the pointer means the minimum.
  const chart = plotter(page).getByRole('slider', { name: 'f(x)' })
  const box = await chart.boundingBox()
  if (!box) throw new Error('The chart is nowhere.')
  const pixelOf = (x: number) => 44 + ((x + 5) / 10) * (box.width - 58)
  await chart.hover({ position: { x: pixelOf(-0.74), y: 60 } })
  await expect(row(page, 'GELU')).toContainText('−0.16997121')
  await expect(chart).toHaveAttribute('aria-valuetext', /x −0\.751792: ReLU 0, GELU −0\.16997/)

  await plotter(page).getByRole('checkbox', { name: 'ReLU', exact: true }).uncheck()
  await plotter(page).getByRole('checkbox', { name: 'Swish', exact: true }).check()
  await type(page, 'β of Swish', '2')
  await plotter(page).getByRole('button', { name: 'Go to x = −0.639232' }).click()
  await expect(row(page, 'Swish')).toContainText('−0.13923227')
  await plotter(page).getByRole('button', { name: 'Copy link' }).click()
  await expect(plotter(page).getByRole('button', { name: 'Link copied' })).toBeVisible()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  expect(link).toMatch(/\/lab#v=1&widget=plotter&f=gelu,swish&x=-0\.639232271381&swish\.beta=2$/)
  await expect(page).toHaveURL(link)

  const friend = await context.newPage()
  await open(friend, link)
  await expect(row(friend, 'Swish')).toContainText('−0.13923227')
  await expect(plotter(friend).getByRole('checkbox', { checked: true })).toHaveCount(2)
  await friend.close()

  await plotter(page).getByRole('button', { name: 'Undo' }).click()
  await expect(plotter(page).getByRole('textbox', { name: 'β of Swish' })).toHaveValue('1')
  await plotter(page).getByRole('button', { name: 'Redo' }).click()
  await expect(plotter(page).getByRole('textbox', { name: 'β of Swish' })).toHaveValue('2')
  await plotter(page).getByRole('button', { name: 'Reset' }).click()
  await expect(page).toHaveURL(/\/lab#v=1&widget=plotter$/)
  await expect(plotter(page).getByRole('status').last()).toContainText('All settings as at the beginning.')
})

test('somebody takes curves and pictures along, as they stand on the page', async ({ page }) => {
  await open(page, `${PLOTTER}&f=relu,gelu&from=-2&to=6`)
  const curves = await saveFile(page, plotter(page), 'Curves CSV')
  expect(curves.name).toBe('plotter-curves.csv')
  const rows = curves.text.trimEnd().split('\r\n')
  expect(rows[0]).toBe('x,"ReLU, f(x)","ReLU, f′(x)","GELU, f(x)","GELU, f′(x)"')
  expect([rows[1]?.slice(0, 7), rows.at(-1)?.slice(0, 6), rows.length]).toEqual(['-2,0,0,', '6,6,1,', 402])
  const slopes = await saveFile(page, plotter(page), 'f′(x) SVG')
  expect(slopes.name).toBe('plotter-slopes.svg')
  // Its legend stands elsewhere on the page, and no colour is the page's.
  expect(slopes.text).toMatch(/<text [^>]*>ReLU<\/text>.*<text [^>]*>GELU<\/text>/)
  expect(slopes.text).not.toMatch(/var\(|class=/)
  expect((await saveFile(page, plotter(page), 'f(x) PNG')).bytes.subarray(1, 4).toString()).toBe('PNG')

  await page.goto('/lab#v=1&widget=softmax-lab&z=2,1,0&twice=1')
  const softmax = page.locator('[data-lab="softmax-lab"]')
  const bars = await saveFile(page, softmax, 'Bars SVG')
  expect(bars.text).toContain('>0.665241</text>')
  expect(bars.text).not.toContain('var(')
  expect((await saveFile(page, softmax, 'Jacobian CSV')).text).toMatch(/^,z1,z2,z3\r\np1,0\.22/)
})

test('somebody with only a keyboard reads values, types exact ones and leaves the rest alone', async ({ page }) => {
  await open(page, PLOTTER)
  const chart = plotter(page).getByRole('slider', { name: 'f(x)' })
  await chart.focus()
  await page.keyboard.press('ArrowRight')
  await expect(chart).toHaveAttribute('aria-valuetext', /^x 1\.05: ReLU 1\.05, GELU 0\.8958$/)
  await page.keyboard.press('Home')
  await expect(chart).toHaveAttribute('aria-valuenow', '-5')
  await page.keyboard.press('PageUp')
  await expect(chart).toHaveAttribute('aria-valuenow', '-4.5')

  const temperature = plotter(page).getByRole('textbox', { name: 'Temperature T' })
  await temperature.focus()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('0.5')
  await chart.focus()
  await expect(row(page, 'ReLU')).toHaveText('ReLU00')
  await page.keyboard.press('End')
  await expect(row(page, 'ReLU')).toHaveText('ReLU102')

  // What cannot be used is left as typed, with a sentence, and what was set stays.
  await temperature.focus()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('1e9')
  await page.keyboard.press('Enter')
  await expect(plotter(page).getByRole('alert')).toHaveText('Only numbers between 0.1 and 10 are possible here.')
  await expect(row(page, 'ReLU')).toHaveText('ReLU102')
  await page.keyboard.press('Escape')
  await expect(temperature).toHaveValue('0.5')

  await plotter(page).getByText('Table of values').focus()
  await page.keyboard.press('Enter')
  await expect(plotter(page).getByRole('table', { name: 'Functions and slopes' }).getByRole('row')).toHaveCount(22)
  await plotter(page).getByRole('button', { name: 'Hear the slope' }).focus()
  await expect(plotter(page).getByRole('button', { name: 'Hear the slope' })).toHaveAttribute('aria-pressed', 'false')
  await page.keyboard.press('Enter')
  await plotter(page).getByRole('button', { name: 'From left to right' }).focus()
  await page.keyboard.press('Enter')
  await expect(chart).toHaveAttribute('aria-valuenow', '5', { timeout: 15_000 })
  await expectAccessible(page)
})

test('somebody invents an activation, and is told its derivative, what it is like, and where it goes wrong', async ({
  page,
}) => {
  await open(page, PLOTTER)
  const own = plotter(page).getByRole('textbox', { name: 'Your own f(x)' })
  await own.fill('x * tanh(softplus(x))')
  const card = plotter(page).getByText('Your function').locator('..')
  await expect(card).toContainText('tanh(softplus(x)) + x * ((1 - tanh(softplus(x))^2) * sigmoid(x))')
  await expect(card).toContainText('−0.308843 at x = −1.19243')
  await expect(card).toContainText('|f′| at most 1.0885 (proved by intervals)')
  await expect(row(page, 'Own expression')).toContainText('0.86509839')
  await expectAccessible(page)

  await own.fill('x * tahn(x)')
  await expect(plotter(page).getByRole('alert')).toHaveText(/^Column 5: .*“tahn”.*tanh/)
  await expect(row(page, 'Own expression')).toHaveCount(0)
  await expect(row(page, 'GELU')).toBeVisible()
  await own.fill('1 / x')
  await expect(plotter(page).getByRole('alert')).toContainText('Column 1: ')
  await own.fill('max(0, x)')
  await expect(page).toHaveURL(/&own=max\(0,%20x%29$/)
  await page.reload()
  await expect(own).toHaveValue('max(0, x)')
  await expect(row(page, 'Own expression')).toHaveText('Own expression11')
})

test('a link that was damaged, or made to do harm, opens with what can be used of it', async ({ page }) => {
  await open(page, `${PLOTTER}&f=tanh,swoosh&to=1e9&swish.beta=NaN&temperature=0.5&depth=3&own=%zz`)
  const notice = page.getByRole('alert').filter({ hasText: 'Not all of the link could be used' })
  await expect(notice.getByRole('listitem')).toHaveCount(5)
  await expect(notice).toContainText('“swoosh” is not known; there are linear, sigmoid')
  await expect(notice).toContainText('“to”: “1e9” is more than the largest there is, so it is 20.')
  await expect(row(page, 'Tanh')).toContainText('0.96402758')
  await expectAccessible(page)

  await page.evaluate(() => {
    window.location.hash = `v=1&widget=plotter&f=relu6&own=${'x'.repeat(1_000_000)}`
  })
  await expect(notice).toContainText('after 2,048 no more is read')
  await expect(row(page, 'ReLU6')).toBeVisible()
  await page.evaluate(() => {
    window.location.hash = 'v=1&widget=microscope'
  })
  await expect(notice).toContainText('There is no widget “microscope”')
  await page.getByRole('navigation', { name: 'Widgets' }).getByRole('link', { name: 'Plotter' }).click()
  await expect(notice).toHaveCount(0)
  await expect(row(page, 'GELU')).toBeVisible()
})

test('on a phone the picture comes first, everything fits, and a finger draws along the curve', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  const page = await context.newPage()
  await open(page, `${PLOTTER}&f=relu,gelu,sigmoid,gelu-tanh&own=x*sigmoid(x%29`)
  expect(await fits(page)).toBeLessThanOrEqual(0)
  const chart = plotter(page).getByRole('slider', { name: 'f(x)' })
  const [picture, settings] = await Promise.all([
    chart.boundingBox(),
    plotter(page).getByRole('group', { name: 'Functions', exact: true }).boundingBox(),
  ])
  expect(picture?.y).toBeLessThan(settings?.y ?? 0)
  await chart.tap({ position: { x: 60, y: 80 } })
  await expect(chart).not.toHaveAttribute('aria-valuenow', '1')
  await plotter(page).getByRole('checkbox', { name: 'Mish' }).tap()
  await expect(row(page, 'Mish')).toBeVisible()
  await page.setViewportSize({ width: 320, height: 640 })
  expect(await fits(page)).toBeLessThanOrEqual(0)
  await expectAccessible(page)
  await context.close()
})

test('in a lesson the plotter comes when the reader does, and weighs little', async ({ page, context }) => {
  const LESSON = '/courses/deep-learning-fundamentals/activation-functions/swish-and-gelu'
  const scripts = new Map<string, number>()
  page.on('response', async (response) => {
    if (!/\.js(?:\?|$)/.test(response.url())) return
    const body = await response.body().catch(() => null)
    if (body !== null) scripts.set(response.url(), gzipSync(body).length)
  })
  await page.goto(LESSON)
  await opened(page)
  await page.waitForLoadState('networkidle')
  await expect(plotter(page)).toHaveCount(0)
  const before = new Set(scripts.keys())
  await page.getByText('Draw β along and follow the bottom').scrollIntoViewIfNeeded()
  await expect(plotter(page)).toBeVisible()
  await page.waitForLoadState('networkidle')
  const weight = [...scripts].reduce((sum, [url, bytes]) => sum + (before.has(url) ? 0 : bytes), 0)
  console.log(`plotter: ${(weight / 1000).toFixed(1)} kB of scripts`)
  expect(weight).toBeGreaterThan(5_000)
  expect(weight).toBeLessThanOrEqual(80_000)

  await expect(row(page, 'Swish')).toContainText('−0.27846454')
  await type(page, 'β of Swish', '4')
  await plotter(page).getByRole('button', { name: 'Reset' }).click()
  await expect(plotter(page).getByRole('textbox', { name: 'β of Swish' })).toHaveValue('1')
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await plotter(page).getByRole('button', { name: 'Copy link' }).click()
  await expect(plotter(page).getByRole('button', { name: 'Link copied' })).toBeVisible()
  await page.goto(await page.evaluate(() => navigator.clipboard.readText()))
  await expect(row(page, 'Swish')).toContainText('−0.27846454')
})

test('somebody breaks softmax, mends it, and sees why one softmax too many has a floor', async ({ page }) => {
  await page.goto('/lab#v=1&widget=softmax-lab&z=20,0,0,0,0,0,0,0,0,0')
  await opened(page)
  const lab = page.locator('[data-lab="softmax-lab"]')
  const first = lab.getByRole('table', { name: 'Probabilities' }).getByRole('row', { name: /^1 · right/ })
  await expect(first).toContainText('1')
  await lab.getByRole('checkbox', { name: /softmax twice/ }).check()
  await expect(lab).toContainText('cannot go below 1.46115 for 10 classes')
  await expect(lab).toContainText('0.231969')

  await type(page, 'Add to every logit', '80')
  await expect(lab).toContainText('nothing can overflow')
  await lab.getByRole('radio', { name: 'As written' }).check()
  await expect(lab).toContainText('∞ ÷ ∞ is no number')
  await expect(lab.getByRole('table', { name: 'In float32, as the formula is written' })).toContainText('NaN')
  await lab.getByRole('radio', { name: 'As written' }).press('ArrowLeft')
  await expect(lab).toContainText('nothing can overflow')

  for (let classes = 10; classes > 2; classes--) await lab.getByRole('button', { name: 'Remove the last' }).click()
  await expect(lab.getByRole('button', { name: 'Remove the last' })).toHaveAttribute('aria-disabled', 'true')
  await expect(page).toHaveURL(/&z=20,0&shift=80&twice=1$/)
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await fits(page)).toBeLessThanOrEqual(0)
  await expectAccessible(page)
  await page.goto('/lab#v=1&widget=softmax-lab&z=1&answer=7')
  await expect(page.getByRole('main').getByRole('alert')).toContainText('softmax needs two classes or more')
  await expect(lab.getByRole('table', { name: 'Probabilities' }).getByRole('row')).toHaveCount(5)
})
