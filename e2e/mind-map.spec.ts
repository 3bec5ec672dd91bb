/** The mind maps, by keyboard, by pointer, by finger, and as a list. */
import type { Page } from '@playwright/test'
import { expect, expectAccessible, opened, test } from './fixtures'

const COURSE = '/courses/deep-learning-fundamentals/mind-map'
const LESSON = '/courses/deep-learning-fundamentals/activation-functions/relu-and-dead-units'
const MAPS = ['/mind-map', COURSE, '/courses/python-for-data-science-ai-and-development/mind-map', `${LESSON}/mind-map`]

const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('data-node') ?? null)

test('somebody with only a keyboard goes along the branches of a course and opens a lesson', async ({ page }) => {
  await page.goto(COURSE)
  await opened(page)
  await page.getByRole('button', { name: 'List', exact: true }).focus()
  await page.keyboard.press('Tab')
  expect(await focused(page)).toBe('chapter:activation-functions')
  await page.keyboard.press('ArrowUp')
  expect(await focused(page)).toBe('course:deep-learning-fundamentals')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowLeft')
  expect(await focused(page)).toBe('lesson:bend')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  expect(await focused(page)).toBe('lesson:relu')
  await expect(page.getByText('Leads to: Leaky and parametric ReLU', { exact: false })).toBeVisible()
  await page.keyboard.press('ArrowLeft')
  expect(await focused(page)).toContain('lesson:relu/concept:')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(LESSON)
})

test('what the keyboard goes to is always in sight, and the map leaves one stop in the tab order', async ({ page }) => {
  await page.goto('/courses/python-for-data-science-ai-and-development/mind-map')
  await opened(page)
  await page.getByRole('button', { name: 'List', exact: true }).focus()
  await page.keyboard.press('Tab')
  const frame = await page.getByRole('region', { name: /^Mind map/ }).boundingBox()
  for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowUp', 'ArrowUp', 'ArrowUp', 'End', 'Home', 'ArrowRight', 'End']) {
    await page.keyboard.press(key)
    const box = await page.locator(':focus').boundingBox()
    expect(box && frame && box.x >= frame.x && box.x + box.width <= frame.x + frame.width, key).toBe(true)
    expect(box && frame && box.y >= frame.y && box.y + box.height <= frame.y + frame.height, key).toBe(true)
  }
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Zoom in' })).toBeFocused()
})

test('somebody zooms by buttons, keys and wheel, drags the map, and none of it opens a page', async ({ page }) => {
  await page.goto('/mind-map')
  await opened(page)
  const chapter = page.getByRole('link', { name: 'Statistics and Probability for Data Science' })
  const width = async () => (await chapter.boundingBox())?.width ?? 0
  const before = await width()
  await page.getByRole('button', { name: 'Zoom in' }).click()
  expect(await width()).toBeCloseTo(before * 1.25, 0)
  await chapter.focus()
  await page.keyboard.press('-')
  expect(await width()).toBeCloseTo(before, 0)

  const frame = page.getByRole('region', { name: /^Mind map/ })
  await frame.hover()
  const scrolled = await page.evaluate(() => window.scrollY)
  await page.keyboard.down('Control')
  await page.mouse.wheel(0, -120)
  await page.keyboard.up('Control')
  await expect.poll(width).toBeGreaterThan(before * 1.2)
  expect(await page.evaluate(() => window.scrollY)).toBe(scrolled)
  await page.getByRole('button', { name: 'Show the whole map' }).click()

  const start = await chapter.boundingBox()
  if (start === null) throw new Error('The chapter is not on the map.')
  await page.mouse.move(start.x + 20, start.y + 10)
  await page.mouse.down()
  await page.mouse.move(start.x - 80, start.y + 60, { steps: 5 })
  await page.mouse.up()
  const end = await chapter.boundingBox()
  expect(Math.round((end?.x ?? 0) - start.x)).toBe(-100)
  await expect(page).toHaveURL(/\/mind-map$/)
})

test('the list has every page that the map has, with the same words for its state', async ({ page }) => {
  for (const path of MAPS) {
    await page.goto(path)
    await opened(page)
    const onMap = await page
      .locator('a[data-node]')
      .evaluateAll((nodes) => nodes.map((node) => node.getAttribute('href')))
    await page.getByRole('button', { name: 'List', exact: true }).click()
    const listed = await page
      .getByRole('main')
      .locator('li a[href]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')))
    expect(
      onMap.filter((href) => !listed.includes(href)),
      path,
    ).toEqual([])
    expect(onMap.length, path).toBeGreaterThan(10)
  }
})

test('a lesson that was begun is begun on the map, in words as well as in its sign', async ({ page }) => {
  await page.goto(`${LESSON}/flashcards`)
  await opened(page)
  await page.getByRole('button', { name: 'Show the answer' }).click()
  await page.getByRole('button', { name: /^Good/ }).click()
  await page.goto('/mind-map')
  await opened(page)
  await expect(page.getByRole('link', { name: /^ReLU and the units that die, \d+ % done$/ })).toBeVisible()
})

// As a map each is looked at when it opens, by crawl.spec.ts.
test('every map can be used by everybody as a list too, and one with a node in focus', async ({ page }) => {
  for (const path of MAPS) {
    await page.goto(path)
    await opened(page)
    if (path === COURSE) {
      await page.locator('a[data-node]').first().focus()
      await expectAccessible(page)
    }
    await page.getByRole('button', { name: 'List', exact: true }).click()
    await expectAccessible(page)
  }
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

  test('a map opens as wide as the screen with text of a readable size, and a tap opens a page', async ({ page }) => {
    await page.goto(COURSE)
    await opened(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
    const lesson = page.locator('[data-node="lesson:bend"]')
    const box = await lesson.boundingBox()
    expect(box && box.x >= 0 && box.x + box.width <= 390).toBe(true)
    const size = await lesson.evaluate(
      (node) =>
        (Number.parseFloat(getComputedStyle(node).fontSize) * node.getBoundingClientRect().width) /
        (node as HTMLElement).offsetWidth,
    )
    expect(size).toBeGreaterThanOrEqual(13)
    await lesson.tap()
    await expect(page.getByRole('heading', { level: 1, name: 'Why a network needs a bend' })).toBeVisible()
  })
})
