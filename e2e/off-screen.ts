/** A widget of the workbench where nobody sees it. */
import type { Page } from '@playwright/test'
import type { LabName } from '@/lib/lab/registry'

export async function moveOffScreen(page: Page, widget: LabName): Promise<void> {
  await place(page, widget, '6000px')
  await page.waitForTimeout(600)
}

export const moveBack = (page: Page, widget: LabName): Promise<void> => place(page, widget, '')

async function place(page: Page, widget: LabName, margin: string): Promise<void> {
  await page.locator(`[data-lab="${widget}"]`).evaluate((frame, top) => {
    ;(frame as HTMLElement).style.marginTop = top
    window.scrollTo(0, 0)
  }, margin)
}
