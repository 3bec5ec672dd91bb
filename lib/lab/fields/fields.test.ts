/** Each kind of setting by itself, for the widgets that do not use it yet: settling, writing, reading. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { escapeText } from '../escape-text'
import { anyValueOf } from '../testing/arbitrary-settings'
import { choice, flag } from './choice'
import type { Field } from './field'
import { group, list } from './list'
import { number, whole } from './number'
import { MOST_POINTS, points } from './points'
import { file, text } from './text'

const layers = list(group(whole({ min: 1, max: 64, default: 8 }), choice(['relu', 'hard-swish', 'own'])), {
  most: 8,
  default: [[8, 'relu']],
})

const KINDS: Record<string, Field<unknown>> = {
  number: number({ min: -1000, max: 1e12, default: 0.5 }),
  'tiny number': number({ min: 1e-9, max: 1e-3, default: 1e-6 }),
  whole: whole({ min: 0, max: 4_294_967_295, default: 7 }),
  choice: choice(['a', 'b-c']),
  flag: flag(true),
  list: list(whole({ min: 1, max: 9, default: 1 }), { most: 5, default: [], distinct: true }),
  layers,
  text: text({ most: 90 }),
  points: points({ extent: 6, classes: 6 }),
  file: file(),
}

describe.each(Object.entries(KINDS))('%s', (_, field) => {
  test('what is written is read back, is no longer than said, and needs no escape unless it is text', () => {
    fc.assert(
      fc.property(anyValueOf(field), (value) => {
        const written = field.write(value)
        expect(field.read(written)).toEqual({ value })
        expect(field.settle(value)).toEqual(value)
        expect(escapeText(written).length).toBeLessThanOrEqual(field.longest)
        if (field.kind !== 'text' && field.kind !== 'file') expect(escapeText(written)).toBe(written)
      }),
      { numRuns: 500 },
    )
  })

  test('its default can be written', () => {
    expect(field.read(field.write(field.default))).toEqual({ value: field.default })
    expect(field.schema.safeParse(field.default).success).toBe(true)
  })

  test('any text is read as a value of it, or refused', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary', maxLength: 100 })), (from) => {
        const reading = field.read(from)
        if ('value' in reading) expect(field.schema.safeParse(reading.value).success).toBe(true)
        else expect(reading.refused).toMatch(/^“/)
      }),
      { numRuns: 500 },
    )
  })
})

test('numbers have one spelling, and six digits', () => {
  const field = number({ min: -10, max: 10, default: 1 })
  expect([1 / 3, -0, 2.5e-7, 11, Number.NaN].map((value) => field.write(field.settle(value)))).toEqual([
    '0.333333',
    '0',
    '2.5e-7',
    '10',
    '1',
  ])
  expect(() => number({ min: 0, max: 1 / 3, default: 0 })).toThrow('cannot write 0.333')
})

test('a layer that cannot be read is left out, and the others stay', () => {
  expect(layers.read('8:relu,4:swoosh,1000000000:own,3')).toEqual({
    value: [
      [8, 'relu'],
      [64, 'own'],
    ],
    note: '“swoosh” is not known; there are relu, hard-swish, own; it was left out; “1000000000” is more than the largest there is, so it is 64; “3” should have 2 parts; it was left out',
  })
})

test('points are quantised, with 0 exactly, and at most 150', () => {
  const field = points({ extent: 6, classes: 2 })
  const settled = field.settle([
    [0, -6, 0],
    [99, 0.001, 7],
    [1, Number.NaN, 1],
  ])
  expect(settled).toEqual([
    [0, -6, 0],
    [6, 0, 1],
    [expect.closeTo(1, 2), 0, 1],
  ])
  expect(field.write(settled)).toBe('f_AAA_-f_BlUf_B')
  expect(field.settle(Array.from({ length: 200 }, () => [1, 1, 1] as const))).toHaveLength(MOST_POINTS)
  const text150 = field.write(field.settle(Array.from({ length: 200 }, () => [1, 1, 1] as const)))
  expect(text150).toHaveLength(750)
  expect(field.read(`${text150}${text150}xx`)).toMatchObject({ note: '151 of 301 points could not be read' })
})

test('a file is named by size, SHA-256 and name, whatever its name', () => {
  const sha256 = '0123456789abcdef'.repeat(4)
  const written = file().write({ name: 'my: data.csv', bytes: 4096, sha256 })
  expect(written).toBe(`4096:${sha256}:my: data.csv`)
  expect(file().read(written)).toEqual({ value: { name: 'my: data.csv', bytes: 4096, sha256 } })
  expect(file().read(`4096:${sha256.toUpperCase()}:a`)).toHaveProperty('refused')
  expect(file().settle({ name: 'é'.repeat(200), bytes: 1, sha256 })?.name).toBe('é'.repeat(20))
})

test('half a character is replaced, since no link can carry it', () => {
  expect(text({ most: 90 }).settle('a\ud800b')).toBe('a\ufffdb')
  expect(text({ most: 90 }).read('\udc00')).toEqual({ value: '\ufffd' })
  expect(escapeText('\ud800')).toBe('%EF%BF%BD')
})
