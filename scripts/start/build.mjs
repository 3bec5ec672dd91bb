import { createHash } from 'node:crypto'
import { accessSync, constants, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { writeScriptHashes } from '../server/script-hashes.mjs'
import { rewritePages } from '../server/scripts-after-paint.mjs'
import { cutFonts } from './fonts.mjs'
import { folderSentence, root, runStep, StartError } from './step.mjs'

/** Everything a build reads; a missing one is fine. Tests and generated clients are left out below. */
const SOURCES = [
  ...['app', 'components', 'content', 'lib', 'public', 'prisma/schema.prisma', 'scripts/server'],
  ...['proxy.ts', 'mdx-components.tsx', 'next.config.mjs', 'postcss.config.mjs', 'tsconfig.json'],
  ...['package.json', 'package-lock.json'],
]
const LEFT_OUT = /(\.(test|verify)\.tsx?$|[\\/]generated$|[\\/]testing$|[\\/]fixtures$)/
/** Settings that end up in prerendered pages. */
const SETTINGS = ['NONLINEAR_ENV', 'AUTH_URL']

const stampFile = path.join(root, '.next/nonlinear-build')

function* filesUnder(location) {
  if (LEFT_OUT.test(location) || !existsSync(location)) return
  let entries
  try {
    entries = readdirSync(location, { withFileTypes: true })
  } catch {
    yield location
    return
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const child = path.join(location, entry.name)
    if (entry.isDirectory()) yield* filesUnder(child)
    else if (!LEFT_OUT.test(child)) yield child
  }
}

/** One hash over the names and contents of all sources, and over what else a build depends on. */
export function fingerprintSources() {
  const hash = createHash('sha256').update(process.versions.node.split('.')[0] ?? '')
  for (const name of SETTINGS) hash.update(`\0${name}=${process.env[name] ?? ''}`)
  for (const source of SOURCES) {
    for (const file of filesUnder(path.join(root, source))) {
      const contents = readFileSync(file)
      hash.update(`\0${path.relative(root, file)}\0${contents.length}\0`).update(contents)
    }
  }
  return hash.digest('hex')
}

export function buildIsCurrent() {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === fingerprintSources()
}

/** Builds the pages when a source changed since the last build that went through. */
export async function buildPages() {
  await cutFonts()
  if (buildIsCurrent()) return
  const folder = path.join(root, '.next')
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
    rmSync(stampFile, { force: true })
  } catch (error) {
    throw new StartError(folderSentence(folder, error))
  }
  const fingerprint = fingerprintSources()
  const next = path.join(root, 'node_modules/next/dist/bin/next')
  await runStep('building the pages (a minute or so, when sources changed)', process.execPath, [next, 'build'], {
    env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    show: true,
  })
  rewritePages(folder)
  writeScriptHashes(folder)
  writeFileSync(stampFile, fingerprint)
}
