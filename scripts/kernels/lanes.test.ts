import { describe, expect, test } from 'vitest'
import { createTable, laneSources, translate } from './lanes.mjs'

const NO_CONSTANTS = new Map<string, number>()

describe('translating lane code', () => {
  test('a constant becomes a load from the table; equal ones share a place, 0 and −0 do not', () => {
    const table = createTable()
    const text = `import { k, type Lanes, mul } from './vocabulary'

const HALF = 0.5
export function f(x: Lanes): Lanes {
  return mul(mul(x, k(HALF)), mul(k(0.5), mul(k(-0), k(0))))
}
`
    const made = translate('f.ts', text, NO_CONSTANTS, table)
    expect(made).toContain("import { Lanes, mul } from '../../lanes/vocabulary'")
    expect(made).toContain("import { CONSTANTS } from './constants'")
    expect(made).toContain('@inline\nexport function f(x: Lanes): Lanes {')
    expect([...made.matchAll(/CONSTANTS, (\d+)/g)].map(([, offset]) => Number(offset))).toEqual([0, 0, 4, 8])
    expect(table.words).toEqual([0x3f000000, 0x80000000, 0])
  })

  test('paths of files deeper down climb out as far', () => {
    const text = "import { k, type Lanes } from '../vocabulary'\nexport function one(): Lanes {\n  return k(1)\n}\n"
    const made = translate('activations/one.ts', text, NO_CONSTANTS, createTable())
    expect(made).toContain("import { Lanes } from '../../../lanes/vocabulary'")
    expect(made).toContain("import { CONSTANTS } from '../constants'")
  })

  test('a constant of the vocabulary is known; one of nowhere is an error that names it', () => {
    const shared = new Map([['INFINITY', 1e39]])
    const table = createTable()
    translate('f.ts', 'k(INFINITY)', shared, table)
    expect(table.words).toEqual([0x7f800000])
    expect(() => translate('f.ts', 'k(TWO)', shared, table)).toThrow('f.ts: k(TWO)')
    expect(() => translate('f.ts', 'k(1 + 1)', shared, table)).toThrow('f.ts: k(1 + 1)')
  })
})

describe('what is made of lib/engine/lanes', () => {
  const sources = new Map(laneSources().map(({ path, text }) => [path, text]))
  const loops = sources.get('build/lanes/activation-loops.ts') ?? ''

  test('has only AssemblyScript: no tests, no constants left, no TypeScript-only words', () => {
    for (const [path, text] of sources) {
      expect(path).not.toMatch(/test|vocabulary|pool-rule/)
      expect(text, path).not.toMatch(/\bk\(|import type|[{,] type |===/)
    }
  })

  test.each([
    ['activationForward', 'Value'],
    ['activationBackward', 'Slope'],
  ])('%s has a loop for each of the fifteen activations', (name, kind) => {
    const body = loops.slice(loops.indexOf(name))
    const cases = [...body.slice(0, body.indexOf('\n}\n')).matchAll(/case (\d+): for .*?(\w+)\(.*break$/gm)]
    expect(cases.map(([, id]) => Number(id)).sort((a, b) => a - b)).toEqual(Array.from({ length: 15 }, (_, id) => id))
    for (const [line] of cases) expect(line).toMatch(new RegExp(`\\w${kind}\\(`))
  })
})
