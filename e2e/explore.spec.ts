/** Finding something to study: by facets, by the tree of a course, without a script. */
import { expect, expectAccessible, opened, test } from './fixtures'

const PYTHON = '/courses/python-for-data-science-ai-and-development'
const OVERVIEW = `${PYTHON}/deep-learning-foundations/activation-functions`
const PLANNED = `${PYTHON}/deep-learning-foundations/embeddings-and-representations`

test('somebody narrows everything down to the open lessons on ReLU, shares the address, and clears it again', async ({
  page,
}) => {
  await page.goto('/explore')
  await opened(page)
  const status = page.getByRole('status')
  await expect(status).toHaveText(/^All \d+/)
  await expectAccessible(page)

  await page.getByRole('checkbox', { name: /^Lessons/ }).check()
  await page.getByRole('checkbox', { name: 'Hide what is planned' }).check()
  await page.locator('summary:visible', { hasText: 'more' }).click()
  await page.getByRole('checkbox', { name: /^ReLU/ }).check()
  await expect(page).toHaveURL(/kind=lesson&topic=relu&planned=hide$/)
  const found = page.getByRole('link', { name: 'ReLU and the units that die' })
  await expect(found).toBeVisible()
  // How many there are is the content's affair; none of the planned ones is among them.
  const left = await page.getByRole('main').getByRole('heading', { level: 3 }).count()
  await expect(status).toHaveText(new RegExp(`^${left} of \\d+$`))
  await expect(page.getByRole('main').getByText('planned', { exact: true })).toHaveCount(0)

  await page.reload()
  await expect(page.getByRole('checkbox', { name: /^ReLU/ })).toBeChecked()
  await expect(status).toHaveText(new RegExp(`^${left} of \\d+$`))
  await page.goBack()
  await expect(page).toHaveURL(/kind=lesson&planned=hide$/)
  await expect(page.getByRole('checkbox', { name: /^ReLU/, includeHidden: true, checked: true })).toHaveCount(0)
  await page.getByRole('button', { name: 'Clear all' }).click()
  await expect(page).toHaveURL(/\/explore$/)
  await expect(status).toHaveText(/^All \d+/)
})

test('a count beside a facet is what ticking it leaves', async ({ page }) => {
  await page.goto('/explore?level=intermediate')
  await opened(page)
  const box = page.locator('label', { has: page.getByRole('checkbox', { name: /^statistics/ }) })
  const count = Number((await box.textContent())?.match(/\d+/)?.[0])
  expect(count).toBeGreaterThan(1)
  await box.click()
  await expect(page.getByRole('status')).toHaveText(new RegExp(`^${count} of`))
})

test('somebody who asks for too much at once is told which step back leaves something', async ({ page }) => {
  await page.goto('/explore?kind=challenge&topic=pandas')
  await opened(page)
  await expect(page.getByText('Nothing is all of that at once')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: /^Show any topic instead of pandas/ }).click()
  await expect(page.getByRole('link', { name: 'Swap the activation' })).toBeVisible()
})

test('an address that asks for nonsense shows everything and repeats none of it', async ({ page }) => {
  await page.goto(`/explore?topic=${encodeURIComponent('<b>‮x')}&level=${'y'.repeat(3000)}&kind=%00`)
  await opened(page)
  await expect(page.getByRole('status')).toHaveText(/^All \d+/)
  expect(await page.getByRole('main').textContent()).not.toContain('yyy')
})

test('somebody follows a lesson’s tag to everything else about it', async ({ page }) => {
  await page.goto('/courses/deep-learning-fundamentals/activation-functions/relu-and-dead-units')
  await opened(page)
  await page.getByRole('list', { name: 'Tags' }).getByRole('link', { name: 'initialisation' }).click()
  await expect(page).toHaveURL(/\/explore\?topic=initialisation$/)
  await expect(page.getByRole('checkbox', { name: /^initialisation/ })).toBeChecked()
  await expect(page.getByRole('link', { name: 'Gradient flow: depth, initialisation, normalisation' })).toBeVisible()
})

test('somebody with only a keyboard folds a chapter of ten, unfolds it, and opens its ninth lesson', async ({
  page,
}) => {
  await page.goto(PYTHON)
  await opened(page)
  await expectAccessible(page)
  const lesson = page.getByRole('link', { name: 'Recurrent Networks and LSTM' })
  // The chapter with a lesson to read stands open.
  await expect(lesson).toBeVisible()
  await page.locator('summary', { hasText: 'Deep Learning Foundations' }).focus()
  await page.keyboard.press('Enter')
  await expect(lesson).toBeHidden()
  await page.keyboard.press('Enter')
  await expect(lesson).toBeVisible()
  await lesson.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Recurrent Networks and LSTM' })).toBeVisible()
  await expect(page.getByText('Lesson 9 of 15')).toBeVisible()
  await expectAccessible(page)
})

test('a lesson that stands in two courses says where it is from, and names its canonical address', async ({ page }) => {
  await page.goto(OVERVIEW)
  await opened(page)
  await expect(page.getByText('Lesson 2 of 15')).toBeVisible()
  await expect(page.getByText('The pipelines of the')).toBeVisible()
  const canonical = await page.locator('link[rel=canonical]').getAttribute('href')
  expect(canonical).toMatch(/^https?:.*\/courses\/deep-learning-fundamentals\/.*\/activation-functions-at-a-glance$/)
})

test('a planned lesson says so, says what to read, and can be completed nowhere', async ({ page, request }) => {
  await page.goto(PLANNED)
  await opened(page)
  await expect(page.getByText('Planned, and not yet written.')).toBeVisible()
  await expect(page.getByText('Lesson 12 of 15')).toBeVisible()
  await expect(page.getByRole('main').getByRole('button')).toHaveCount(0)
  await expect(page.getByRole('heading', { name: 'Until then' })).toBeVisible()
  for (const tool of ['flashcards', 'quiz', 'mind-map']) {
    expect((await request.get(`${PLANNED}/${tool}`)).status(), tool).toBe(404)
  }
  await page.goto('/dashboard')
  await opened(page)
  await expect(page.getByText('No lesson begun yet')).toBeVisible()
})

test('somebody who has opened a lesson finds it begun in the tree of its course', async ({ page }) => {
  await page.goto('/courses/deep-learning-fundamentals/activation-functions/relu-and-dead-units/flashcards')
  await opened(page)
  await page.getByRole('button', { name: 'Show the answer' }).click()
  await page.getByRole('button', { name: /^Good/ }).click()
  await page.goto('/courses/deep-learning-fundamentals')
  await opened(page)
  await expect(page.getByRole('link', { name: 'Continue with lesson 3' })).toBeVisible()
  await expect(page.getByText(/^\d+ % done$/)).toBeVisible()
})

test('machines find every canonical page once, and are told where', async ({ request, baseURL }) => {
  const robots = await (await request.get('/robots.txt')).text()
  const address = robots.match(/^Sitemap: (.*)$/m)?.[1] ?? ''
  expect(new URL(address).pathname).toBe('/sitemap.xml')
  const sitemap = await (await request.get('/sitemap.xml')).text()
  const paths = [...sitemap.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, url = '']) => new URL(url).pathname)
  expect(new Set(paths).size).toBe(paths.length)
  expect(paths).toContain('/courses/deep-learning-fundamentals/activation-functions/relu-and-dead-units')
  expect(paths).toContain(`${PYTHON}/deep-learning-foundations`)
  expect(paths).not.toContain(OVERVIEW)
  for (const path of [PYTHON, `${PYTHON}/deep-learning-foundations`]) {
    const page = await (await request.get(path)).text()
    const data = JSON.parse(page.match(/<script type="application\/ld\+json">(.*?)<\/script>/)?.[1] ?? 'null')
    expect(data).toMatchObject({ '@context': 'https://schema.org', inLanguage: 'en-GB' })
    expect(new URL(data.url).pathname).toBe(path)
  }
  for (const path of paths) expect.soft((await request.get(`${baseURL}${path}`)).status(), path).toBe(200)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a reader has everything listed, chapters to unfold, and every map as a list', async ({ page }) => {
    await page.goto('/explore')
    await expect(page.getByRole('link', { name: 'Serving Deep Models' })).toBeVisible()
    await expect(page.getByRole('checkbox').first()).toBeHidden()
    await page.goto('/mind-map')
    await expect(page.getByRole('link', { name: 'Serving Deep Models' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Zoom in' })).toBeHidden()
    await page.goto(PYTHON)
    await page.locator('summary', { hasText: 'Machine Learning' }).click()
    await expect(page.getByRole('link', { name: 'Pipelines without leaks' })).toBeVisible()
  })
})
