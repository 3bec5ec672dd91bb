import path from 'node:path'
import { defineConfig } from 'vitest/config'

const root = import.meta.dirname

const EXCLUDE = ['**/node_modules/**', '.next/**', 'data/**', '**/fixtures/**', 'bench/peers/**']
/** Left out of `npm run check`: what opens databases, trains the content's networks or starts other programs. */
const SLOW = [
  ...['app/**', 'lib/{auth,datasets/install,db,health,progress,views}/**', 'lib/journal/interleaving.test.ts'],
  ...['scripts/*.test.ts', 'scripts/{lessons,snippets}/*.test.ts'],
  ...['scripts/fences/fences.test.ts', 'scripts/server/orderly-end.test.ts'],
  ...['lib/engine/training/{all-layers,golden-runs,memory,trainer}.test.ts', 'lib/engine/lanes/same-bits.test.ts'],
  ...['lib/engine/nn/layers.test.ts', 'lib/training/hardware/node-threads.test.ts'],
  'lib/course/search/site-index.test.ts',
]

/** Tests of a property that `npm run verify` tries on more cases: they ask `inject('thorough')`. */
const THOROUGH = [
  ...['app/api/malformed-input.test.ts', 'lib/journal/interleaving.test.ts'],
  ...['lib/lab/link.test.ts', 'lib/review/fold.test.ts', 'lib/review/learner-day.test.ts'],
]

/** Modes: `test` (default), `quick` for `npm run check`, `verify` for `npm run verify`. */
export default defineConfig(({ mode }) => ({
  resolve: {
    alias: [
      { find: /^@\//, replacement: `${root}/` },
      // Next's guard against server code in the browser; meaningless in a test.
      { find: /^server-only$/, replacement: path.join(root, 'node_modules/server-only/empty.js') },
    ],
  },
  oxc: { jsx: { runtime: 'automatic' } },
  test: {
    include: mode === 'verify' ? ['**/*.verify.ts', ...THOROUGH] : ['**/*.test.{ts,tsx}'],
    exclude: mode === 'quick' ? [...EXCLUDE, ...SLOW] : EXCLUDE,
    environment: 'node',
    globalSetup: ['lib/db/testing/global-setup.ts'],
    provide: { thorough: mode === 'verify' },
    testTimeout: mode === 'verify' ? 1_800_000 : 20_000,
    hookTimeout: 60_000,
    maxWorkers: mode === 'verify' ? 1 : 2,
  },
}))
