/** The playground: a spiral trained from a link, own points, a file, what diverges, and a worker that is lost. */
import type { Page } from '@playwright/test'
import { parseModelFile } from '@/lib/export/read-model-file'
import { expect, expectAccessible, opened, test } from './fixtures'
import { endWorkers, keepWorkers } from './lost-worker'
import { moveOffScreen } from './off-screen'
import { saveFile } from './save-file'

const PLAYGROUND = '/lab#v=1&widget=playground'
/** Two clouds are told apart in a moment. */
const QUICK = `${PLAYGROUND}&data=gaussians&layers=4:tanh:0&epochs=40&seeds=2&speed=fast`
const playground = (page: Page) => page.locator('[data-lab="playground"]')
const button = (page: Page, name: string) => playground(page).getByRole('button', { name, exact: true })
const surface = (page: Page) => playground(page).getByRole('slider', { name: 'Decision surface' })
const fact = (page: Page, name: string) =>
  playground(page).locator('dl > div').filter({ hasText: name }).getByRole('definition')
const fits = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)

async function open(page: Page, address: string) {
  await page.goto(address)
  await opened(page)
  await expect(playground(page)).toBeVisible()
  await expect(button(page, 'Run')).toBeVisible()
}

test('somebody opens a link with a spiral, trains it, and reads what the network says of a place', async ({ page }) => {
  await open(page, `${PLAYGROUND}&speed=fast&epochs=120&seeds=2`)
  await expectAccessible(page)
  await expect(playground(page)).toContainText('2 → 8 → 8 → 2, 114 parameters')
  await expect(playground(page).getByRole('img', { name: /^Unit / })).toHaveCount(16)

  await button(page, 'Run').click()
  await expect(fact(page, 'Epoch')).toHaveText('120 of 120', { timeout: 60_000 })
  await expect(fact(page, 'Right, held back')).toHaveText(/^(9\d|100)\.\d\s%/)
  await expect(playground(page).getByRole('status').last()).toContainText('of the held-back points are right')
  await expect(playground(page).getByRole('slider', { name: 'Accuracy' })).toHaveAttribute(
    'aria-valuetext',
    /learnt from .* held back/,
  )

  const box = await surface(page).boundingBox()
  if (!box) throw new Error('The surface is nowhere.')
  await surface(page).hover({ position: { x: box.width * 0.9, y: box.height * 0.1 } })
  await expect(surface(page)).toHaveAttribute('aria-valuetext', /^x₁ 0\.\d+, x₂ 0\.\d+: class 0 .*\s%, class 1 .*\s%$/)

  const model = parseModelFile((await saveFile(page, playground(page), /^Trained model, seed 1 JSON$/)).text)
  expect(model.spec).toMatchObject({ data: { kind: 'spiral', samples: 300 }, epochs: 120, seeds: [1, 2] })
  expect(model).toMatchObject({ seed: 1, step: 120 * 13 })
  const curves = await saveFile(page, playground(page), 'Curves CSV')
  expect(curves.text.split('\r\n').filter((row) => /^Tanh,[12],finished,1560,120,/.test(row))).toHaveLength(2)
  const code = await saveFile(page, playground(page), 'PyTorch code, seed 1 ZIP')
  expect(code.name).toBe('playground-pytorch-seed-1.zip')
  for (const file of ['train.py', 'initial_weights.npz', 'first_batches.npz', 'experiment.json'])
    expect(code.bytes.toString('latin1')).toContain(`playground-pytorch-seed-1/${file}`)

  await button(page, 'layer 2: remove').or(button(page, 'Remove layer 2')).click()
  await expect(playground(page)).toContainText('2 → 8 → 2, 42 parameters')
  await expect(page).toHaveURL(/layers=8:tanh:0&/)
  await button(page, 'Undo').click()
  await expect(playground(page)).toContainText('2 → 8 → 8 → 2, 114 parameters')
  await expectAccessible(page)
})

test('somebody without a mouse places points, trains on them step by step, and takes one away', async ({ page }) => {
  await open(page, PLAYGROUND)
  const data = playground(page).getByRole('combobox', { name: 'Points' })
  await data.focus()
  await data.selectOption('own')
  await expect(playground(page)).toContainText('Place at least 6 points; there are 0.')
  await surface(page).focus()
  for (let i = 0; i < 4; i++) {
    await page.keyboard.press('Shift+ArrowLeft')
    await page.keyboard.press('Enter')
  }
  await page.keyboard.press('Home')
  await playground(page).getByRole('radio', { name: 'class 1' }).focus()
  await page.keyboard.press('Space')
  await surface(page).focus()
  for (let i = 0; i < 4; i++) {
    await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('Enter')
  }
  await expect(playground(page)).toContainText('8 of 150 points')
  await expect(page).toHaveURL(/data=own&points=\w{5}/)
  await button(page, 'Step').focus()
  await page.keyboard.press('Enter')
  await expect(fact(page, 'Epoch')).toHaveText('1 of 300')
  await surface(page).focus()
  await page.keyboard.press('Delete')
  await expect(playground(page)).toContainText('7 of 150 points')
  await button(page, 'Run').focus()
  await page.keyboard.press('Enter')
  await expect(button(page, 'Pause')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(button(page, 'Resume')).toBeFocused()
  await button(page, 'Stop').focus()
  await page.keyboard.press('Enter')
  await expect(playground(page).getByRole('status').last()).toContainText('Stopped. The curves are kept.')
})

test('a file is read with its line named where it is wrong, and sampled where it is long', async ({ page }) => {
  await open(page, `${PLAYGROUND}&data=csv`)
  const file = playground(page).locator('input[type=file]')
  const rows = Array.from({ length: 3000 }, (_, i) => `${i % 50},${(i * 7) % 90},${i % 50 > 20 ? 'late' : 'early'}`)
  const give = (body: string[]) =>
    file.setInputFiles({
      name: 'days.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(['day,height,season', ...body].join('\n')),
    })
  await give(rows.with(10, '4,,late'))
  await expect(playground(page).getByRole('alert')).toHaveText(
    'Line 12, column ‘height’: the value is missing; fill it in or remove the row.'.replace(/[‘’]/g, "'"),
  )
  await give(rows.map((row) => row.replace('late', 'early')))
  await expect(playground(page).getByRole('alert')).toContainText('has one class only, “early”')
  await give(rows)
  await expect(playground(page)).toContainText('3,000 rows are more than are drawn here: 2,000')
  await expect(playground(page)).toContainText('At day = ')
  await expect(page).toHaveURL(/csv=\d+:[0-9a-f]{64}:days\.csv/)
  // Whoever opens the link is asked for the file.
  await page.reload()
  await expect(playground(page)).toContainText('The link was made with “days.csv”')
})

test('a learning rate of 10 diverges, and it is said at which step', async ({ page }) => {
  await open(page, `${PLAYGROUND}&opt=sgd&lr=10&loss=mse&layers=8:relu:0,8:relu:0&seeds=1&speed=fast`)
  await button(page, 'Run').click()
  await expect(playground(page)).toContainText('This run diverged')
  await expect(playground(page)).toContainText(/Seed 1 at step \d+: The loss of step \d+ is/)
  await expect(playground(page).getByRole('status').last()).toContainText(/Seed 1 diverged at step \d+/)
  await expectAccessible(page)
})

test('a damaged link gives a playground that runs, and says what could not be used', async ({ page }) => {
  await open(page, `${QUICK}&layers=4:tanh:0,1000000000:relu:0,8:swoosh:0&lr=NaN&noise=1e9&hidden=3`)
  const notice = page.getByRole('alert').filter({ hasText: 'Not all of the link could be used' })
  await expect(notice).toContainText('“layers” is there twice')
  await expect(notice).toContainText('“lr”: “NaN” is no number.')
  await expect(notice).toContainText('“noise”: “1e9” is more than the largest there is, so it is 1.')
  await expect(notice).toContainText('“hidden” is no setting of “Playground”')
  await button(page, 'Run').click()
  await expect(fact(page, 'Epoch')).toHaveText('40 of 40')
})

test('a worker that is ended by the browser is replaced, and the run goes on', async ({ page }) => {
  await keepWorkers(page, 'plane')
  await open(page, `${PLAYGROUND}&epochs=5000&seeds=1`)
  await button(page, 'Run').click()
  await expect(fact(page, 'Epoch')).toHaveText(/^(2\d|[3-9]\d|\d{3,}) of/)
  const epoch = async () => Number((await fact(page, 'Epoch').textContent())?.split(' ')[0]?.replace(',', ''))
  const early = await epoch()
  // A checkpoint is taken every second.
  await page.waitForTimeout(2500)
  await endWorkers(page)
  await expect(playground(page)).toContainText('The trainer was lost and started anew', { timeout: 20_000 })
  const told = (await playground(page).getByText('It went on from its last checkpoint').textContent()) ?? ''
  const step = Number(/step ([\d,]+)/.exec(told)?.[1]?.replaceAll(',', ''))
  // An epoch of 210 points in batches of 16 has 13 steps.
  expect(step).toBeGreaterThan(13 * early)
  expect(await epoch()).toBeGreaterThanOrEqual(Math.floor(step / 13))
  const before = await epoch()
  await expect.poll(epoch).toBeGreaterThan(before)
})

test('a guess comes first where it is asked for, and is settled by the run', async ({ page }) => {
  await page.goto(`${QUICK}&predict=1`)
  await opened(page)
  await playground(page).getByRole('radio', { name: '95 % or more' }).check()
  await playground(page).getByRole('combobox', { name: 'How sure are you?' }).selectOption({ label: '90 %' })
  await button(page, 'Commit to it').click()
  await button(page, 'Run').click()
  await expect(playground(page)).toContainText('It came out as 95 % or more: you were right.', { timeout: 20_000 })
})

test('on a phone it is one column, with one seed, and trains', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await open(page, PLAYGROUND)
  await expect(playground(page).getByRole('textbox', { name: 'Seeds at once' })).toHaveValue('1')
  expect(await fits(page)).toBeLessThanOrEqual(0)
  await button(page, 'Run')
    .tap()
    .catch(() => button(page, 'Run').click())
  await expect(fact(page, 'Right, held back')).toHaveText(/%$/)
  await page.setViewportSize({ width: 320, height: 700 })
  expect(await fits(page)).toBeLessThanOrEqual(0)
})

test('while it trains no task holds the page up, and off the screen it rests', async ({ page }) => {
  await open(page, `${PLAYGROUND}&epochs=5000`)
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
  console.log(`playground: ${long.length} tasks over 50 ms in 3 s of training (${long.map(Math.round).join(', ')})`)
  expect(long.filter((ms) => ms > 100)).toEqual([])
  await moveOffScreen(page, 'playground')
  const epoch = () => fact(page, 'Epoch').textContent()
  const resting = await epoch()
  await page.waitForTimeout(1000)
  expect(await epoch()).toBe(resting)
})
