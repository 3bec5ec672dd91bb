/** The files that a page's trainer fetches: as few as promised, and a plain word and another try where one does not arrive. */
import { bytesOf } from '../scripts/page-training/figures'
import { REFERENCE_CNN, trainInPage } from '../scripts/page-training/train-in-page'
import { expect, opened, test } from './fixtures'

const LESSON = '/courses/deep-learning-fundamentals/activation-functions/relu-and-dead-units'
/** ENGINE.md's floor. */
const DOWNLOAD_LIMIT = 40_000
const SENTENCE = 'A part of the training engine could not be loaded. Check the connection and run again.'

test('somebody who trains the reference CNN downloads less than 40 kB of engine', async ({ page }) => {
  const { transfers } = await trainInPage(page, REFERENCE_CNN)
  const kinds = transfers.map(({ path }) => path.replace(/-[\w-]{8}\./, '.')).sort()
  expect(kinds).toEqual([
    expect.stringMatching(/^\/engine\/kernels(-shared)?\.wasm$/),
    // What the trainer shares with parts that others load: layers' shapes and errors, and where kernels find their memory.
    '/engine/shapes.js',
    '/engine/space.js',
    '/engine/trainer.js',
  ])
  expect(bytesOf(transfers)).toBeGreaterThan(20_000)
  expect(bytesOf(transfers)).toBeLessThan(DOWNLOAD_LIMIT)
})

for (const [part, pattern] of [
  ['the trainer itself', '**/engine/trainer-*.js'],
  ['the part that makes the data', '**/engine/made-data-*.js'],
  ['the part that reads probes', '**/engine/probes-*.js'],
  ['the kernels', '**/engine/kernels-*.wasm'],
] as const) {
  test.describe(part, () => {
    test.setTimeout(60_000)
    // The browser itself complains of what it was not let fetch.
    test.use({ quietConsole: async ({ page: _page }, use) => use([]) })

    test('somebody whose connection breaks is told so, and trains with the next click', async ({ page }) => {
      await page.goto(LESSON)
      await opened(page)
      await page.context().route(pattern, (route) => route.abort())
      await page.locator('#experiment-calm').scrollIntoViewIfNeeded()
      const panel = page.locator('[data-experiment="relu.calm"]')
      await panel.getByRole('button', { name: 'Run', exact: true }).click()
      await expect(panel.getByRole('alert')).toContainText(SENTENCE)

      await page.context().unroute(pattern)
      await panel.getByRole('button', { name: /^Run/ }).click()
      await expect(panel.getByRole('alert')).toHaveCount(0)
      await expect(panel.getByRole('button', { name: 'Run again' })).toBeVisible({ timeout: 60_000 })
    })
  })
}
