import { accessSync, constants, existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { folderSentence, root, runStep, StartError } from './step.mjs'

function readJson(file) {
  try {
    return JSON.parse(readFileSync(path.join(root, file), 'utf8'))
  } catch {
    return null
  }
}

/**
 * Whether node_modules holds what package-lock.json asks for. npm's own note of what it
 * installed, written last, is compared; packages for other systems may be missing.
 */
export function packagesAreCurrent() {
  const wanted = readJson('package-lock.json')?.packages
  const installed = readJson('node_modules/.package-lock.json')?.packages
  if (!wanted || !installed) return false
  return Object.entries(wanted).every(([location, { version, optional, devOptional }]) => {
    if (location === '') return true
    const found = installed[location]
    return found ? found.version === version : Boolean(optional || devOptional)
  })
}

/**
 * Installs the locked packages. Not by `npm ci`: it refuses a lock file that leaves out
 * optional packages for other systems, which is what npm writes where the registry in
 * reach has only some of them. No package's own scripts run: none needs to.
 */
export async function installPackages() {
  if (packagesAreCurrent()) return
  try {
    accessSync(root, constants.W_OK)
    if (existsSync(path.join(root, 'node_modules'))) accessSync(path.join(root, 'node_modules'), constants.W_OK)
  } catch (error) {
    throw new StartError(folderSentence(root, error))
  }
  const options = [
    'install',
    '--no-save',
    '--ignore-scripts',
    '--include=dev',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]
  const npm = process.env.npm_execpath
  const [command, args] = npm ? [process.execPath, [npm, ...options]] : ['npm', options]
  await runStep('installing the packages (a minute or two, once)', command, args, { show: true })
}
