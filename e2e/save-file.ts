import { readFileSync } from 'node:fs'
import { expect, type Locator, type Page } from '@playwright/test'

/** Chooses from the menu of exports in a part of the page, and reads what is downloaded. */
export async function saveFile(
  page: Page,
  part: Locator,
  label: string | RegExp,
): Promise<{ name: string; bytes: Buffer; text: string; at: string }> {
  await part.getByRole('button', { name: 'Export' }).click()
  const download = page.waitForEvent('download')
  await part.getByRole('menuitem', { name: label }).click()
  const file = await download
  const at = await file.path()
  await expect(part.getByText(`${file.suggestedFilename()} is saved.`)).toBeVisible()
  const bytes = readFileSync(at)
  return { name: file.suggestedFilename(), bytes, text: bytes.toString('utf8'), at }
}
