/**
 * A PostgreSQL server of one's own, in a temporary folder, reached by a socket only:
 * nothing is installed, nothing else on the machine sees it, and it goes with its
 * folder. For tests and drills; it forgoes fsync, so it is no place for real data.
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'

/** Only the name of the socket: no port is opened. */
const PORT = 5432
const DEBIAN = '/usr/lib/postgresql'

/** The folder of `initdb` and `postgres`, the newest version first; null where PostgreSQL is not installed. */
export function findPostgresqlBinaries(): string | null {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : []
  const candidates = versions.map((version) => path.join(DEBIAN, version, 'bin'))
  const onPath = spawnSync('which', ['initdb'], { encoding: 'utf8' })
  if (onPath.status === 0) candidates.push(path.dirname(onPath.stdout.trim()))
  return candidates.find((folder) => existsSync(path.join(folder, 'initdb'))) ?? null
}

/** PostgreSQL refuses to run as root: the user that its package made, or ourselves. */
function userToRunAs(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {}
  const number = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: number('-u'), gid: number('-g') }
}

export interface ThrowawayPostgresql {
  folder: string
  /** The address of one of its databases; `postgres` exists from the start. */
  url: (database: string) => string
}

export function postgresqlIn(folder: string): ThrowawayPostgresql {
  const host = encodeURIComponent(folder)
  return { folder, url: (database) => `postgresql://postgres@localhost:${PORT}/${database}?host=${host}` }
}

/** Only an answered query shows that the server is up. */
async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1000 })
  try {
    await client.connect()
    await client.query('SELECT 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Ends the server and removes its folder when the process `owner` is gone, however it went. */
function watch(owner: number, server: number, folder: string) {
  const script = 'while kill -0 "$0" 2>/dev/null; do sleep 2; done; kill -INT "$1" 2>/dev/null; sleep 2; rm -rf "$2"'
  spawn('sh', ['-c', script, String(owner), String(server), folder], { stdio: 'ignore', detached: true }).unref()
}

/** Starts a server; it lives until `stopPostgresql` with its folder, or until the process `owner` ends. Takes about 2 s. */
export async function startPostgresql(owner = process.pid): Promise<ThrowawayPostgresql> {
  const binaries = findPostgresqlBinaries()
  if (!binaries) throw new Error('PostgreSQL is not installed: apt-get install postgresql')
  const user = userToRunAs()
  const server = postgresqlIn(mkdtempSync(path.join(tmpdir(), 'nonlinear-postgresql-')))
  const { folder } = server
  if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid)
  const data = path.join(folder, 'data')
  const initdb = [
    '-D',
    data,
    '-U',
    'postgres',
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--locale=C',
    '--no-sync',
    '--no-instructions',
  ]
  execFileSync(path.join(binaries, 'initdb'), initdb, { ...user, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] })
  const settings = [
    'listen_addresses=',
    `port=${PORT}`,
    `unix_socket_directories=${folder}`,
    'fsync=off',
    'max_connections=200',
  ].flatMap((setting) => ['-c', setting])
  const child = spawn(path.join(binaries, 'postgres'), ['-D', data, ...settings], {
    ...user,
    cwd: folder,
    stdio: 'ignore',
    detached: true,
  })
  child.unref()
  if (child.pid !== undefined) watch(owner, child.pid, folder)
  for (const end = Date.now() + 30_000; Date.now() < end; ) {
    if (await answers(server.url('postgres'))) return server
    if (child.exitCode !== null) break
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`PostgreSQL did not start in ${folder}.`)
}

/** Stops the server in `folder`, dropping its connections, and removes the folder. */
export async function stopPostgresql(folder: string): Promise<void> {
  const pidFile = path.join(folder, 'data/postmaster.pid')
  if (existsSync(pidFile)) {
    const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0])
    process.kill(pid, 'SIGINT')
    for (const end = Date.now() + 10_000; existsSync(pidFile) && Date.now() < end; ) {
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
  rmSync(folder, { recursive: true, force: true })
}
