/**
 * The parts of `npm test`, each telling the tally what it found. A part prints its own
 * progress; what fails is shown in full.
 */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { buildPages } from '../start/build.mjs'
import { root, StartError } from '../start/step.mjs'
import { findFreePort } from './free-port.mjs'
import { ensureChromium, ensureOtherHosts, ensurePostgresql } from './machine.mjs'
import { countPlaywright, countVitest } from './reports.mjs'
import { program, runNode } from './run.mjs'

const REPORT = path.join(root, 'test-results/report.json')
const COLOURS = `--colors=${process.stdout.isTTY ? 'force' : 'off'}`

/** One command that passes or fails as a whole. */
async function check(tally, label, args) {
  const { code, output } = await runNode(args)
  if (code === 0) {
    tally.add({ passed: 1 })
    return
  }
  console.log(output.trimEnd())
  tally.add({ failed: 1, failures: [label] })
}

export async function formatAndLint(tally) {
  await check(tally, 'biome', [program('@biomejs/biome/bin/biome'), 'ci', '--max-diagnostics=50', COLOURS, '.'])
}

export async function types(tally) {
  // Declares Next's own types and those of our routes; a clean clone has neither.
  const { code, output } = await runNode([program('next/dist/bin/next'), 'typegen'], {
    env: { NEXT_TELEMETRY_DISABLED: '1' },
  })
  if (code !== 0) console.log(output.trimEnd())
  const narrower = readdirSync(path.join(root, 'lib')).map((folder) => `lib/${folder}/tsconfig.json`)
  const projects = ['tsconfig.json', ...narrower.filter((file) => existsSync(path.join(root, file)))]
  for (const project of projects) {
    await check(tally, project, [program('typescript/bin/tsc'), '--noEmit', '--pretty', 'false', '-p', project])
  }
}

/** Runs a test runner that writes the report, and reads its counts. A run that breaks off has failed. */
async function runReported(tally, args, env, readCounts) {
  rmSync(REPORT, { force: true })
  const { code } = await runNode(args, { live: true, env })
  const counts = existsSync(REPORT) ? readCounts(JSON.parse(readFileSync(REPORT, 'utf8'))) : { failed: 0 }
  if (code !== 0 && counts.failed === 0) Object.assign(counts, { failed: 1, failures: [`${args[0]} broke off`] })
  tally.add(counts)
}

/** `mode` is vitest.config.ts's: 'test', 'quick' or 'verify'. */
export async function vitest(tally, mode) {
  if (mode !== 'quick' && !(await ensurePostgresql()))
    tally.skip('the data layer on PostgreSQL, which is not installed (apt-get install postgresql)')
  const args = [
    ...[program('vitest/vitest.mjs'), 'run', '--mode', mode, '--passWithNoTests'],
    ...['--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`],
  ]
  await runReported(tally, args, {}, countVitest)
}

/** Brings what the long checks hash in; they say themselves what is not there. */
export const otherHosts = () => ensureOtherHosts()

/** @returns whether there is a build to go on with. */
export async function build(tally) {
  try {
    await buildPages()
    tally.add({ passed: 1 })
    return true
  } catch (error) {
    console.log(error instanceof StartError ? `  ${error.message}` : error)
    tally.add({ failed: 1, failures: ['the production build'] })
    return false
  }
}

export async function browser(tally) {
  const chromium = await ensureChromium()
  if (!chromium) {
    tally.skip('all browser tests: no Chromium or Chrome was found, and none could be installed')
    return
  }
  for (const [project, workers] of Object.entries({ 'side-by-side': 2, alone: 1 })) {
    const args = [
      ...[program('@playwright/test/cli.js'), 'test', '--pass-with-no-tests', '--reporter=list,json'],
      ...['--project', project, '--workers', String(workers)],
    ]
    const env = {
      CHROMIUM_PATH: chromium,
      E2E_PORT: process.env.E2E_PORT || String(await findFreePort()),
      E2E_OUTPUT: `test-results/${project}`,
      PLAYWRIGHT_JSON_OUTPUT_NAME: REPORT,
      NEXT_TELEMETRY_DISABLED: '1',
    }
    await runReported(tally, args, env, countPlaywright)
  }
}
