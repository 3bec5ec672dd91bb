import { randomUUID } from 'node:crypto'
import { expect, holdScripts, opened, test } from './fixtures'

test('a guest finds the ways in before any script is here', async ({ page }) => {
  const arrive = await holdScripts(page)
  await page.goto('/glossary', { waitUntil: 'commit' })
  const signIn = page.getByRole('banner').getByRole('link', { name: 'Sign in' })
  await expect(signIn).toBeVisible()
  await signIn.click()
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fglossary$/)
  arrive()
  await opened(page)
})

test('somebody whose session was ended elsewhere is told so, and that nothing is lost', async ({ page }) => {
  await page.goto('/sign-up')
  await opened(page)
  await page.getByLabel('E-mail', { exact: true }).fill(`ended-${randomUUID()}@example.org`)
  await page.getByLabel('Password', { exact: true }).fill('nine calm otters swim')
  // The account's log is fetched right after signing up: only then has the page nothing more to ask.
  const fetching = page.waitForResponse((response) => response.url().includes('/api/me/events'))
  await page.getByRole('button', { name: 'Make my account' }).click()
  await page.waitForURL('**/dashboard')
  await expect(page.getByRole('banner').getByRole('button', { name: /your account/ })).toBeVisible()
  expect(await (await fetching).finished()).toBeNull()

  // Going on by Tab leaves the menu, and closes it.
  const menu = page.getByRole('banner').getByRole('button', { name: /your account/ })
  const signOut = page.getByRole('button', { name: 'Sign out' })
  await menu.click()
  await signOut.focus()
  await expect(signOut).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(signOut).toBeHidden()

  // Nobody who is signed in is shown the ways in, not even before the scripts are here.
  const arrive = await holdScripts(page)
  await page.reload({ waitUntil: 'commit' })
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const signIn = page.getByRole('banner').getByRole('link', { name: 'Sign in' })
  await expect(signIn).toBeHidden()
  arrive()
  await expect(page.getByRole('banner').getByRole('button', { name: /your account/ })).toBeVisible()
  await page.unrouteAll({ behavior: 'wait' })

  await page.context().clearCookies()
  await page.reload()
  const told = page.getByText('Your session has ended')
  await expect(told).toBeVisible()
  await page.reload()
  await expect(told).toBeVisible()
  await page.getByRole('link', { name: 'Sign in again' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})
