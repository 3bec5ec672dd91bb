/** What a page may weigh, and how still it must stand. The numbers are printed: they are the budget report. */
import { gzipSync } from 'node:zlib'
import type { Page, Response } from '@playwright/test'
import { expect, opened, test } from './fixtures'
import { runLighthouse } from './lighthouse'

const LESSON = '/courses/deep-learning-fundamentals/activation-functions/relu-and-dead-units'
const KB = 1000
/** A page of this framework with one link on it, measured (docs/decisions/007-libraries.md). */
const FRAMEWORK = 138.5 * KB
const BUDGET = { scripts: 160 * KB, ours: 20 * KB, styles: 25 * KB, layoutShift: 0.02 }

/** Bytes of each file of this type that the page loads until it is at rest, as gzip packs them. */
async function weigh(page: Page, path: string) {
  const loaded = new Map<string, Response>()
  page.on('response', (response) => loaded.set(response.url(), response))
  await page.goto(path, { waitUntil: 'networkidle' })
  await opened(page)
  const sizes = { script: 0, stylesheet: 0 }
  for (const response of loaded.values()) {
    const type = response.request().resourceType()
    if (type === 'script' || type === 'stylesheet') sizes[type] += gzipSync(await response.body()).length
  }
  return sizes
}

test('a lesson opens with little to load, and widgets come when they are near', async ({ page }) => {
  const { script, stylesheet } = await weigh(page, LESSON)
  const kB = (bytes: number) => `${(bytes / KB).toFixed(1)} kB`
  console.log(`lesson: ${kB(script)} of scripts, ${kB(script - FRAMEWORK)} of them ours; ${kB(stylesheet)} of styles`)
  expect(script).toBeLessThanOrEqual(BUDGET.scripts)
  expect(script - FRAMEWORK).toBeLessThanOrEqual(BUDGET.ours)
  expect(stylesheet).toBeLessThanOrEqual(BUDGET.styles)
  expect(script, 'the measurement saw the scripts').toBeGreaterThan(100 * KB)
})

for (const viewport of [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
]) {
  test(`nothing on a lesson jumps while it is read at ${viewport.width} px`, async ({ page }) => {
    await page.setViewportSize(viewport)
    await page.addInitScript(() => {
      const watched = window as unknown as { shift: number }
      watched.shift = 0
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
          if (!entry.hadRecentInput) watched.shift += entry.value
      }).observe({ type: 'layout-shift', buffered: true })
    })
    await page.goto(LESSON)
    await opened(page)
    const height = await page.evaluate(() => document.documentElement.scrollHeight)
    for (let y = 0; y < height; y += viewport.height / 2) {
      await page.mouse.wheel(0, viewport.height / 2)
      await page.waitForTimeout(60)
    }
    await page.waitForLoadState('networkidle')
    const shift = await page.evaluate(() => (window as unknown as { shift: number }).shift)
    console.log(`lesson at ${viewport.width} px: layout shift ${shift.toFixed(4)}`)
    expect(shift).toBeLessThanOrEqual(BUDGET.layoutShift)
  })
}

for (const path of ['/', '/courses/deep-learning-fundamentals', LESSON, `${LESSON}/flashcards`]) {
  test(`Lighthouse finds nothing to mend on ${path}`, async ({ baseURL }) => {
    const { scores, complaints } = await runLighthouse(`${baseURL}${path}`, ['accessibility', 'best-practices', 'seo'])
    expect(complaints).toEqual([])
    expect(scores).toEqual({ accessibility: 100, 'best-practices': 100, seo: 100 })
  })
}
