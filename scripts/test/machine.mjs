/**
 * What the tests need from the machine and npm cannot bring: a browser and PostgreSQL.
 * Found where it is; else, as root on Debian, installed; else null.
 */
import { accessSync, constants, existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { program, run, runNode } from './run.mjs'

const CHROMIUM_NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome']
const CHROMIUM_ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

const onPath = (name) => (process.env.PATH ?? '').split(path.delimiter).map((folder) => path.join(folder, name))

/** The path of an installed Chromium or Chrome (`CHROMIUM_PATH` first), or null. */
export function findChromium() {
  const chosen = process.env.CHROMIUM_PATH?.trim()
  const candidates = [...(chosen ? [chosen] : []), ...CHROMIUM_NAMES.flatMap(onPath), ...CHROMIUM_ELSEWHERE]
  return candidates.find(isExecutable) ?? null
}

/** As lib/db/testing/throwaway-postgresql.ts looks for it. */
function hasPostgresql() {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian) : []
  const folders = versions.map((version) => path.join(debian, version, 'bin', 'initdb'))
  return [...folders, ...onPath('initdb')].some(isExecutable)
}

async function installByApt(...names) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  console.log(`  installing ${names.join(', ')} with apt …`)
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update', '-qq'], { env, timeoutMs: 180_000 })
  const { code, output } = await run('apt-get', ['install', '-y', '-qq', ...names], { env, timeoutMs: 600_000 })
  if (code !== 0) console.log(output.trim())
}

/** Whether contract tests can start a PostgreSQL; installs it when allowed. */
export async function ensurePostgresql() {
  if (!hasPostgresql()) await installByApt('postgresql')
  return hasPostgresql()
}

/** Playwright's own browser, when it has been downloaded: its path, or null. */
async function playwrightsChromium() {
  const { chromium } = await import('@playwright/test')
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : null
}

/** The path of a Chromium for the browser tests; installs one when allowed; null where nothing works. */
export async function ensureChromium() {
  const found = findChromium() ?? (await playwrightsChromium())
  if (found) return found
  console.log('  no Chromium found: trying Playwright’s own …')
  await runNode([program('@playwright/test/cli.js'), 'install', 'chromium'], { timeoutMs: 300_000 })
  const downloaded = await playwrightsChromium()
  if (downloaded) return downloaded
  await installByApt('chromium')
  return findChromium()
}

const isOnPath = (name) => onPath(name).some(isExecutable)

/**
 * Brings what scripts/hosts looks for, as far as this machine allows: Firefox, ARM's emulator and libraries from Debian;
 * bun, and Node for ARM, from npm. What cannot be had stays away, and its tests are skipped with the reason.
 */
export async function ensureOtherHosts() {
  if (!isOnPath('firefox-esr') && !isOnPath('firefox')) await installByApt('firefox-esr')
  if (process.arch === 'x64' && process.platform === 'linux') {
    const hasLibraries = existsSync('/usr/aarch64-linux-gnu/lib/libstdc++.so.6')
    if (!isOnPath('qemu-aarch64') || !hasLibraries) await installByApt('qemu-user', 'libstdc++6-arm64-cross')
    // Forced, since npm sees that the package is for another processor.
    await installHost('arm64', '--force')
  }
  await installHost('bun')
}

/** Installs what scripts/hosts/<name>/package.json asks for, once. */
async function installHost(name, ...options) {
  const folder = path.join('scripts/hosts', name)
  if (existsSync(path.join(folder, 'node_modules'))) return
  console.log(`  installing scripts/hosts/${name} …`)
  const args = ['install', '--prefix', folder, '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', ...options]
  const { code, output } = await run('npm', args, { timeoutMs: 600_000 })
  if (code !== 0) console.log(output.trim())
}
