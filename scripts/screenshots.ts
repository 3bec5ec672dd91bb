/**
 * `npm run screenshots`: takes the pictures in docs/screenshots from a server of its own, after a short
 * study session, so that the dashboard and the challenge show what a learner would see.
 */
import { mkdirSync } from 'node:fs'
import { type Browser, chromium, type Page } from '@playwright/test'
import { createOwnServer } from '../e2e/own-server'
import { findChromium } from './test/machine.mjs'

const FOLDER = 'docs/screenshots'
const LESSON = '/courses/deep-learning-fundamentals/activation-functions/relu-and-dead-units'
const PAGES = {
  home: '/',
  lesson: LESSON,
  version: `${LESSON}/v/plain`,
  flashcards: `${LESSON}/flashcards`,
  quiz: `${LESSON}/quiz`,
  challenge: '/challenges/cifar-activation-swap',
  challenges: '/challenges',
  review: '/review',
  dashboard: '/dashboard',
  'sign-in': '/sign-in',
  'sign-up': '/sign-up',
  'ways-to-learn': '/ways-to-learn',
  about: '/about',
  help: '/help',
  contact: '/help/contact',
  privacy: '/legal/privacy',
  blog: '/blog',
  post: '/blog/why-runs-are-bit-exact',
  explore: '/explore',
  course: '/courses/python-for-data-science-ai-and-development',
  chapter: '/courses/deep-learning-fundamentals/activation-functions',
  planned:
    '/courses/python-for-data-science-ai-and-development/deep-learning-foundations/embeddings-and-representations',
  'mind-map': '/mind-map',
  'mind-map-course': '/courses/deep-learning-fundamentals/mind-map',
  'mind-map-lesson': `${LESSON}/mind-map`,
  glossary: '/glossary',
  formulas: '/formulas',
  timeline: '/timeline',
  lab: '/lab',
  'search-page': '/search?q=dead+unit',
  'not-found': '/courses/deep-learing-fundamentals',
  offline: '/offline',
}
const WIDTHS = { 1280: 900, 390: 844 }
const THEMES = ['light', 'dark'] as const

const server = await createOwnServer()
const browser = await chromium.launch({
  executablePath: findChromium() ?? undefined,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
})
mkdirSync(FOLDER, { recursive: true })
try {
  await server.start()
  const session = await study(browser, server.url)
  for (const [width, height] of Object.entries(WIDTHS)) {
    for (const theme of THEMES) await takeAll(session, { width: Number(width), height }, theme)
  }
} finally {
  await browser.close()
  await server.dispose()
}

/** A guest who reviewed, answered, and trained the challenge's three networks once. */
async function study(from: Browser, url: string): Promise<Page> {
  const page = await from.newPage({ baseURL: url })
  await page.goto(PAGES.lesson)
  await page.getByRole('banner').locator('[data-visitor=guest]').waitFor()
  await page.goto(PAGES.flashcards)
  for (const grade of ['Good', 'Good', 'Again', 'Easy']) {
    await page.getByRole('button', { name: 'Show the answer' }).click()
    await page.getByRole('button', { name: new RegExp(`^${grade}`) }).click()
  }
  await page.goto(PAGES.quiz)
  await page.getByRole('region', { name: 'Question 1' }).getByRole('radio').nth(2).check()
  await page.getByRole('button', { name: 'Check my answer' }).first().click()
  await page.getByRole('button', { name: 'Try it again' }).waitFor()
  await page.goto(PAGES.challenge)
  await page.getByRole('button', { name: 'Train ReLU, Swish and GELU' }).click()
  await page.getByRole('button', { name: 'Run again' }).waitFor({ timeout: 600_000 })
  return page
}

async function takeAll(page: Page, viewport: { width: number; height: number }, theme: 'light' | 'dark') {
  await page.emulateMedia({ colorScheme: theme })
  await page.setViewportSize(viewport)
  for (const [name, path] of Object.entries(PAGES)) {
    await page.goto(path, { waitUntil: 'networkidle' })
    await page.screenshot({ path: `${FOLDER}/${name}-${viewport.width}-${theme}.png` })
    if (name === 'glossary') await takeSearch(page, viewport.width, theme)
    if (name !== 'challenge') continue
    await page.getByRole('heading', { name: 'Your runs' }).scrollIntoViewIfNeeded()
    await page.screenshot({ path: `${FOLDER}/challenge-runs-${viewport.width}-${theme}.png` })
  }
}

/** The search as it stands open over a page. */
async function takeSearch(page: Page, width: number, theme: 'light' | 'dark') {
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill('silu')
  await page.getByRole('option').first().waitFor()
  await page.screenshot({ path: `${FOLDER}/search-${width}-${theme}.png` })
  await page.keyboard.press('Escape')
}
