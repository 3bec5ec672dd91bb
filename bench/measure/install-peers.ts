import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'

const folder = path.resolve(import.meta.dirname, '../peers')

/**
 * Installs the JavaScript peers from their lock file where they are not there yet. Without a network they stay away:
 * their rows are then left out, each with the reason.
 */
export function installPeers(): void {
  if (existsSync(path.join(folder, 'node_modules'))) return
  process.stderr.write('Installing the peers in bench/peers, once …\n')
  // The result is standard output's; npm talks to the terminal.
  const options = { cwd: folder, stdio: ['ignore', 2, 2] } satisfies Parameters<typeof spawnSync>[2]
  // Not `npm ci`, for the reason given in scripts/start/install.mjs.
  const { status } = spawnSync('npm', ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund'], options)
  if (status !== 0) process.stderr.write('They cannot be installed now; what needs them is left out.\n')
}
