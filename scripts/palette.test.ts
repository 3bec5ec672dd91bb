/** The palette of the activations, read out of app/tokens.css: seen on every surface, told apart by every eye. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { contrast, distance, VISIONS } from '@/components/plot/color-vision'
import { activationLook } from '@/components/training/activation-look'
import { ACTIVATION_NAMES } from '@/lib/engine'

const css = readFileSync('app/tokens.css', 'utf8')
const LIGHT = { ...tokensOf('[data-theme="light"]'), ...tokensOf('\n[data-theme]') }
const THEMES = { light: LIGHT, dark: { ...LIGHT, ...tokensOf('[data-theme="dark"]') } }
/** Three times what is just noticeable side by side. */
const APART = 0.06
const PAIRS = ACTIVATION_NAMES.flatMap((one, index) =>
  ACTIVATION_NAMES.slice(index + 1).map((other) => [one, other] as const),
)

function tokensOf(selector: string): Record<string, string> {
  const block = css.slice(css.indexOf(`${selector} {`)).split('\n}')[0] ?? ''
  return Object.fromEntries([...block.matchAll(/--([a-z0-9-]+): ([^;]+);/g)].map(([, name, value]) => [name, value]))
}

/** The colour behind a token; a variant's is its family's. */
function colorOf(tokens: Record<string, string>, token: string): string {
  const value = tokens[token] ?? ''
  const other = value.match(/^var\(--(.+)\)$/)?.[1]
  return other === undefined ? value : colorOf(tokens, other)
}

test('the measures themselves: two themes, contrast as WCAG has it, and a pair that the colour-blind confuse', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 10)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
  expect(contrast('#000', '#fff')).toBe(contrast('#000000', '#ffffff'))
  expect(distance('#000000', '#ffffff')).toBeCloseTo(1, 6)
  expect(THEMES.dark.page).not.toBe(THEMES.light.page)
  expect(distance('#b3473f', '#7a7a3a')).toBeGreaterThan(0.1)
  expect(distance('#b3473f', '#7a7a3a', 'deuteranopia')).toBeLessThan(0.06)
})

for (const [theme, tokens] of Object.entries(THEMES)) {
  test(`${theme}: every activation has a colour of 3:1 or more on every surface`, () => {
    for (const name of [...ACTIVATION_NAMES, 'other']) {
      for (const surface of ['page', 'surface', 'sunken']) {
        const ratio = contrast(colorOf(tokens, `act-${name}`), tokens[surface] ?? '')
        expect.soft(ratio, `${name} on ${surface}`).toBeGreaterThanOrEqual(3)
      }
    }
  })

  test.each(VISIONS)(`${theme}: with %s, any two activations differ by colour or by line`, (vision) => {
    for (const [one, other] of PAIRS) {
      const far = distance(colorOf(tokens, `act-${one}`), colorOf(tokens, `act-${other}`), vision) >= APART
      const dashed = activationLook(one).dash !== activationLook(other).dash
      expect.soft(far || dashed, `${one} and ${other}`).toBe(true)
    }
  })

  test.each(VISIONS)(`${theme}: with %s, the eleven families differ by colour alone`, (vision) => {
    const families = [...new Set(ACTIVATION_NAMES.map((name) => colorOf(tokens, `act-${name}`)))]
    expect(families.length).toBe(11)
    for (const [index, one] of families.entries()) {
      for (const other of families.slice(index + 1)) {
        expect.soft(distance(one, other, vision), `${one} and ${other}`).toBeGreaterThanOrEqual(APART)
      }
    }
  })
}

test('a variant shares its family’s colour and never its line', () => {
  for (const [one, other] of PAIRS) {
    if (colorOf(THEMES.light, `act-${one}`) !== colorOf(THEMES.light, `act-${other}`)) continue
    expect.soft(activationLook(one).dash, `${one} and ${other}`).not.toBe(activationLook(other).dash)
  }
})
