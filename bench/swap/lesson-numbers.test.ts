/**
 * The lesson on the CIFAR swap, its cards and its questions say what the record of the long run and the benchmark's results
 * say. That the record is what training gives is shown by accuracy.verify.ts.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { findLessonById } from '@/lib/course/catalog'
import { contentRoot } from '@/lib/course/files/content-root'
import { gainOfAdam, strayBands, swapRows } from './lesson-numbers'
import { TEN_SEEDS, TEST_IMAGES } from './ten-seeds'

const folder = path.join(contentRoot(), findLessonById('cifar-swap')?.folder ?? '')
const read = (name: string) => readFileSync(path.join(folder, name), 'utf8')
const lesson = read('lesson.mdx')
const results = readFileSync(path.join(import.meta.dirname, '../README.md'), 'utf8')
const lines = lesson.split('\n')

test('the record: six rows of ten seeds, counted in test images', () => {
  expect(TEN_SEEDS.map(({ activation, optimizer, right }) => [activation, optimizer, right.length])).toEqual(
    ['adam', 'sgd'].flatMap((optimizer) => ['relu', 'swish', 'gelu'].map((name) => [name, optimizer, 10])),
  )
  for (const count of TEN_SEEDS.flatMap(({ right }) => right)) {
    expect(Number.isInteger(count) && count > 0 && count < TEST_IMAGES).toBe(true)
  }
})

const ROWS = swapRows().flatMap(({ optimizer, accuracies, apart, paired }) => {
  const [name, full] =
    optimizer === 'adam' ? ['Adam', 'Adam, rate $0.001$'] : ['SGD', 'SGD, rate $0.01$, momentum $0.9$']
  return [
    [full, ...accuracies],
    [name, ...apart],
    [`${name}, seed by seed`, ...paired],
  ]
})

test.each(ROWS)('the table’s row “%s” is what the record gives', (...cells) => {
  expect(lines).toContain(`| ${cells.join(' | ')} |`)
})

test.each(['lesson.mdx', 'cards.yaml', 'quiz.yaml'])('%s: every band of accuracies is one of the record’s', (name) => {
  expect(strayBands(read(name))).toEqual([])
})

test('a band that the record does not hold is found', () => {
  const [band = ''] = swapRows()[0]?.apart ?? []
  const wrong = band.replace('1.5', '1.4')
  expect(wrong).not.toBe(band)
  expect(strayBands(`It was ${band}, or ${wrong}, or about $\\pm 3.0$.`)).toEqual([wrong])
})

test('what is said of PyTorch and of the optimisers', () => {
  const [adam, sgd] = ['adam', 'sgd'].map((optimizer) =>
    TEN_SEEDS.filter((row) => row.optimizer === optimizer)
      .map(({ pytorch }) => `$${pytorch.toFixed(1)}$`)
      .join(', '),
  )
  expect(lesson).toContain(`gives ${adam} with Adam and ${sgd} with SGD`)
  expect(lesson).toContain(`From SGD to Adam ReLU gains $${gainOfAdam()}$ points`)
})

test('speeds are those of the benchmark’s results', () => {
  const [, leaky, identity, swish, gelu] =
    /`swap`.*?leaky ReLU ([\d.]+) .*?identity ([\d.]+) .*?Swish ([\d.]+)\s.*?GELU ([\d.]+) /s.exec(results) ?? []
  expect(lines).toContain(`| $1$ | $${leaky}$ | $${identity}$ | $${swish}$ | $${gelu}$ |`)
  const pytorch =
    /PyTorch's own three.*?([\d,]+) images a second with ReLU,\s([\d,]+) with Swish, ([\d,]+) with GELU/s.exec(results)
  const [relu, other, third] = pytorch?.slice(1).map((speed) => `$${speed.replace(',', '')}$`) ?? []
  expect(lesson).toContain(`trained on ${relu}, ${other} and ${third} images a second`)
})
