/**
 * A server of the test's own: the real start script on a fresh database and a free port, so that a
 * story may stop it, start it again and look at what survived.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { findFreePort } from '../scripts/test/free-port.mjs'
import { realImages } from './real-images'

const READY_WITHIN_MS = 60_000

export interface Server {
  url: string
  stop(): Promise<void>
  /** Stops it for good and removes its database. */
  dispose(): Promise<void>
  start(): Promise<void>
}

export async function createOwnServer(): Promise<Server> {
  const folder = mkdtempSync(path.join(tmpdir(), 'nonlinear-e2e-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  // Also where a story is broken off before it disposes of its server.
  process.once('exit', remove)
  const port = await findFreePort()
  let child: ChildProcess | null = null

  async function end(signal: NodeJS.Signals) {
    const ending = child
    child = null
    if (!ending || ending.exitCode !== null) return
    const gone = new Promise((resolve) => ending.once('exit', resolve))
    ending.kill(signal)
    await gone
  }

  return {
    url: `http://localhost:${port}`,
    stop: () => end('SIGTERM'),
    async dispose() {
      await end('SIGTERM')
      remove()
      process.off('exit', remove)
    },
    async start() {
      child = spawn(process.execPath, ['scripts/start.mjs'], {
        env: {
          ...process.env,
          ...(realImages ? { CIFAR10_DIR: realImages } : {}),
          PORT: String(port),
          DATABASE_URL: `file:${path.join(folder, 'nonlinear.db')}`,
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      await untilReady(child)
    },
  }
}

function untilReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = ''
    const timer = setTimeout(() => reject(new Error(`The server was not ready in time:\n${output}`)), READY_WITHIN_MS)
    const listen = (chunk: Buffer) => {
      output += chunk.toString()
      if (!output.includes('ready on ')) return
      clearTimeout(timer)
      resolve()
    }
    child.stdout?.on('data', listen)
    child.stderr?.on('data', listen)
    child.once('exit', (code) => {
      clearTimeout(timer)
      reject(new Error(`The server stopped with code ${code}:\n${output}`))
    })
  })
}
