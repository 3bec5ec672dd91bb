import { type ChildProcess, spawn } from 'node:child_process'
import { afterEach, expect, test } from 'vitest'

/** As npm starts it: a shell between, which dies of the first signal. */
const SHELL = ['-c', 'node scripts/server/testing/slow-server.mjs; exit $?']

const started: ChildProcess[] = []
afterEach(() => {
  for (const { pid } of started.splice(0)) {
    try {
      if (pid !== undefined) process.kill(-pid, 'SIGKILL')
    } catch {
      // All of the group has ended.
    }
  }
})

/** The group's number and the server's answer, of which the beginning has arrived. */
async function startBusyServer() {
  const shell = spawn('sh', SHELL, {
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, npm_lifecycle_event: 'start' },
  })
  started.push(shell)
  const port = await new Promise<string>((resolve) => {
    let output = ''
    shell.stdout.on('data', (chunk) => {
      output += chunk
      const [, found] = /port (\d+)/.exec(output) ?? []
      if (found) resolve(found)
    })
  })
  const response = await fetch(`http://127.0.0.1:${port}`)
  const closed = new Promise((resolve) => shell.stdout.once('close', resolve))
  const group = shell.pid ?? 0
  return { answer: () => response.text(), closed, kill: (who: number) => process.kill(who, 'SIGTERM'), group, port }
}

test('end: a signal to the whole group, told twice, lets a request under way finish', async () => {
  const { answer, closed, kill, group, port } = await startBusyServer()
  kill(-group)
  await new Promise((resolve) => setTimeout(resolve, 50))
  kill(-group)
  expect(await answer()).toBe('begun, finished')
  await closed
  await expect(fetch(`http://127.0.0.1:${port}`)).rejects.toThrow()
})

test('end: the server goes with npm, though nobody tells it, and finishes what is under way', async () => {
  const { answer, closed, kill, group } = await startBusyServer()
  kill(group)
  expect(await answer()).toBe('begun, finished')
  await closed
})
