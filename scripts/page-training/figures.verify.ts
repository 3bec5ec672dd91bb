/** ENGINE.md and issue 3 on a page: less than 40 kB to download, a first step within 300 ms. Prints what it measured. */
import { expect, test } from 'vitest'
import { bytesOf, measureFigures, textOf } from './figures'

const DOWNLOAD_LIMIT = 40_000
const FIRST_STEP_LIMIT_MS = 300

const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN

test('a page’s trainer is small to download and quick to begin', async () => {
  const figures = await measureFigures()
  console.log(textOf(figures))
  expect(bytesOf(figures.transfers)).toBeLessThan(DOWNLOAD_LIMIT)
  expect(median(figures.cnn.map((run) => run.dataToFirstStepMs ?? Number.NaN))).toBeLessThan(FIRST_STEP_LIMIT_MS)
  expect(median(figures.mlp.map((run) => run.startToFirstStepMs))).toBeLessThan(FIRST_STEP_LIMIT_MS)
})
