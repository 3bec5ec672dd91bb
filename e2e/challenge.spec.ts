import { expect, expectAccessible, opened, test } from './fixtures'
import { realImages } from './real-images'

test('somebody trains ReLU, Swish and GELU on real images, pauses in between, and finds all three runs after a reload', async ({
  page,
}) => {
  test.setTimeout(300_000)
  await page.goto('/challenges/cifar-activation-swap')
  await opened(page)
  await page.getByLabel(/training images/i).selectOption('500')
  await page.getByLabel(/epochs/i).selectOption('1')
  await page.getByRole('button', { name: 'Train ReLU, Swish and GELU' }).click()
  const badge = realImages ? 'real CIFAR-10' : 'drawn stand-in, not CIFAR-10'
  await expect(page.getByText(badge, { exact: true })).toBeVisible({ timeout: 30_000 })

  await page.getByRole('button', { name: 'Pause' }).click()
  await expect(page.getByRole('button', { name: 'Resume' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Resume' }).click()

  await expect(page.getByRole('button', { name: 'Run again' })).toBeVisible({ timeout: 240_000 })
  await expectAccessible(page)

  await page.reload()
  await opened(page)
  const runs = page.getByRole('region', { name: 'Your runs' })
  for (const activation of ['ReLU', 'Swish', 'GELU']) await expect(runs.getByText(activation).first()).toBeVisible()
})

test('somebody whose learning rate is far too high is told at which step the run diverged', async ({ page }) => {
  test.setTimeout(120_000)
  await page.goto('/courses/deep-learning-fundamentals/activation-functions/relu-and-dead-units')
  await opened(page)
  await page.locator('#experiment-calm').scrollIntoViewIfNeeded()
  const panel = page.locator('[data-experiment="relu.calm"]')
  await panel.getByLabel('Activation').selectOption('linear')
  await panel.getByLabel('Learning rate').selectOption('10')
  await panel.getByRole('button', { name: 'Run', exact: true }).click()
  await expect(panel.getByText(/diverged at step \d+/i).first()).toBeVisible({ timeout: 90_000 })
})
