/** The state of a widget as a link: what goes in comes out, and whatever else comes in does no harm. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, inject, test } from 'vitest'
import { decodeLab, decodeSettings } from './decode-link'
import { encodeLab, encodeSettings, LONGEST_LINK } from './encode-link'
import { LAB_NAMES, LAB_WIDGETS, type LabState } from './registry'
import { anyState } from './testing/arbitrary-settings'
import { type LabWidget, refusals } from './widget'

/** `npm run verify` tries 10,000 of each. */
const TRIES = inject('thorough') ? 10_000 : 1000

const decoded = (hash: string) => {
  const link = decodeLab(hash)
  if (link === null) throw new Error(`${hash} is no link.`)
  return link
}
const isSound = ({ widget, settings }: LabState) => refusals(LAB_WIDGETS[widget], settings).length === 0

describe('a state as a link', () => {
  test('comes back as it was, without a word', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const link = encodeLab(state)
        expect(decodeLab(`#${link}`)).toEqual({ state, problems: [] })
        expect(link).toMatch(/^[\w!*'(),;:/+.~=&%-]+$/)
        expect(link.length).toBeLessThanOrEqual(LONGEST_LINK)
      }),
      { numRuns: TRIES },
    )
  })

  test('survives being taken for a URL by the browser', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const url = new URL(`http://localhost/lab#${encodeLab(state)}`)
        expect(decodeLab(url.hash)?.state).toEqual(state)
      }),
      { numRuns: 500 },
    )
  })

  test.each(LAB_NAMES)('%s: a link is within 2,048 characters whatever is set', (name) => {
    const widget: LabWidget = LAB_WIDGETS[name]
    const fields = Object.entries(widget.fields).reduce((sum, [key, { longest }]) => sum + key.length + 2 + longest, 0)
    expect(`v=1&widget=${name}`.length + fields + 2).toBeLessThanOrEqual(LONGEST_LINK)
  })

  test('leaves out what is at its default, so that the shortest link is the widget’s name', () => {
    const settings = LAB_WIDGETS.plotter.defaults
    expect(encodeLab({ widget: 'plotter', settings })).toBe('v=1&widget=plotter')
    expect(encodeSettings('plotter', { ...settings, f: ['selu'], to: 8 })).toBe('f=selu&to=8')
    expect(decodeSettings('plotter', 'f=selu&to=8').state.settings).toEqual({ ...settings, f: ['selu'], to: 8 })
  })

  test('does not end in a bracket, which programs that look for links would leave out', () => {
    const settings = { ...LAB_WIDGETS.plotter.defaults, own: 'max(0, x)' }
    expect(encodeLab({ widget: 'plotter', settings })).toBe('v=1&widget=plotter&own=max(0,%20x%29')
  })
})

describe('a damaged link', () => {
  const corruption = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(12),
    insert: fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom('&', '=', '%', '%zz', '&f=', 'NaN', '1e999', '-', ',', ':', '&v=2', '&__proto__=1', '&widget='),
    ),
  })

  test('gives a state that can be used, and never throws', () => {
    fc.assert(
      fc.property(anyState, fc.array(corruption, { minLength: 1, maxLength: 4 }), (state, corruptions) => {
        const link = corruptions.reduce((text, { at, length, insert }) => {
          const start = Math.floor(at * text.length)
          return text.slice(0, start) + insert + text.slice(start + length)
        }, encodeLab(state))
        const result = decodeLab(link)
        if (result === null) return
        expect(isSound(result.state)).toBe(true)
        expect(result.problems.length).toBeLessThanOrEqual(9)
        for (const problem of result.problems) {
          expect(problem).toMatch(/\.$/)
          expect(problem.length).toBeLessThan(700)
        }
        // What came out of it is a state like any other.
        expect(decodeLab(encodeLab(result.state))).toEqual({ state: result.state, problems: [] })
      }),
      { numRuns: TRIES },
    )
  })

  test('that is any text at all does no harm either', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const result = decodeLab(`v=1&${text}`)
        expect(result && isSound(result.state)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  test.each<[what: string, hash: string, expected: Partial<Record<string, unknown>>, problem: string]>([
    ['a number far too large', 'to=1e9', { to: 20 }, '“to”: “1e9” is more than the largest there is, so it is 20.'],
    ['an infinite one', 'to=1e999', { to: 20 }, '“to”: “1e999” is more than the largest there is, so it is 20.'],
    ['one too small', 'temperature=-3', { temperature: 0.1 }, '“temperature”: “-3” is less than the smallest there is'],
    ['no number', 'swish.beta=NaN', { 'swish.beta': 1 }, '“swish.beta”: “NaN” is no number. The default is used.'],
    ['nothing', 'x=', { x: 1 }, '“x”: “” is no number.'],
    [
      'an unknown activation',
      'f=relu,swoosh',
      { f: ['relu'] },
      '“f”: “swoosh” is not known; there are linear, sigmoid',
    ],
    ['the same one twice', 'f=relu,relu', { f: ['relu'] }, '“f”: what was there twice was kept once.'],
    ['an unknown choice', 'show=all', { show: 'both' }, '“show”: “all” is not known; there are both, values, slopes'],
    ['an unknown key', 'depth=3', {}, '“depth” is no setting of “Plotter” and was left out.'],
    ['a key twice', 'to=7&to=8', { to: 7 }, '“to” is there twice; the first was taken.'],
    ['half a code', 'own=%e2%82', { own: '' }, '“own=%e2%82” is damaged and was left out.'],
    ['no value', 'own', { own: '' }, '“own” is damaged and was left out.'],
    ['a contradiction', 'from=4&to=-4', { from: -5, to: 5 }, '“from” is back at its default, since “from” must be'],
    ['too long a text', `own=${'x'.repeat(1201)}`, { own: '' }, 'is longer than a link can be. The default is used.'],
  ])('%s: the rest stays', (_, hash, expected, problem) => {
    const { state, problems } = decoded(`#v=1&widget=plotter&elu.alpha=2&${hash}`)
    expect(state.settings).toMatchObject({ 'elu.alpha': 2, ...expected })
    expect(problems.join('\n')).toContain(problem)
  })

  test('of a megabyte is read as far as a link may go', () => {
    const { state, problems } = decoded(`v=1&widget=plotter&to=8&own=${'x'.repeat(1_000_000)}`)
    expect(state.settings).toMatchObject({ to: 8, own: '' })
    expect(problems).toEqual(['The link has 1,000,028 characters; after 2,048 no more is read.'])
    expect(decoded(`v=1&${'a=1&'.repeat(250_000)}`).problems).toHaveLength(3)
    expect(
      decoded(`v=1&widget=plotter&${Array.from({ length: 300 }, (_, i) => `k${i}=1`).join('&')}`).problems,
    ).toEqual(expect.arrayContaining([expect.stringContaining('And ')]))
  })

  test('of a widget that is not there, or of another version, says so', () => {
    expect(decoded('v=1&widget=microscope&f=relu')).toMatchObject({
      state: { widget: 'plotter', settings: LAB_WIDGETS.plotter.defaults },
      problems: [expect.stringContaining('There is no widget “microscope”; there are plotter')],
    })
    expect(decoded('v=9&widget=plotter&to=8').problems[0]).toContain('version “9”, and this page reads version 1')
    expect(decoded('widget=plotter&to=8').state.settings).toMatchObject({ to: 8 })
  })

  test('nothing, and the anchor of a heading, is no link', () => {
    for (const hash of ['', '#', '#main', '#a-heading', '#section=2'] as const) expect(decodeLab(hash)).toBeNull()
  })
})

/** One that goes red is a link that somebody saved and that no longer opens: mend the code, not the fixture. */
describe('old links', () => {
  const folder = path.join(import.meta.dirname, 'fixtures')
  const fixtures = readdirSync(folder).flatMap((file) =>
    (JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as { link: string; settings: object }[]).map((one) => ({
      ...one,
      widget: path.basename(file, '.json'),
    })),
  )

  test.each(fixtures)('$link', ({ link, widget, settings }) => {
    expect(decoded(link)).toEqual({
      state: { widget, settings: expect.objectContaining(settings) },
      problems: [],
    })
  })

  test.each(LAB_NAMES)('of %s name every setting it has, and its defaults', (name) => {
    const own = fixtures.filter(({ widget }) => widget === name)
    const keys = own.flatMap(({ link }) => link.split('&').map((pair) => pair.split('=')[0] ?? ''))
    expect(Object.keys(LAB_WIDGETS[name].fields).filter((key) => !keys.includes(key))).toEqual([])
    expect(own.find(({ link }) => link === `v=1&widget=${name}`)?.settings).toEqual(LAB_WIDGETS[name].defaults)
  })
})
