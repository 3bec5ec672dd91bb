/**
 * What the fences must let through without a word, as made-up files that exist only in
 * this table: the imports each layer is there to make, and what an early version of the
 * fences stopped by mistake. What must be stopped is in planted.ts.
 */
import type { SourceFile } from './lint-tree'

export const allowed: readonly SourceFile[] = [
  { at: 'lib/engine/nn/ok1.ts', source: "export { exp } from '../numerics/exp'\nexport { shape } from './shape'" },
  { at: 'lib/engine/nn/deep/ok2.ts', source: "export { exp } from '../../numerics/exp'" },
  {
    at: 'lib/engine/nn/ok3.ts',
    source:
      'export const LIMIT = 2 ** 32\nexport const clip = (x: number) => Math.max(-Math.PI, Math.min(Math.sqrt(2), Math.fround(x)))',
  },
  {
    at: 'lib/engine/activations/ok4.ts',
    source:
      'const sigma = (x: number) => 1 / (1 + Math.exp(-x))\nexport const gelu = {\n  value: (x: number) => x * sigma(1.702 * x),\n  derivative(x: number) {\n    return Math.cosh(x) ** -2\n  },\n  facts: { slopeArgmax: Math.SQRT2 },\n}',
  },
  { at: 'lib/engine/autograd/ok5.ts', source: 'export const log = (x: number) => Math.log(x) * x ** 2' },
  {
    at: 'lib/engine/nn/deep/deeper/ok6.test.ts',
    source:
      "import { expect, test } from 'vitest'\nimport { dense } from '../../../index'\n\ntest('dense: agrees with the host to 1e-7', () => {\n  expect(dense(2)).toBeCloseTo(Math.tanh(2), 7)\n})",
  },
  {
    at: 'lib/engine/data/ok7.test.ts',
    source: "export { readFileSync } from 'node:fs'\nexport { property } from 'fast-check'",
  },
  { at: 'lib/experiment/ok8.ts', source: "export { checkSpec } from '@/lib/engine'\nexport { z } from 'zod'" },
  {
    at: 'lib/lab/widgets/ok8b.ts',
    source:
      "export { z } from 'zod/mini'\nexport { activations } from '@/lib/engine'\nexport { number } from '../fields/number'",
  },
  {
    at: 'lib/review/ok9.ts',
    source:
      "export { z } from 'zod'\nexport { activations } from '@/lib/engine'\nexport { itemId } from '@/lib/course/ids'",
  },
  {
    at: 'lib/review/ok10.ts',
    source:
      "import type { LearnerEvent } from '@/lib/events/event'\nexport const at = (event: LearnerEvent) => new Date(event.occurredAt).getTime()",
  },
  { at: 'lib/review/schedule.test.ts', source: "export { fsrs } from 'ts-fsrs'\nexport const now = Date.now()" },
  {
    at: 'lib/events/ok11.ts',
    source:
      "export { z } from 'zod'\nexport { itemId } from '@/lib/course/ids'\nexport { GRADES } from '@/lib/review/grade'",
  },
  {
    at: 'lib/quiz/ok12.ts',
    source:
      "export { z } from 'zod/mini'\nexport { experimentSchema } from '@/lib/experiment/experiment-schema'\nexport { itemId } from '@/lib/course/ids'",
  },
  {
    at: 'lib/journal/ok13.ts',
    source:
      "export { openDB } from 'idb'\nexport { effectiveEvents } from '@/lib/events/effective-log'\nexport const newId = () => crypto.randomUUID()",
  },
  {
    at: 'lib/training/ok14.ts',
    source:
      "export { createTrainer } from '@/lib/engine'\nexport { buildTrainer } from '@/lib/engine/doors/trainer'\nexport { Worker } from 'node:worker_threads'",
  },
  {
    at: 'lib/course/ok15.ts',
    source:
      "export { readFile } from 'node:fs/promises'\nexport { activations } from '@/lib/engine'\nexport { parse } from 'yaml'",
  },
  {
    at: 'lib/course/ok21.ts',
    source: "export { writeSearchIndex } from '@/lib/search/search-index'",
  },
  {
    at: 'lib/search/ok22.ts',
    source: "export { default as MiniSearch } from 'minisearch'\nexport { find } from './find'",
  },
  {
    at: 'lib/export/deep/ok23.ts',
    source:
      "export { npz } from '@/lib/export/archive/npz'\nexport { activations } from '@/lib/engine'\nexport { z } from 'zod'\nexport { experimentSchema } from '@/lib/experiment/spec-schema'",
  },
  { at: 'lib/course/remark-ok16.mjs', source: 'export default function plugin() {}' },
  { at: 'lib/course/vocabulary.ts', source: "export { z } from 'zod'\nexport { LOCAL_ID } from './ids'" },
  {
    at: 'lib/datasets/ok17.ts',
    source: "import 'server-only'\n\nexport { open } from 'node:fs/promises'\nexport { env } from '@/lib/env'",
  },
  { at: 'lib/views/ok41.ts', source: "export { getDb } from '@/lib/db/database'\nexport { isbot } from 'isbot'" },
  { at: 'lib/health/ok20.ts', source: "export { getDb } from '@/lib/db/database'\nexport { env } from '@/lib/env'" },
  { at: 'lib/http/ok18.ts', source: "export { NextResponse } from 'next/server'\nexport { env } from '@/lib/env'" },
  {
    at: 'lib/auth/ok19.ts',
    source:
      "export { cookies } from 'next/headers'\nexport { Auth } from '@auth/core'\nexport { getDb } from '@/lib/db/database'",
  },
  {
    at: 'lib/progress/ok20.ts',
    source:
      "export { checkSpec } from '@/lib/engine'\nexport { getDb } from '@/lib/db/database'\nexport { requireLearner } from '@/lib/auth/session/learner'",
  },
  {
    at: 'lib/db/ok21.ts',
    source:
      "export { PrismaLibSql } from '@prisma/adapter-libsql'\nexport { PrismaClient } from './generated/sqlite/client'",
  },
  {
    at: 'components/experiment/ok22.tsx',
    source:
      "export { createClient } from '@/lib/training/trainer-client'\nexport { activations } from '@/lib/engine'\nexport { openJournal } from '@/lib/journal/journal'",
  },
  { at: 'components/experiment/ok42.tsx', source: "export { tensor } from '@/lib/engine/doors/autograd'" },
  {
    at: 'components/lesson/ok23.tsx',
    source: "export { plotProps } from '@/lib/course/vocabulary'\nexport { Button } from '@/components/ui/button'",
  },
  {
    at: 'components/lesson/trusted-html.tsx',
    source:
      'export const TrustedHtml = ({ html }: { html: string }) => <div dangerouslySetInnerHTML={{ __html: html }} />',
  },
  {
    at: 'components/plot/ok24.tsx',
    source: "export { classNames } from '@/components/ui/class-names'\nexport { axis } from './axis'",
  },
  { at: 'app/dashboard/ok25.tsx', source: "export { Dashboard as default } from '@/components/dashboard/dashboard'" },
  {
    at: 'app/api/me/ok26.ts',
    source:
      "export { requireLearner } from '@/lib/auth/session/learner'\nexport { appendEvents } from '@/lib/progress/log'",
  },
  { at: 'scripts/ok27.mjs', source: "console.log(process.env.PORT ?? '3000')" },
  {
    at: 'scripts/ok28.ts',
    source: "export { diff } from '@prisma/schema-engine-wasm'\nexport { getDb } from '@/lib/db/database'",
  },
  {
    at: 'e2e/ok29.ts',
    source: "export { expect } from '@playwright/test'\nexport const slow = process.env.CI === 'true'",
  },
  {
    at: 'lib/engine/numerics/ok31.ts',
    source: 'export const LN2_HIGH = 6.93147180369123816490e-1\nexport const PI_HALF_HIGH = 1.5707963267341256e0',
  },
  {
    at: 'app/globals.css',
    source:
      "@import 'tailwindcss';\n\n@theme {\n  --color-page: white;\n}\n\n.still {\n  @apply p-1;\n  animation: none !important;\n}",
  },
  {
    at: 'lib/http/log.ts',
    source: "import { stderr } from 'node:process'\nexport const log = (line: string) => stderr.write(line)",
  },
  {
    at: 'lib/db/testing/global-setup.ts',
    source:
      "import { afterAll } from 'vitest'\nexport default function setup() {\n  afterAll(() => console.log('done'))\n}",
  },
  { at: 'lib/journal/test-browser.ts', source: "export { IDBFactory } from 'fake-indexeddb'" },
  {
    at: 'lib/quiz/ok32.test.ts',
    source:
      "import { expect, test } from 'vitest'\n\nasync function assert() {}\n\ntest('a property is asserted', () => {\n  assert()\n  expect(1).toBe(1)\n})",
  },
  { at: 'other.config.mjs', source: "export default { port: process.env.PORT ?? '3000' }" },
]
