import { existsSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { buildPages } from './build.mjs'
import { cutFonts } from './fonts.mjs'
import { installPackages } from './install.mjs'
import { buildKernels } from './kernels.mjs'
import { checkPort, keepAuthSecret, readSettings } from './settings.mjs'
import { root, runStep, StartError, say } from './step.mjs'
import { buildWorker, watchWorker } from './worker.mjs'

async function prepareDatabase() {
  const { clientsAreCurrent, generateClients } = await import('../generate.mjs')
  if (!clientsAreCurrent()) {
    say('generating the database clients …')
    await generateClients()
  }
  await runStep('bringing the database up to date', process.execPath, ['--import', 'tsx', 'scripts/migrate.ts'], {
    show: true,
    explains: true,
  })
}

/** Every step of the start, in order; each does nothing where nothing has changed. */
async function prepare({ development }) {
  const settings = readSettings()
  await checkPort(settings)
  if (!settings.production) keepAuthSecret()
  await installPackages()
  await prepareDatabase()
  await buildKernels()
  if (development) {
    await cutFonts()
    await watchWorker()
  } else {
    await buildWorker()
    await buildPages()
  }
  return settings
}

/** Without CIFAR-10 everything works, on drawn images: whoever starts the server should know. */
function sayWhichImages() {
  const folder = process.env.CIFAR10_DIR?.trim() || 'data/cifar10'
  if (existsSync(path.resolve(root, folder, 'test_batch.bin'))) return
  say(
    `${folder} has no CIFAR-10: lessons train on drawn stand-ins and say so (npm run data:cifar10 gets the real images)`,
  )
}

/** `parent` is the process that started this one; it may be gone before there is anything to serve. */
export async function launch({ development, parent }) {
  process.chdir(root)
  try {
    const settings = await prepare({ development })
    // What Next reads at its first import; also keeps it from asking the network.
    process.env.NODE_ENV = development ? 'development' : 'production'
    process.env.NEXT_TELEMETRY_DISABLED = '1'
    const server = pathToFileURL(path.join(root, 'scripts/server/serve.mjs')).href
    const { serve } = await import(server)
    const port = await serve({ ...settings, development, parent })
    sayWhichImages()
    console.log(`ready on http://localhost:${port}`)
  } catch (error) {
    console.error(error instanceof StartError ? error.message : error)
    process.exit(1)
  }
}
