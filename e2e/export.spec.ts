/** What somebody takes home from a training widget, and that it holds what it says. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { parseModelFile } from '@/lib/export/read-model-file'
import { findPython } from '../scripts/snippets/run-snippets'
import { expect, expectAccessible, opened, test } from './fixtures'
import { saveFile } from './save-file'

const LESSON = '/courses/deep-learning-fundamentals/activation-functions/relu-and-dead-units'

async function openPanel(page: Page): Promise<Locator> {
  await page.goto(LESSON)
  await opened(page)
  await page.locator('#experiment-calm').scrollIntoViewIfNeeded()
  const panel = page.locator('[data-experiment="relu.calm"]')
  await expect(panel.getByRole('button', { name: 'Export' })).toBeVisible({ timeout: 30_000 })
  return panel
}

test('somebody trains a network and saves its curves, its pictures, the model and the code', async ({ page }) => {
  test.setTimeout(180_000)
  const panel = await openPanel(page)
  await panel.getByRole('button', { name: 'Run', exact: true }).click()
  await expect(panel.getByRole('button', { name: 'Run again' })).toBeVisible({ timeout: 90_000 })

  const curves = await saveFile(page, panel, 'Curves CSV')
  expect(curves.name).toBe('relu-calm-curves.csv')
  const [head, ...rows] = curves.text.split('\r\n')
  expect(head).toMatch(/^run,seed,status,step \(completed updates\),/)
  expect(rows[0]).toMatch(/^ReLU,0,finished,0,0,,,,0\.\d+,0\.\d+$/)
  expect(rows.find((row) => /^ReLU,4,finished,\d+,,0\.\d+,,,,$/.test(row))).toBeDefined()

  const svg = await saveFile(page, panel, 'Training loss SVG')
  expect(svg.name).toBe('relu-calm-training-loss.svg')
  const drawing = svg.text
  expect(drawing).toContain('<title id="title">Training loss</title>')
  expect(drawing).toMatch(/<desc id="description">.+step/)
  expect(drawing).toMatch(/<path [^>]*d="M/)
  expect(drawing).not.toContain('var(')
  expect(drawing).not.toContain('class=')

  const png = await saveFile(page, panel, 'Training loss PNG')
  expect(png.bytes.subarray(1, 4).toString()).toBe('PNG')
  const [, width = 0] = /width="(\d+)/.exec(drawing) ?? []
  expect(png.bytes.readUInt32BE(16)).toBe(2 * Number(width))

  const model = await saveFile(page, panel, /^Trained model, seed \d+ JSON$/)
  const { weights, step, spec } = parseModelFile(model.text)
  expect(step).toBeGreaterThan(10)
  expect(weights.map(({ name }) => name)).toContain('0.weight')
  expect(spec.data.kind).toBe('spiral')

  for (const [label, folder] of [
    [/^PyTorch code/, /^relu-calm-pytorch-seed-\d+$/],
    [/^Keras code/, /^relu-calm-keras-seed-\d+$/],
  ] as const) {
    const code = await saveFile(page, panel, label)
    expect(code.name.replace(/\.zip$/, '')).toMatch(folder)
    const text = code.bytes.toString('latin1')
    for (const part of ['train.py', 'initial_weights.npz', 'first_batches.npz', 'experiment.json']) {
      expect(text).toContain(`${code.name.replace(/\.zip$/, '')}/${part}`)
    }
  }
})

const python = findPython()
const hasTorch = python !== null && spawnSync(python, ['-c', 'import torch']).status === 0

test(`the saved PyTorch folder ${hasTorch ? 'prints our losses' : 'is whole (not run: PyTorch is not installed)'}`, async ({
  page,
}) => {
  const panel = await openPanel(page)
  const { at, name, bytes } = await saveFile(page, panel, /^PyTorch code/)
  expect(bytes.subarray(0, 2).toString()).toBe('PK')
  if (!hasTorch) return
  const folder = mkdtempSync(path.join(tmpdir(), 'nonlinear-export-'))
  try {
    expect(spawnSync(python, ['-m', 'zipfile', '-e', at, folder]).status).toBe(0)
    const script = path.join(folder, name.replace(/\.zip$/, ''), 'train.py')
    const { stdout, stderr } = spawnSync(python, [script], { encoding: 'utf8' })
    expect(stderr).toBe('')
    const lines = [...stdout.matchAll(/loss (\S+) +in Nonlinear (\S+)/g)]
    expect(lines.length).toBe(10)
    for (const [, theirs, ours] of lines) expect(Math.abs(Number(theirs) / Number(ours) - 1)).toBeLessThan(1e-5)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test('somebody without a mouse opens the menu, moves in it, leaves it and saves; nothing in it is hidden from a screen reader', async ({
  page,
}) => {
  const panel = await openPanel(page)
  const button = panel.getByRole('button', { name: 'Export' })
  await button.focus()
  await page.keyboard.press('ArrowDown')
  const entries = panel.getByRole('menuitem')
  await expect(entries.first()).toBeFocused()
  await expectAccessible(page)
  await page.keyboard.press('ArrowUp')
  await expect(entries.last()).toBeFocused()
  await page.keyboard.press('p')
  await expect(entries.filter({ hasText: 'PyTorch' })).toBeFocused()
  await page.keyboard.press('End')
  await expect(entries.last()).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(button).toBeFocused()
  await expect(panel.getByRole('menu')).toHaveCount(0)
  await page.keyboard.press('Enter')
  await page.keyboard.press('k')
  const download = page.waitForEvent('download')
  await page.keyboard.press('Enter')
  expect((await download).suggestedFilename()).toMatch(/keras/)
  await expect(panel.getByText(/keras.*is saved/)).toBeVisible()
  await expect(button).toBeFocused()
})

test.describe('a connection that breaks', () => {
  // The browser itself complains of what it was not let fetch.
  test.use({ quietConsole: async ({ page: _page }, use) => use([]) })

  test('somebody is told in a sentence what could not be made', async ({ page }) => {
    const panel = await openPanel(page)
    await page.context().route('**/engine/**', (route) => route.abort())
    await panel.getByRole('button', { name: 'Export' }).click()
    await panel.getByRole('menuitem', { name: /^PyTorch/ }).click()
    await expect(panel.getByText(/could not be made\. A part of the training engine could not be loaded/)).toBeVisible()
    await page.context().unroute('**/engine/**')
    await saveFile(page, panel, /^PyTorch code/)
  })
})
