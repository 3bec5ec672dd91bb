import { randomUUID } from 'node:crypto'
import { expect, opened, test } from './fixtures'

test('somebody whose session was ended elsewhere is told so, and that nothing is lost', async ({
  page,
  quietConsole,
}) => {
  await page.goto('/sign-up')
  await opened(page)
  await page.getByLabel('E-mail', { exact: true }).fill(`ended-${randomUUID()}@example.org`)
  await page.getByLabel('Password', { exact: true }).fill('nine calm otters swim')
  await page.getByRole('button', { name: 'Make my account' }).click()
  await page.waitForURL('**/dashboard')
  await expect(page.getByRole('banner').getByRole('button', { name: /your account/ })).toBeVisible()

  await page.context().clearCookies()
  await page.reload()
  await expect(page.getByText('Your session has ended')).toBeVisible()
  await page.getByRole('link', { name: 'Sign in again' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()

  // The browser itself notes a request that was refused while the page did not know yet; nothing else may be said.
  const refused = quietConsole.filter((message) => message.includes('401'))
  expect(quietConsole).toEqual(refused)
  quietConsole.length = 0
})
