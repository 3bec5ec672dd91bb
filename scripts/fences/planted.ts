/**
 * What the fences must stop, as made-up files that exist only in this table. A new
 * row in biome.json comes with a row here: a test takes each rule away in turn and
 * expects some row to notice. What must be let through is in allowed.ts.
 */
import type { SourceFile } from './lint-tree'

export interface Planted extends SourceFile {
  /** Part of the message the author of such a file must see. */
  says: string
}

const frontDoor = 'Enter the engine by its front door'
const onlyPrisma = 'Only lib/db talks to Prisma'
const onlyScheduler = 'Only lib/review/scheduler.ts talks to ts-fsrs'
const houseLink = 'Links are components/ui/link'
const crossFolder = 'Cross-folder imports are written with @/'
const noDatabase = 'app never touches the database'
const browserWork = 'Browser work lives in components'
const takeProps = 'Components know nothing of the server'
const hidden = 'Randomness, time and the reader'
const hostMath = "The host's own exp, log, pow"
const inValueAlone = "the host's Math in `value` and `derivative` alone"
const byDots = 'A relative path stays inside its folder'
const crooked = 'Write import paths straight'
const scoring = 'Scoring rules are pure'

const uses = (specifier: string) => `export { thing } from '${specifier}'`

export const planted: readonly Planted[] = [
  { at: 'app/about/l1.tsx', source: uses('next/link'), says: houseLink },
  { at: 'components/course/l2.tsx', source: uses('next/link'), says: houseLink },

  // The engine imports only itself, by its own numbers.
  { at: 'lib/engine/nn/a1.ts', source: uses('zod'), says: 'The engine imports only itself' },
  { at: 'lib/engine/nn/a2.ts', source: uses('@/lib/training/protocol'), says: 'The engine imports only itself' },
  { at: 'lib/engine/nn/a3.ts', source: uses('node:fs'), says: 'The engine imports only itself' },
  { at: 'lib/engine/a4.ts', source: uses('../db/database'), says: byDots },
  { at: 'lib/engine/nn/a5.ts', source: uses('../../db/database'), says: byDots },
  { at: 'lib/engine/nn/deep/a6.ts', source: uses('../../../db/database'), says: byDots },
  { at: 'lib/engine/nn/deep/deeper/a7.ts', source: uses('../../../../db/database'), says: byDots },
  { at: 'lib/engine/a8.ts', source: "export const load = () => import('../db/database')", says: byDots },
  { at: 'lib/engine/nn/a9.ts', source: uses('./../../db/database'), says: crooked },
  { at: 'lib/engine/nn/m1.ts', source: 'export const grow = (x: number) => Math.exp(x)', says: hostMath },
  {
    at: 'lib/engine/losses/m2.ts',
    source: 'const { log } = Math\nexport const nats = (p: number) => -log(p)',
    says: hostMath,
  },
  { at: 'lib/engine/optim/m3.ts', source: 'export const decay = (b: number, t: number) => b ** t', says: hostMath },
  {
    at: 'lib/engine/optim/m4.ts',
    source: 'export function square(x: number) {\n  let y = x\n  y **= 2\n  return y\n}',
    says: hostMath,
  },
  { at: 'lib/engine/init/m5.ts', source: 'export const draw = () => Math.random()', says: hidden },
  { at: 'lib/engine/nn/m6.ts', source: 'export const bend = (x: number) => globalThis.Math.tanh(x)', says: hostMath },
  {
    at: 'lib/engine/data/m7.ts',
    source: 'export const wave = (x: number, sine = Math.sin) => sine(x)',
    says: hostMath,
  },
  {
    at: 'lib/engine/training/m8.test.ts',
    source: uses('@/lib/training/protocol'),
    says: 'Engine tests import only the engine',
  },
  {
    at: 'lib/engine/activations/m9.ts',
    source:
      'export const swish = {\n  forward(x: Float32Array, y: Float32Array) {\n    for (const [i, v] of x.entries()) y[i] = v / (1 + Math.exp(-v))\n  },\n}',
    says: inValueAlone,
  },
  {
    at: 'lib/engine/activations/m10.ts',
    source: 'export const tanh = {\n  value: (x: number) => Math.tanh(x),\n  facts: { atOne: Math.tanh(1) },\n}',
    says: inValueAlone,
  },
  { at: 'lib/engine/lanes/m11.ts', source: 'export const exp = (x: number) => Math.exp(x)', says: hostMath },
  {
    at: 'lib/engine/lanes/activations/m12.ts',
    source: 'export const swish = { value: (x: number) => x / (1 + Math.exp(-x)) }',
    says: hostMath,
  },
  { at: 'lib/engine/twins/m13.ts', source: 'export const warp = (x: number) => Math.hypot(x, 1)', says: hostMath },
  { at: 'lib/engine/network/m14.ts', source: 'export const decay = (t: number) => Math.pow(0.9, t)', says: hostMath },
  { at: 'lib/engine/training/m15.ts', source: 'export const bits = (n: number) => Math.log2(n)', says: hostMath },
  { at: 'lib/engine/losses/m16.ts', source: 'export const soft = (x: number) => Math.log1p(x)', says: hostMath },
  { at: 'lib/engine/network/m17.ts', source: 'export const start = () => performance.now()', says: hidden },

  // Pure layers: an allow-list each, and no clock, dice or time zone inside.
  { at: 'lib/experiment/b1.ts', source: uses('@/lib/course/catalog'), says: 'lib/experiment is pure' },
  { at: 'lib/lab/b14.ts', source: uses('zod'), says: 'lib/lab is pure' },
  { at: 'lib/lab/fields/b15.ts', source: uses('@/lib/journal/journal'), says: 'lib/lab is pure' },
  { at: 'lib/lab/h8.ts', source: 'export const draw = () => Math.random()', says: hidden },
  { at: 'lib/events/b2.ts', source: uses('@/lib/db/database'), says: 'lib/events is pure' },
  { at: 'lib/events/b3.ts', source: uses('@/lib/journal/journal'), says: 'lib/events is pure' },
  { at: 'lib/review/b4.ts', source: uses('react'), says: 'lib/review is pure' },
  { at: 'lib/review/b5.ts', source: uses('ts-fsrs'), says: onlyScheduler },
  { at: 'lib/review/scheduler.ts', source: uses('zod'), says: 'lib/review/scheduler.ts wraps ts-fsrs' },
  { at: 'lib/quiz/b6.ts', source: uses('react'), says: scoring },
  { at: 'lib/quiz/b7.ts', source: uses('@/lib/db/database'), says: scoring },
  {
    at: 'lib/quiz/b8.ts',
    source: "import type { Lesson } from '@/lib/course/catalog'\nexport const id = (lesson: Lesson) => lesson.id",
    says: scoring,
  },
  { at: 'lib/challenge/b9.ts', source: uses('next/headers'), says: scoring },
  { at: 'lib/challenge/b10.ts', source: "export const load = () => import('@/lib/db/database')", says: scoring },
  { at: 'lib/quiz/b11.ts', source: uses('@/lib/engine/nn/dense'), says: scoring },
  {
    at: 'lib/quiz/b12.ts',
    source: "export type Row = import('@/lib/db/database').Row",
    says: 'Import types at the top',
  },
  { at: 'lib/quiz/b13.ts', source: uses('@/lib/quiz/../db/database'), says: crooked },
  { at: 'lib/review/h1.ts', source: 'export const isDue = (dueAt: number) => dueAt <= Date.now()', says: hidden },
  { at: 'lib/review/h2.ts', source: 'export const today = () => new Date().getDay()', says: hidden },
  { at: 'lib/events/h3.ts', source: 'export const newId = () => crypto.randomUUID()', says: hidden },
  { at: 'lib/quiz/h4.ts', source: 'export const read = (now = Date.now) => now()', says: hidden },
  {
    at: 'lib/experiment/h5.ts',
    source: 'export const elapsed = (from: number) => performance.now() - from',
    says: hidden,
  },
  {
    at: 'lib/review/h6.ts',
    source: 'export const zone = () => Intl.DateTimeFormat().resolvedOptions().timeZone',
    says: hidden,
  },
  { at: 'lib/course/ids.ts', source: uses('./catalog'), says: 'lib/course/ids and vocabulary also run in the browser' },

  // The layers between: bridge, journal, content, data sets, server.
  { at: 'lib/training/c1.ts', source: uses('react'), says: 'The worker bridge knows only' },
  { at: 'lib/training/c2.ts', source: uses('@/lib/course/catalog'), says: 'The worker bridge knows only' },
  { at: 'lib/training/c3.ts', source: uses('@/lib/engine/training/trainer'), says: 'The worker bridge knows only' },
  { at: 'components/training/c19.ts', source: uses('@/lib/engine/doors/trainer'), says: frontDoor },
  { at: 'lib/journal/c4.ts', source: uses('@/lib/progress/log'), says: 'The journal runs in the browser' },
  { at: 'lib/journal/c5.ts', source: uses('react'), says: 'The journal runs in the browser' },
  { at: 'lib/course/c6.ts', source: uses('@/lib/progress/log'), says: 'The content model knows no React' },
  { at: 'lib/course/c7.ts', source: uses('react'), says: 'The content model knows no React' },
  {
    at: 'lib/export/c21.ts',
    source: uses('@/lib/training/protocol'),
    says: 'lib/export writes files from plain values',
  },
  { at: 'lib/export/c22.ts', source: uses('react'), says: 'lib/export writes files from plain values' },
  { at: 'lib/export/h8.ts', source: 'export const now = () => Date.now()', says: hidden },
  { at: 'lib/search/c20.ts', source: uses('@/lib/course/catalog'), says: 'lib/search is pure and knows no site' },
  { at: 'lib/search/h7.ts', source: 'export const now = () => Date.now()', says: hidden },
  { at: 'lib/datasets/c8.ts', source: uses('@/lib/db/database'), says: 'Data sets are files on the server' },
  {
    at: 'lib/progress/c9.ts',
    source: uses('@/lib/training/trainer-client'),
    says: "lib/progress is one learner's state",
  },
  { at: 'lib/progress/c10.ts', source: uses('@/lib/engine/training/trainer'), says: frontDoor },
  { at: 'lib/progress/c11.ts', source: uses('@/lib/db/generated/sqlite/client'), says: onlyPrisma },
  { at: 'lib/progress/c12.ts', source: uses('ts-fsrs'), says: onlyScheduler },
  { at: 'lib/auth/c13.ts', source: uses('@/lib/progress/log'), says: 'lib/auth knows who is asking' },
  { at: 'lib/auth/c14.ts', source: uses('@prisma/client'), says: onlyPrisma },
  { at: 'lib/views/c35.ts', source: uses('@/lib/auth/session/sessions'), says: 'lib/views counts looks' },
  { at: 'lib/views/c36.ts', source: uses('@/lib/progress/append-events'), says: 'lib/views counts looks' },
  { at: 'lib/health/c16.ts', source: uses('@/lib/auth/session/sessions'), says: 'lib/health says whether' },
  { at: 'lib/http/c15.ts', source: uses('@/lib/db/database'), says: 'lib/http is how a route answers' },
  { at: 'lib/db/c16.ts', source: uses('@/lib/auth/session/learner'), says: 'lib/db is the bottom' },
  { at: 'lib/env.ts', source: uses('@/lib/db/database'), says: 'lib/env.ts is read before anything else' },
  { at: 'lib/newcomer/c17.ts', source: uses('zod'), says: 'This folder has no row in biome.json yet' },
  { at: 'lib/quiz/c18.test.ts', source: uses('@/app/layout'), says: 'lib never looks up' },

  // Components: props in, no server behind their back.
  { at: 'components/quiz/d1.tsx', source: uses('@/lib/db/generated/sqlite/client'), says: takeProps },
  { at: 'components/quiz/d2.tsx', source: uses('@prisma/client'), says: 'Components know nothing of Prisma' },
  { at: 'components/quiz/d3.tsx', source: uses('@/lib/course/questions'), says: takeProps },
  { at: 'components/quiz/d4.tsx', source: uses('next/headers'), says: takeProps },
  { at: 'components/quiz/d5.tsx', source: uses('../review/deck'), says: crossFolder },
  { at: 'components/quiz/d38.tsx', source: uses('@/lib/engine/autograd/tensor'), says: frontDoor },
  { at: 'app/dashboard/e39.tsx', source: uses('@/lib/engine/doors/autograd'), says: frontDoor },
  { at: 'components/quiz/d6.tsx', source: uses('@/lib/engine/activations/relu'), says: frontDoor },
  { at: 'components/quiz/d7.tsx', source: uses('ts-fsrs'), says: onlyScheduler },
  { at: 'components/quiz/d8.tsx', source: uses('node:fs/promises'), says: takeProps },
  { at: 'components/quiz/d9.tsx', source: uses('server-only'), says: takeProps },
  {
    at: 'components/quiz/d12.tsx',
    source: 'export const Html = ({ html }: { html: string }) => <p dangerouslySetInnerHTML={{ __html: html }} />',
    says: 'Avoid passing content using the dangerouslySetInnerHTML prop',
  },
  { at: 'components/ui/d10.tsx', source: uses('@/lib/engine'), says: 'components/ui is free of our domain' },
  { at: 'components/plot/d11.tsx', source: uses('@/lib/course/ids'), says: 'components/plot takes data and draws it' },

  // Routes compose; they reach data only through lib/progress and lib/auth.
  { at: 'app/dashboard/e1.tsx', source: uses('@/lib/db/database'), says: noDatabase },
  { at: 'app/dashboard/e2.tsx', source: uses('@/lib/db/generated/sqlite/client'), says: noDatabase },
  { at: 'app/dashboard/e3.tsx', source: uses('@/lib/training/trainer-client'), says: browserWork },
  { at: 'app/dashboard/e4.tsx', source: uses('ts-fsrs'), says: onlyScheduler },
  { at: 'app/dashboard/e5.tsx', source: uses('@/lib/engine/activations/relu'), says: frontDoor },
  { at: 'app/dashboard/e6.tsx', source: uses('../review/page'), says: crossFolder },
  { at: 'scripts/e7.ts', source: uses('@/lib/engine/training/trainer'), says: frontDoor },
  { at: 'scripts/e8.ts', source: uses('@prisma/client'), says: onlyPrisma },
  { at: 'e2e/e9.ts', source: uses('ts-fsrs'), says: onlyScheduler },
  { at: 'e2e/deep/e10.ts', source: uses('../../lib/env'), says: crossFolder },

  // The house.
  { at: 'lib/auth/f1.ts', source: 'export const secret = process.env.AUTH_SECRET', says: "Don't use process.env" },
  {
    at: 'lib/auth/f23.ts',
    source: "import { env } from 'node:process'\nexport const secret = env.AUTH_SECRET",
    says: 'Only lib/env.ts reads the environment',
  },
  {
    at: 'lib/auth/f24.ts',
    source: "import process from 'node:process'\nexport const secret = process.env.AUTH_SECRET",
    says: 'Only lib/env.ts reads the environment',
  },
  {
    at: 'lib/auth/f25.ts',
    source: 'const { env } = process\nexport const secret = env.AUTH_SECRET',
    says: 'Only lib/env.ts reads the environment',
  },
  { at: 'lib/auth/f2.ts', source: 'export default function sign() {}', says: 'Avoid default exports' },
  { at: 'lib/auth/f3.ts', source: "export * from './password'", says: 'Do not use export all' },
  { at: 'lib/auth/badName.ts', source: 'export const one = 1', says: 'The filename should be' },
  { at: 'lib/auth/f4.ts', source: 'export const f = (x: any) => x', says: 'Unexpected any' },
  {
    at: 'lib/auth/f5.ts',
    source: 'export const f = (x: string | null) => x!.length',
    says: 'Forbidden non-null assertion',
  },
  {
    at: 'lib/auth/f6.ts',
    source: Array.from({ length: 401 }, (_, line) => `export const line${line} = ${line}`).join('\n'),
    says: 'This file has too many lines',
  },
  { at: 'lib/auth/f7.ts', source: uses('left-pad'), says: "Dependency left-pad isn't specified" },
  { at: 'lib/auth/f8.ts', source: uses('vitest'), says: "Dependency vitest isn't specified" },
  { at: 'lib/auth/f9.ts', source: "console.log('signed in')", says: "Don't use console" },
  {
    at: 'lib/auth/f10.ts',
    source: "export const read = require('./password')",
    says: 'Use ESM imports instead of require',
  },
  { at: 'lib/auth/f11.ts', source: 'export enum Role {\n  Learner,\n}', says: "Don't use enum" },
  {
    at: 'lib/auth/f12.ts',
    source: 'export namespace Role {\n  export const learner = 1\n}',
    says: "TypeScript's namespaces are an outdated way",
  },
  {
    at: 'lib/auth/f13.ts',
    source: "// @ts-ignore\nexport const n: number = 'one'",
    says: 'Unsafe use of the @ts-ignore directive',
  },
  {
    at: 'lib/auth/f14.ts',
    source: "import { Learner } from './learner'\nexport const id = (learner: Learner) => learner.id",
    says: 'All these imports are only used as types',
  },
  {
    at: 'lib/auth/f15.ts',
    source: "import type { Learner } from './learner'\nexport { Learner }",
    says: 'All exports are only types',
  },
  {
    at: 'lib/auth/f16.ts',
    source: "export { randomBytes } from 'crypto'",
    says: 'A Node.js builtin module should be imported with the node: protocol',
  },
  {
    at: 'lib/auth/f17.ts',
    source: "import { hash } from './password'\nexport const one = 1",
    says: 'This import is unused',
  },
  { at: 'lib/auth/f18.ts', source: 'export function one() {\n  const two = 2\n}', says: 'This variable two is unused' },
  {
    at: 'lib/auth/f20.test.ts',
    source: "import { test } from 'vitest'\n\ntest.only('one', () => {})",
    says: "Don't focus the test",
  },
  {
    at: 'lib/auth/f21.test.ts',
    source: "import { test } from 'vitest'\n\ntest.skip('one', () => {})",
    says: "Don't disable tests",
  },
  {
    at: 'lib/auth/f22.test.ts',
    source: "import { it } from 'vitest'\n\nit('works', () => {})",
    says: 'The test function it is inconsistent',
  },
  {
    at: 'lib/auth/f26.ts',
    source: 'async function save() {}\n\nexport function leave() {\n  save()\n}',
    says: 'A "floating" Promise was found',
  },
  {
    at: 'lib/auth/f27.ts',
    source:
      'async function isOpen() {\n  return true\n}\n\nexport function enter() {\n  if (isOpen()) return 1\n  return 0\n}',
    says: 'A Promise was found',
  },
  {
    at: 'lib/auth/f28.ts',
    source:
      "export function price(kind: 'free' | 'paid') {\n  switch (kind) {\n    case 'free':\n      return 0\n  }\n}",
    says: 'The switch statement is not exhaustive',
  },
  {
    at: 'components/quiz/f29.tsx',
    source: 'export const Wrong = () => <p className="text-red-500">wrong</p>',
    says: 'This Tailwind CSS class uses a raw palette color',
  },
  {
    at: 'lib/quiz/g1.ts',
    source: "import { two } from './g2'\nexport const one = () => two()",
    says: 'This import is part of a cycle',
  },
  {
    at: 'lib/quiz/g2.ts',
    source: "import { one } from '@/lib/quiz/g1'\nexport const two = () => one()",
    says: 'This import is part of a cycle',
  },
]
