/** What a page may weigh, and how still it must stand. The numbers are printed: they are the budget report. */
import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { z } from 'zod'
import { expect, opened, test } from './fixtures'
import { runLighthouse } from './lighthouse'

const LESSON = '/courses/deep-learning-fundamentals/activation-functions/relu-and-dead-units'
const KB = 1000
/** A page of this framework with one link on it, measured (docs/decisions/007-libraries.md). */
const FRAMEWORK = 138.5 * KB
const BUDGET = { scripts: 160 * KB, ours: 20 * KB, styles: 25 * KB, layoutShift: 0.02 }

/**
 * Bytes of the files that the document names for a browser of today, as gzip packs them, whatever this server packs them
 * with; what comes later is extra. Scripts are named where the page asks for them (scripts/server/scripts-after-paint.mjs).
 */
async function weigh(page: Page, path: string) {
  const response = await page.goto(path)
  const html = (await response?.text()) ?? ''
  const sizeOf = async (files: string[]) => {
    let bytes = 0
    for (const file of new Set(files)) bytes += gzipSync(await (await page.request.get(file)).body()).length
    return bytes
  }
  const [, scripts = '[]'] = /<script>\(function\(\)\{var a=(\[[^\]]*\])/.exec(html) ?? []
  return {
    script: await sizeOf(z.array(z.string()).parse(JSON.parse(scripts))),
    stylesheet: await sizeOf(
      [...html.matchAll(/<link[^>]*?href="(\/_next\/[^"]+\.css)"[^>]*>/g)].map(([, file = '']) => file),
    ),
  }
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

test('nothing on a lesson jumps while it is read, at either width', async ({ page, browser }) => {
  const wide = { width: 1280, height: 800 }
  const narrow = { width: 390, height: 844 }
  // Two readers at once: most of a reading is waiting for the reader.
  const second = await browser.newPage()
  const shifts = await Promise.all([read(page, wide), read(second, narrow)])
  await second.close()
  for (const [index, { width }] of [wide, narrow].entries()) {
    const shift = shifts[index] ?? Number.NaN
    console.log(`lesson at ${width} px: layout shift ${shift.toFixed(4)}`)
    expect.soft(shift, `${width} px`).toBeLessThanOrEqual(BUDGET.layoutShift)
  }
})

/** Scrolls through the lesson by half screens; gives the layout shift. */
async function read(page: Page, viewport: { width: number; height: number }): Promise<number> {
  await page.setViewportSize(viewport)
  await watchShifts(page)
  await page.goto(LESSON)
  await opened(page)
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  for (let y = 0; y < height; y += viewport.height / 2) {
    await page.mouse.wheel(0, viewport.height / 2)
    await page.waitForTimeout(150)
  }
  await page.waitForLoadState('networkidle')
  return largestBurst(await shiftsOf(page))
}

test('a jump by the contents list lands where it should and stays, and each widget is as high as the place kept for it', async ({
  page,
  browser,
}) => {
  const second = await browser.newPage()
  await Promise.all([jump(page, { width: 1280, height: 800 }), jump(second, { width: 390, height: 844 })])
  await second.close()
})

async function jump(page: Page, viewport: { width: number; height: number }) {
  await page.setViewportSize(viewport)
  await watchShifts(page)
  await page.goto(LESSON)
  await opened(page)
  const kept = await heightsOf(page)
  expect(kept.length).toBeGreaterThan(2)
  const anchors = await page
    .locator('[data-contents]')
    .first()
    .locator('a')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).hash))
  expect(anchors.length).toBeGreaterThan(5)
  for (const anchor of [...anchors].reverse()) {
    await page.evaluate(
      (hash) => document.querySelector<HTMLAnchorElement>(`[data-contents] a[href$="${hash}"]`)?.click(),
      anchor,
    )
    await page.waitForTimeout(700)
    await page.waitForLoadState('networkidle')
    const { top = -1, isEnd } = await page.evaluate((id) => {
      const { scrollHeight } = document.documentElement
      const isEnd = window.scrollY + window.innerHeight >= scrollHeight - 2
      return { top: document.getElementById(id)?.getBoundingClientRect().top, isEnd }
    }, anchor.slice(1))
    expect.soft(top, `${anchor} at ${viewport.width} px`).toBeGreaterThanOrEqual(0)
    // The last sections are too short to come up.
    if (!isEnd) expect.soft(top, `${anchor} at ${viewport.width} px`).toBeLessThan(viewport.height / 4)
  }
  const shift = largestBurst(await shiftsOf(page))
  console.log(`lesson at ${viewport.width} px, jumping: layout shift ${shift.toFixed(4)}`)
  expect.soft(shift, `${viewport.width} px`).toBeLessThanOrEqual(BUDGET.layoutShift)
  for (const panel of await page.locator('[id^=experiment-]').all()) await panel.scrollIntoViewIfNeeded()
  await expect(page.locator('[data-outline]')).toHaveCount(0)
  for (const [index, height] of (await heightsOf(page)).entries()) {
    expect.soft(Math.abs(height - (kept[index] ?? 0)), `widget ${index} at ${viewport.width} px`).toBeLessThanOrEqual(4)
  }
}

const heightsOf = (page: Page) =>
  page.locator('[id^=experiment-]').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height))

async function watchShifts(page: Page) {
  await page.addInitScript(() => {
    const watched = window as unknown as { shifts: [at: number, value: number][] }
    watched.shifts = []
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
        if (!entry.hadRecentInput) watched.shifts.push([entry.startTime, entry.value])
    }).observe({ type: 'layout-shift', buffered: true })
  })
}

const shiftsOf = (page: Page) => page.evaluate(() => (window as unknown as { shifts: [number, number][] }).shifts)

for (const path of ['/', '/courses/deep-learning-fundamentals', LESSON, `${LESSON}/flashcards`]) {
  test(`Lighthouse finds nothing to mend on ${path}`, async ({ baseURL }) => {
    const { scores, complaints } = await runLighthouse(`${baseURL}${path}`, ['accessibility', 'best-practices', 'seo'])
    expect(complaints).toEqual([])
    expect(scores).toEqual({ accessibility: 100, 'best-practices': 100, seo: 100 })
  })
}

/** CLS as web.dev defines it: the largest sum of shifts less than a second apart, within five seconds. */
function largestBurst(shifts: [at: number, value: number][]): number {
  let [largest, sum, began, before] = [0, 0, 0, Number.NEGATIVE_INFINITY]
  for (const [at, value] of shifts) {
    if (at - before > 1000 || at - began > 5000) [sum, began] = [0, at]
    sum += value
    before = at
    largest = Math.max(largest, sum)
  }
  return largest
}
