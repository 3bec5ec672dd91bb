/**
 * The foundation's promise, as one story: what a newcomer does signed out is theirs after they sign up. axe looks at
 * what only this story brings about; pages as they open are crawl.spec.ts's.
 */
import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { expect, expectAccessible, opened, test, watchConsole } from './fixtures'
import { createOwnServer } from './own-server'
import { realImages } from './real-images'

const LESSON = '/courses/deep-learning-fundamentals/activation-functions/relu-and-dead-units'

test('a newcomer reads a lesson, trains its network, reviews its cards, answers its quiz, signs up and finds it all on the dashboard after the server was restarted', async ({
  page,
}) => {
  test.setTimeout(300_000)
  const server = await createOwnServer()
  try {
    await server.start()

    await page.goto(`${server.url}/`)
    await page.getByRole('link', { name: 'Start the first lesson' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Why a network needs a bend' })).toBeVisible()

    await page.goto(`${server.url}${LESSON}`)
    await expect(page.getByRole('heading', { level: 1, name: 'ReLU and the units that die' })).toBeVisible()
    await trainTheLessonsImageNetwork(page)
    await expectAccessible(page)
    await reviewTwoCards(page, server.url)
    await answerOneQuestion(page, server.url)

    await page.goto(`${server.url}/dashboard`)
    await expect(page.getByText('This is kept in this browser only')).toBeVisible()
    await expectEverythingOnTheDashboard(page)
    await expectAccessible(page)

    await page.goto(`${server.url}/sign-up`)
    await opened(page)
    const email = `newcomer-${randomUUID()}@example.org`
    await page.getByLabel('E-mail', { exact: true }).fill(email)
    await page.getByLabel('Password', { exact: true }).fill('four quiet clerks bend')
    await page.getByRole('button', { name: 'Make my account' }).click()
    await expect(page.getByRole('heading', { name: 'You are signed in' })).toBeVisible()

    // A page that is left open would ask the stopped server, and say so in its console.
    await page.goto('about:blank')
    await server.stop()
    await server.start()

    await page.goto(`${server.url}/dashboard`)
    await expect(page.getByRole('button', { name: email })).toBeVisible()
    await expectEverythingOnTheDashboard(page)
    await expectAccessible(page)

    // Nothing of it depends on this browser: another one shows the same after signing in.
    const elsewhere = await page.context().browser()?.newContext()
    if (!elsewhere) throw new Error('This story needs a browser that can open a second context.')
    const second = await elsewhere.newPage()
    const messages = watchConsole(second)
    await second.goto(`${server.url}/sign-in?next=/dashboard`)
    await opened(second)
    await second.getByLabel('E-mail', { exact: true }).fill(email)
    await second.getByLabel('Password', { exact: true }).fill('four quiet clerks bend')
    await second.getByRole('main').getByRole('button', { name: 'Sign in', exact: true }).click()
    await second.waitForURL('**/dashboard')
    await expectEverythingOnTheDashboard(second)
    expect(messages).toEqual([])
    await elsewhere.close()
  } finally {
    await server.dispose()
  }
})

async function trainTheLessonsImageNetwork(page: Page) {
  await page.locator('#experiment-images').scrollIntoViewIfNeeded()
  const panel = page.locator('[data-experiment="relu.images"]')
  await panel.getByLabel('Seeds').fill('0')
  await panel.getByLabel('Epochs').selectOption('1')
  await panel.getByRole('button', { name: 'Run', exact: true }).click()
  await expect(panel.getByRole('button', { name: 'Run again' })).toBeVisible({ timeout: 120_000 })
  // Without CIFAR-10 on this machine the page trains on drawn images, and must say so.
  const standIn = panel.getByText(/stand-in/)
  if (realImages) await expect(standIn).toHaveCount(0)
  else await expect(standIn.first()).toBeVisible()
}

async function reviewTwoCards(page: Page, url: string) {
  await page.goto(`${url}${LESSON}/flashcards`)
  await opened(page)
  for (const grade of ['Good', 'Again']) {
    await page.getByRole('button', { name: 'Show the answer' }).click()
    if (grade === 'Good') await expectAccessible(page)
    await page.getByRole('button', { name: new RegExp(`^${grade}`) }).click()
  }
  await expect(page.getByText('2 done')).toBeVisible()
}

async function answerOneQuestion(page: Page, url: string) {
  await page.goto(`${url}${LESSON}/quiz`)
  await opened(page)
  const question = page.getByRole('region', { name: 'Question 1' })
  await question.getByRole('radio').first().check()
  await question.getByRole('button', { name: 'Check' }).click()
  await expect(question.getByRole('button', { name: 'Try it again' })).toBeVisible()
  await expectAccessible(page)
}

async function expectEverythingOnTheDashboard(page: Page) {
  const figure = (title: string) => page.getByRole('main').locator('dl > div', { hasText: title })
  await expect(figure('Cards reviewed')).toContainText('2')
  await expect(figure('Questions right')).toContainText('of 1')
  await expect(figure('Training runs')).toContainText('1')
  await expect(page.getByRole('link', { name: 'ReLU and the units that die' }).first()).toBeVisible()
}
