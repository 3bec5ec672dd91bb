/** Lighthouse as it comes, on its slow mobile phone, with a Chromium of its own. */
import { chromium } from '@playwright/test'
import lighthouse from 'lighthouse'
import { findFreePort } from '../scripts/test/free-port.mjs'
import { findChromium } from '../scripts/test/machine.mjs'

export interface LighthouseReport {
  /** 0 to 100 by category: `performance`, `accessibility`, `best-practices`, `seo`. */
  scores: Record<string, number>
  /** What took points away, in Lighthouse's words. */
  complaints: string[]
  /** In ms, by audit: `largest-contentful-paint`, `total-blocking-time`, …; `cumulative-layout-shift` has no unit. */
  metrics: Record<string, number>
}

const METRICS = ['largest-contentful-paint', 'total-blocking-time', 'cumulative-layout-shift']

export async function runLighthouse(url: string, categories: string[]): Promise<LighthouseReport> {
  const port = await findFreePort()
  const browser = await chromium.launch({
    executablePath: findChromium() ?? undefined,
    args: [`--remote-debugging-port=${port}`, '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  try {
    const result = await lighthouse(url, { port, onlyCategories: categories, logLevel: 'error' })
    if (result === undefined) throw new Error(`Lighthouse said nothing about ${url}.`)
    const { categories: found, audits, runtimeError } = result.lhr
    if (runtimeError !== undefined) throw new Error(`Lighthouse could not look at ${url}: ${runtimeError.message}`)
    const scores = Object.fromEntries(
      Object.entries(found).map(([id, { score }]) => [id, Math.round((score ?? 0) * 100)]),
    )
    const weighed = Object.values(found).flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight > 0))
    const complaints = weighed.flatMap(({ id }) => {
      const audit = audits[id]
      return audit?.score === null || audit?.score === undefined || audit.score >= 1 ? [] : [`${id}: ${audit.title}`]
    })
    const metrics = Object.fromEntries(METRICS.map((id) => [id, audits[id]?.numericValue ?? Number.NaN]))
    return { scores, complaints, metrics }
  } finally {
    await browser.close()
  }
}
