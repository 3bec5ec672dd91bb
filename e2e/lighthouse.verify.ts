/** How quickly pages open on Lighthouse's slow phone: medians of five, since one run on a busy machine says little. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type LighthouseReport, runLighthouse } from './lighthouse'
import { createOwnServer, type Server } from './own-server'

const PAGES = ['/', '/courses/deep-learning-fundamentals/activation-functions/relu-and-dead-units']
const RUNS = 5

let server: Server
beforeAll(async () => {
  server = await createOwnServer()
  await server.start()
}, 300_000)
afterAll(() => server.dispose())

const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

test.each(PAGES)('Lighthouse on a slow phone: %s', async (path) => {
  const runs: LighthouseReport[] = []
  for (let run = 0; run < RUNS; run++) runs.push(await runLighthouse(`${server.url}${path}`, ['performance']))
  const metric = (id: string) => median(runs.map(({ metrics }) => metrics[id] ?? Number.NaN))
  const found = {
    performance: median(runs.map(({ scores }) => scores.performance ?? 0)),
    largestContentfulPaintMs: metric('largest-contentful-paint'),
    totalBlockingTimeMs: metric('total-blocking-time'),
    cumulativeLayoutShift: metric('cumulative-layout-shift'),
  }
  console.log(path, found)
  expect(found.performance).toBeGreaterThanOrEqual(95)
  expect(found.largestContentfulPaintMs).toBeLessThanOrEqual(1800)
  expect(found.totalBlockingTimeMs).toBeLessThanOrEqual(200)
  expect(found.cumulativeLayoutShift).toBeLessThanOrEqual(0.02)
})
