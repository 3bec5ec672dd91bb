/**
 * Every page of the site, as its links find it: no dead link or anchor, no word in the console, no violation of
 * the security policy, no request to anybody else, memory shared with workers, nothing to scroll sideways at 320 px
 * and 400 % zoom. Of each kind of page two are looked at by axe, in both themes. What people do on the pages is told by
 * the stories.
 */
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { decodeLab } from '@/lib/lab/decode-link'
import { expect, expectAccessible, test } from './fixtures'

const LESSON = '/courses/deep-learning-fundamentals/activation-functions/relu-and-dead-units'
const UNKNOWN = [
  ...['/nothing', '/courses/nothing', '/courses/deep-learning-fundamentals/nothing', `${LESSON}/nothing`],
  ...[`${LESSON}/v/nothing`, '/challenges/nothing', '/blog/nothing', '/legal/nothing'],
  ...['/%E0%A4%A', '/%3Cscript%3Ealert(1)%3C/script%3E', `/${'a'.repeat(2000)}`],
]

test('a visitor follows every link of the site: each leads somewhere that everybody can use', async ({ page }) => {
  test.setTimeout(900_000)
  const foreign = watchForeignRequests(page)
  const routeOf = readRoutes()
  const looked = new Map<string, number>()
  const ids = new Map<string, Set<string>>()
  const anchors = new Set<string>()
  const seen = new Set<string>(['/'])
  for (const path of seen) {
    if (/\.\w+$/.test(path)) {
      expect.soft((await page.request.get(path)).status(), path).toBe(200)
      continue
    }
    await openPage(page, path)
    ids.set(path, new Set(await page.locator('[id]').evaluateAll((elements) => elements.map(({ id }) => id))))
    for (const link of await ownLinks(page)) {
      seen.add(link.pathname)
      if (link.hash !== '') anchors.add(`${link.pathname}${link.hash}`)
    }
    const times = looked.get(routeOf(path)) ?? 0
    looked.set(routeOf(path), times + 1)
    if (times < 2) await lookClosely(page, path)
    else await expectNoSidewaysScroll(page, path)
  }
  const dead = [...anchors].filter((anchor) => {
    const [path = '', id = ''] = anchor.split('#')
    // On the workbench it is no anchor: it is what the widget is set to.
    if (path === '/lab') return decodeLab(id)?.problems.length !== 0
    return ids.get(path)?.has(decodeURIComponent(id)) === false
  })
  expect(dead, 'anchors that nothing on their page answers to').toEqual([])
  expect(foreign, 'requests to anybody else').toEqual([])
  expect(seen.size).toBeGreaterThan(15)
})

test('an address that does not exist is told so by an ordinary page of the site', async ({ page, quietConsole }) => {
  for (const path of UNKNOWN) {
    const response = await page.goto(path)
    expect.soft(response?.status(), path).toBeGreaterThanOrEqual(400)
    expect.soft(response?.status(), path).toBeLessThan(500)
    expectStrictPolicy(path, response?.headers()['content-security-policy'])
    expect.soft(await page.locator('script', { hasText: 'alert(1)' }).count(), path).toBe(0)
  }
  await page.goto('/nothing')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await lookClosely(page, '/nothing')
  // The browser itself notes that a document was a 404; nothing else may be said.
  const own = quietConsole.filter((message) => !/^Failed to load resource: .* 4\d\d/.test(message))
  quietConsole.length = 0
  expect(own).toEqual([])
})

test('a document is read, and nothing can be posted to it', async ({ request }) => {
  for (const path of ['/', '/sign-in', LESSON, '/search?q=silu', '/nothing']) {
    const answer = await request.post(path, { form: { email: 'a@example.org', password: 'four quiet clerks' } })
    expect([path, answer.status(), await answer.text()]).toEqual([path, 405, ''])
  }
})

async function openPage(page: Page, path: string) {
  const response = await page.goto(path)
  expect.soft(response?.status(), path).toBe(200)
  expectStrictPolicy(path, response?.headers()['content-security-policy'])
  expect.soft(await page.evaluate(() => crossOriginIsolated), `${path} may share memory with its workers`).toBe(true)
}

function expectStrictPolicy(path: string, policy: string | undefined) {
  const scripts = policy?.split('; ').find((directive) => directive.startsWith('script-src '))
  expect.soft(scripts, path).toContain("'self'")
  expect.soft(scripts, path).not.toMatch(/'unsafe-(?:inline|eval)'/)
}

async function lookClosely(page: Page, path: string) {
  await expectAccessible(page)
  await expectNoSidewaysScroll(page, path)
}

async function expectNoSidewaysScroll(page: Page, path: string) {
  const { width, height } = page.viewportSize() ?? { width: 1280, height: 800 }
  // 320 CSS pixels are a narrow phone, and what is left of 1280 at 400 % zoom; then the page is as low, too.
  await page.setViewportSize({ width: 320, height: height / 4 })
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect.soft(overflow, `${path}: pixels to scroll sideways at 320 px`).toBeLessThanOrEqual(0)
  await page.setViewportSize({ width, height })
}

/** The route that answers a path, `/courses/[course]`. */
function readRoutes(): (path: string) => string {
  const manifest = JSON.parse(readFileSync('.next/routes-manifest.json', 'utf8')) as {
    dynamicRoutes: { page: string; regex: string }[]
  }
  const routes = manifest.dynamicRoutes.map(({ page, regex }) => ({ page, regex: new RegExp(regex) }))
  return (path) => routes.find(({ regex }) => regex.test(path))?.page ?? path
}

async function ownLinks(page: Page): Promise<URL[]> {
  const links = await page
    .locator('a[href]')
    .evaluateAll((anchors) => anchors.map((anchor) => (anchor as HTMLAnchorElement).href))
  return links.map((link) => new URL(link)).filter(({ origin }) => origin === new URL(page.url()).origin)
}

function watchForeignRequests(page: Page): string[] {
  const foreign: string[] = []
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url())
    if (protocol.startsWith('http') && hostname !== 'localhost') foreign.push(request.url())
  })
  return foreign
}
