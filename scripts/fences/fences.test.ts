import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { allowed } from './allowed'
import { createTree, type Finding, root } from './lint-tree'
import { planted } from './planted'
import { configurationSchema, namedRules, weakenedCopies } from './weakened'

const whole = configurationSchema.parse(JSON.parse(readFileSync(path.join(root, 'biome.json'), 'utf8')))
const trees = [createTree([...planted, ...allowed]), createTree([...planted, ...allowed])] as const

const messagesAt = (at: string, findings: Finding[]) =>
  findings.filter((finding) => finding.at === at).map((finding) => finding.message)

const isStopped = (row: { at: string; says: string }, findings: Finding[]) =>
  messagesAt(row.at, findings).some((message) => message.includes(row.says))

const findings = await trees[0].lint(whole)

describe('the fences', () => {
  test.each(planted.map((row) => [row.at, row.says] as const))('stop %s: %s', (at, says) => {
    expect(messagesAt(at, findings)).toContainEqual(expect.stringContaining(says))
  })

  test.each(allowed.map((row) => row.at))('let %s through', (at) => {
    expect(messagesAt(at, findings)).toEqual([])
  })
})

describe('the tables of planted and allowed files', () => {
  test('give every made-up file a place of its own', () => {
    const places = [...planted, ...allowed].map((row) => row.at)
    expect(places).toEqual([...new Set(places)])
  })

  test('notice that all fences are down: every planted fault passes', async () => {
    const open = { ...whole, plugins: [], linter: { rules: { preset: 'none' } }, overrides: [] }
    const none = await trees[0].lint(open)
    expect(planted.filter((row) => isStopped(row, none))).toEqual([])
  })

  test('hold a fault for each rule that biome.json names', () => {
    const found = new Set(findings.map((finding) => finding.rule))
    expect(namedRules(whole).filter((rule) => !found.has(rule))).toEqual([])
  })

  test('notice each fence of biome.json that is taken down', { timeout: 120_000 }, async () => {
    const waiting = weakenedCopies(whole)
    const unnoticed: string[] = []
    const work = trees.map(async (tree) => {
      for (let copy = waiting.pop(); copy; copy = waiting.pop()) {
        const found = await tree.lint(copy.configuration)
        const passed = planted.filter((row) => !isStopped(row, found))
        const isHindered = allowed.some((row) => messagesAt(row.at, found).length > 0)
        for (const { name, message } of copy.missing) {
          const isNoticed =
            message === null ? passed.length > 0 || isHindered : passed.some(({ says }) => message.includes(says))
          if (!isNoticed) unnoticed.push(name)
        }
      }
    })
    await Promise.all(work)
    expect(unnoticed).toEqual([])
  })
})
