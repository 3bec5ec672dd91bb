/**
 * That the pages of text are true: what they say of cookies, times, counts and figures is compared with the code that
 * decides them. A statement that has no line here rests on whoever wrote it.
 */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { HERO_RECIPES, HERO_SEED } from '@/components/home/hero-recipes'
import { PENDING_PASSWORD_MS, pendingPasswordCookieName } from '@/lib/auth/password/pending-password'
import { sessionCookieName } from '@/lib/auth/session/session-cookie'
import { SESSION_ABSOLUTE_MS, SESSION_IDLE_MS } from '@/lib/auth/session/sessions'
import { getCatalog } from '@/lib/course/catalog'
import { contentRoot } from '@/lib/course/files/content-root'
import { readPageProse } from '@/lib/course/site-pages'
import { buildDataset, costOf, createTrainer, GOLDEN_RUNS, NUMERICS, TWINS_BACKEND } from '@/lib/engine'

const DAY_MS = 86_400_000
const prose = (folder: string) => readPageProse(contentRoot(), folder)
const POST = 'blog/why-runs-are-bit-exact'

describe('what the browser keeps', () => {
  test('both of our cookies are listed, and how long they last', () => {
    const cookies = prose('legal/cookies')
    const row = (name: string) => cookies.split('\n').find((line) => line.includes(`\`${name}\``)) ?? ''
    expect(row(sessionCookieName(false))).toContain(`at most ${SESSION_ABSOLUTE_MS / DAY_MS} days`)
    expect(PENDING_PASSWORD_MS).toBe(3_600_000)
    expect(row(pendingPasswordCookieName(false))).toContain('at most one hour')
    expect(cookies).toContain('`__Host-`')
    expect(sessionCookieName(true)).toBe(`__Host-${sessionCookieName(false)}`)
  })

  test('every name under which code keeps something is listed', () => {
    const worker = readFileSync('public/service-worker.js', 'utf8')
    const names = [...sourcesUnder('components', 'lib'), worker].flatMap(keptNames)
    expect(names).toContain('theme')
    expect(names).toContain('nonlinear-journal')
    expect(names).toContain('nonlinear-cifar10')
    expect(names).toContain('nonlinear-offline')
    for (const name of names) expect.soft(prose('legal/cookies')).toContain(`\`${name}\``)
  })
})

test('privacy: sessions end when the code ends them', () => {
  expect(prose('legal/privacy')).toContain(
    `${SESSION_IDLE_MS / DAY_MS} days after the last use, ${SESSION_ABSOLUTE_MS / DAY_MS} days at most`,
  )
})

test('privacy: deleting an account leaves no row that belongs to it', () => {
  const schema = readFileSync('prisma/schema.prisma', 'utf8')
  const models = schema.match(/^model \w+ \{[\s\S]*?^\}/gm) ?? []
  const owned = models.filter((model) => /\s(?:userId|learnerId)\s/.test(model))
  expect(owned.length).toBeGreaterThan(3)
  for (const model of owned) expect.soft(model).toContain('onDelete: Cascade')
})

test('careers: of each course as many lessons wait for an author as the page says', () => {
  const planned = getCatalog().courses.map(({ id, chapters }) => {
    const lessons = chapters.flatMap((chapter) => chapter.lessons)
    return [id, lessons.filter(({ status }) => status === 'planned').length, lessons.length]
  })
  expect(planned).toEqual([
    ['deep-learning-fundamentals', 0, 13],
    ['python-data-science', 70, 71],
  ])
  expect(prose('about/careers')).toContain('The first course is written; of the second’s 71 lessons 70 wait')
})

describe('the post on bit-exact runs', () => {
  const post = prose(POST)
  const spec = HERO_RECIPES[0]?.spec
  if (spec === undefined) throw new Error('The start page has no recipe.')

  test('the start page’s network has 114 weights and takes 3,000 steps', () => {
    expect(costOf(spec)).toMatchObject({ parameters: 114, steps: 3000 })
    expect(post).toContain('It has 114 weights and takes 3,000 steps')
  })

  test('the smallest change of the learning rate changes as many weights as it says', () => {
    const [rate, next] = neighbours(0.06)
    expect([rate.toPrecision(10), next.toPrecision(10)]).toEqual(['0.05999999866', '0.06000000238'])
    const [one, other] = [weightsAt(rate, [1, 1000, 3000]), weightsAt(next, [1, 1000, 3000])]
    const differing = one.map((weights, at) => weights.filter((weight, index) => weight !== other[at]?.[index]).length)
    const furthest = one.map((weights, at) =>
      Math.max(...weights.map((weight, index) => Math.abs(weight - (other[at]?.[index] ?? 0)))),
    )
    expect(differing).toEqual([12, 86, 108])
    expect(furthest[1]).toBeLessThan(1e-6)
    expect(furthest[2]?.toPrecision(2)).toBe('0.00036')
    for (const figure of ['12 of the 114', '86 do', 'six weights are still equal', '0.00036'])
      expect(post).toContain(figure)
  })

  test('a thousand numbers have the three sums that it gives', () => {
    const numbers = drawNumbers(1000)
    const add = (values: number[]) => values.reduce((sum, value) => Math.fround(sum + value), 0)
    const lanes = [0, 1, 2, 3].map((lane) => add(numbers.filter((_, index) => index % 4 === lane))) as [
      number,
      number,
      number,
      number,
    ]
    const sums = [
      add(numbers),
      add([...numbers].reverse()),
      add([add([lanes[0], lanes[1]]), add([lanes[2], lanes[3]])]),
    ]
    expect(sums.map((sum) => sum.toFixed(7))).toEqual(['2.8679833', '2.8679774', '2.8679800'])
    for (const sum of sums) expect(post).toContain(sum.toFixed(7))
  })

  test('the hashes of the golden runs are theirs', () => {
    expect(GOLDEN_RUNS).toHaveLength(13)
    const rows = [...post.matchAll(/^\| `([\w-]+)` \|.*`([0-9a-f]+)` \|$/gm)]
    expect(rows).toHaveLength(2)
    for (const [, name, hash = ''] of rows) {
      expect(GOLDEN_RUNS.find((run) => run.name === name)?.weightHash.slice(0, 16)).toBe(hash)
    }
  })

  test('the errors and limits that it quotes stand in the numeric spec', () => {
    const numerics = readFileSync('lib/engine/NUMERICS.md', 'utf8')
    expect(post).toContain(`They have a name, \`${NUMERICS}\``)
    expect(numerics).toContain('exp 1.2,')
    expect(numerics).toContain('tanh 3.4,')
    expect(numerics).toContain('A batch of at most 200,000 multiply-adds')
  })

  function weightsAt(learningRate: number, steps: number[]): number[][] {
    const changed = { ...(spec as NonNullable<typeof spec>), optimizer: { kind: 'sgd' as const, learningRate } }
    const trainer = createTrainer({
      spec: changed,
      seed: HERO_SEED,
      dataset: buildDataset(changed.data),
      backend: TWINS_BACKEND,
    })
    const seen: number[][] = []
    for (const report of trainer.run()) {
      if (report.status !== 'stepped' || !steps.includes(report.step)) continue
      seen.push(trainer.checkpoint().weights.flatMap((part) => [...part]))
    }
    return seen
  }
})

/** A float32 and the next larger one. */
function neighbours(value: number): [number, number] {
  const float = new Float32Array([value])
  const bits = new Uint32Array(float.buffer)
  const first = float[0] ?? 0
  bits[0] = (bits[0] ?? 0) + 1
  return [first, float[0] ?? 0]
}

/** Between −½ and ½, by the linear congruential generator of the C standard’s example. */
function drawNumbers(count: number): number[] {
  let state = 12_345
  return Array.from({ length: count }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    return Math.fround(state / 2 ** 31 - 0.5)
  })
}

function sourcesUnder(...folders: string[]): string[] {
  return folders.flatMap((folder) =>
    (readdirSync(folder, { recursive: true }) as string[])
      .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|generated|engine/.test(file))
      .map((file) => readFileSync(path.join(folder, file), 'utf8')),
  )
}

/** Names of databases, caches and items of local storage, as files that keep something write them. */
function keptNames(source: string): string[] {
  if (!/localStorage|Storage\b|indexedDB|openDB|DATABASE_NAME|CACHE_NAME/.test(source)) return []
  const constants = source.matchAll(/\b(?:STORAGE_KEY|KEY|VERSION|DATABASE_NAME|CACHE_NAME) = '([a-z0-9-]+)'/g)
  const templates = source.matchAll(/`([a-z-]+:)\$\{/g)
  return [...constants, ...templates].map(([, name]) => name ?? '')
}
