/**
 * `npm test`: everything that a change must keep true, from formatting to a browser on
 * the built server; ends with one line `N passed, N failed, N skipped`. `--quick` (npm
 * run check) leaves out the build, the browser and slow tests; `--verify` runs only what
 * needs long or quiet measuring (files named *.verify.ts).
 */
import process from 'node:process'

const started = Date.now()
const { clientsAreCurrent, generateClients } = await import('./generate.mjs')
const { installPackages } = await import('./start/install.mjs')
const { buildKernels } = await import('./start/kernels.mjs')
const { root } = await import('./start/step.mjs')
const { buildWorker } = await import('./start/worker.mjs')
process.chdir(root)

await installPackages()
if (!clientsAreCurrent()) await generateClients()
await buildKernels()
await buildWorker()

const phases = await import('./test/phases.mjs')
const { Tally } = await import('./test/tally.mjs')
const tally = new Tally()

async function phase(title, work) {
  const since = Date.now()
  console.log(`\n── ${title}`)
  const result = await work()
  console.log(`   ${((Date.now() - since) / 1000).toFixed(1)} s`)
  return result
}

if (process.argv.includes('--verify')) {
  await phase('production build', () => phases.build(tally))
  await phase('other JavaScript engines', () => phases.otherHosts())
  await phase('long checks', () => phases.vitest(tally, 'verify'))
} else {
  const quick = process.argv.includes('--quick')
  await phase('format and lint', () => phases.formatAndLint(tally))
  await phase('types', () => phases.types(tally))
  await phase(quick ? 'unit tests' : 'unit, contract and content tests', () =>
    phases.vitest(tally, quick ? 'quick' : 'test'),
  )
  if (!quick) {
    const built = await phase('production build', () => phases.build(tally))
    if (built) await phase('browser tests', () => phases.browser(tally))
    else console.log('\n── browser tests: not run, since there is no build')
  }
}

console.log(`\n${((Date.now() - started) / 1000).toFixed(0)} s`)
process.exitCode = tally.close({ ci: process.env.CI === 'true' || process.env.CI === '1' })
