/**
 * Every page of the site, as its links find it: no dead link or anchor, no word in the console, no violation of
 * the security policy, no request to anybody else, memory shared with workers, nothing to scroll sideways at 320 px
 * and 400 % zoom. Of each kind of page two are looked at by axe, in both themes. What people do on the pages is told by
 * the stories. Two visitors go through the site at once, as a page keeps one core busy.
 */
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { decodeLab } from '@/lib/lab/decode-link'
import { expect, expectAccessible, test, watchConsole, watchPolicy } from './fixtures'

const LESSON = '/courses/deep-learning-fundamentals/activation-functions/relu-and-dead-units'
const UNKNOWN = [
  ...['/nothing', '/courses/nothing', '/courses/deep-learning-fundamentals/nothing', `${LESSON}/nothing`],
  ...[`${LESSON}/v/nothing`, '/challenges/nothing', '/blog/nothing', '/legal/nothing'],
  ...['/%E0%A4%A', '/%3Cscript%3Ealert(1)%3C/script%3E', `/${'a'.repeat(2000)}`],
]

test('visitors follow every link of the site: each leads somewhere that everybody can use', async ({
  page,
  browser,
}) => {
  test.setTimeout(900_000)
  // In a window of their own: a tab behind another gets less of the processor.
  const second = await browser.newPage()
  const messages = watchConsole(second)
  await watchPolicy(second)
  const foreign = [watchForeignRequests(page), watchForeignRequests(second)]
  const routeOf = readRoutes()
  const looked = new Map<string, number>()
  const ids = new Map<string, Set<string>>()
  const anchors = new Set<string>()
  const seen = new Set<string>(['/'])
  const visit = async (visitor: Page, path: string) => {
    if (/\.\w+$/.test(path)) {
      expect.soft((await visitor.request.get(path)).status(), path).toBe(200)
      return
    }
    const times = looked.get(routeOf(path)) ?? 0
    looked.set(routeOf(path), times + 1)
    await openPage(visitor, path)
    const found = await visitor.evaluate(() => ({
      ids: Array.from(document.querySelectorAll('[id]'), ({ id }) => id),
      links: Array.from(document.querySelectorAll<HTMLAnchorElement>('a[href]'), ({ href }) => href),
    }))
    ids.set(path, new Set(found.ids))
    for (const { origin, pathname, hash } of found.links.map((link) => new URL(link))) {
      if (origin !== new URL(visitor.url()).origin) continue
      seen.add(pathname)
      if (hash !== '') anchors.add(`${pathname}${hash}`)
    }
    if (times < 2) await lookClosely(visitor, path)
    else await expectNoSidewaysScroll(visitor, path)
  }
  // What a visitor finds is added behind, for whoever is free first.
  let begun = 0
  const walk = async (visitor: Page) => {
    while (begun < seen.size) await visit(visitor, [...seen][begun++] ?? '/')
  }
  await visit(page, [...seen][begun++] ?? '/')
  await Promise.all([walk(page), walk(second)])
  // Whoever found nothing left may have stopped before the other found more.
  await walk(page)
  expect(ids.size).toBeGreaterThan(15)
  const dead = [...anchors].filter((anchor) => {
    const [path = '', id = ''] = anchor.split('#')
    if (ids.get(path)?.has(decodeURIComponent(id)) !== false) return false
    // On the workbench it is what a widget is set to.
    return path !== '/lab' || decodeLab(id)?.problems.length !== 0
  })
  expect(dead, 'anchors that nothing on their page answers to').toEqual([])
  expect(foreign.flat(), 'requests to anybody else').toEqual([])
  expect(messages, 'the second visitor’s console stays empty').toEqual([])
  await second.close()
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

/** The route that answers a path: `/courses/[course]`, or the path itself. */
function readRoutes(): (path: string) => string {
  const manifest = JSON.parse(readFileSync('.next/routes-manifest.json', 'utf8')) as {
    staticRoutes: { page: string }[]
    dynamicRoutes: { page: string; regex: string }[]
  }
  // `/[...page]` fits every path, and answers only those that no other route does.
  const own = new Set(manifest.staticRoutes.map(({ page }) => page))
  const routes = manifest.dynamicRoutes.map(({ page, regex }) => ({ page, regex: new RegExp(regex) }))
  return (path) => (own.has(path) ? path : (routes.find(({ regex }) => regex.test(path))?.page ?? path))
}

function watchForeignRequests(page: Page): string[] {
  const foreign: string[] = []
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url())
    if (protocol.startsWith('http') && hostname !== 'localhost') foreign.push(request.url())
  })
  return foreign
}
