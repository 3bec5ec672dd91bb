/**
 * The golden runs in JavaScript engines and on a processor that `npm test` does not meet. What is not on this machine is
 * skipped, with its name, and so is never taken for a pass.
 */
import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { LAB_BACKENDS, type LabQuestion } from '@/e2e/engine-lab/question'
import { GOLDEN_RUNS, NUMERICS } from '@/lib/engine'
import { askFirefox } from './ask-firefox'
import { findArmNode, findBun, findFirefox, type Host } from './find-hosts'

const say = (text: string) => process.stdout.write(`  ${text}\n`)

/** What `npm run engine -- hash` must say, whichever host runs it. */
const TABLE = GOLDEN_RUNS.map(({ name, weightHash }) => `${name.padEnd(28)} ${weightHash} as expected`)

const WAYS = 'twins, kernels, kernels-shared'

test.for<[string, () => Host | string]>([
  ['JavaScriptCore', findBun],
  ['ARM', findArmNode],
])('%s gives the golden runs’ weights to the last bit, on one thread', ([_name, find], { skip }) => {
  const host = find()
  if (typeof host === 'string') return skip(host)
  const command = [...host.args, 'scripts/engine.ts', 'hash', '--threads', '1']
  const env = { ...process.env, ...host.env }
  const said = execFileSync(host.command, command, { encoding: 'utf8', env })
  const [first, ...table] = said.trimEnd().split('\n')
  expect(first).toBe(`numeric spec ${NUMERICS}; ${WAYS}`)
  expect(table).toEqual(TABLE)
  say(`${host.version}: ${table.length} golden runs by ${WAYS}: as expected`)
})

test('Firefox gives the golden runs’ weights to the last bit, on 1, 2, 4 and 8 threads', async ({ skip }) => {
  const host = findFirefox()
  if (typeof host === 'string') return skip(host)
  const ways = [
    ...LAB_BACKENDS.map((backend) => ({ backend, threads: 1 })),
    ...[2, 4, 8].map((threads) => ({ backend: 'kernels-shared' as const, threads })),
  ]
  const asked = GOLDEN_RUNS.flatMap(({ name, spec, seed, weightHash }) =>
    ways.map((way) => {
      const question: LabQuestion = { spec, seed, ...way, checkpoint: null, until: null }
      return { title: `${name}, ${way.backend}, ${way.threads}`, question, weightHash }
    }),
  )
  const { agent, answers } = await askFirefox(
    host.command,
    asked.map(({ question }) => question),
  )
  expect(agent).toContain('Firefox/')
  const found = answers.map((answer, i) => ({ title: asked[i]?.title, ...answer }))
  expect(found).toEqual(
    asked.map(({ title, question, weightHash }) => {
      return { title, weightHash, kind: question.backend === 'twins' ? 'twins' : 'kernels' }
    }),
  )
  say(`${host.version}: ${GOLDEN_RUNS.length} golden runs in ${ways.length} ways: as expected`)
})
