/**
 * The engine's lab in a headless Firefox. Playwright drives only builds of its own, which a closed network does not have,
 * so here the page asks the questions by itself and posts the answers back.
 */
import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ISOLATED, openLab } from '@/e2e/engine-lab/open-lab'
import type { LabAnswer, LabQuestion } from '@/e2e/engine-lab/question'

const ANSWERS_WITHIN_MS = 600_000

/** A new profile that asks nothing of its user or of the network. */
const PREFERENCES = {
  'app.update.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'datareporting.policy.dataSubmissionEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'toolkit.telemetry.enabled': false,
}

const PAGE = `<!doctype html><html lang="en"><title>Engine lab</title><link rel="icon" href="data:,"><script type="module">
const ask = (question) => new Promise((resolve) => {
  const worker = new Worker('/lab.js', { type: 'module' })
  worker.onerror = ({ message }) => resolve({ problem: message })
  worker.onmessage = ({ data: { found, problem } }) => {
    worker.terminate()
    resolve(found ? { weightHash: found.weightHash, kind: found.kind } : { problem })
  }
  worker.postMessage(question)
})
const answers = []
for (const question of await (await fetch('/questions')).json()) answers.push(await ask(question))
await fetch('/answers', { method: 'POST', body: JSON.stringify({ agent: navigator.userAgent, answers }) })
</script>`

export type FirefoxAnswer = Pick<LabAnswer, 'weightHash' | 'kind'> | { problem: string }

export interface FirefoxSaid {
  /** Its user agent. */
  agent: string
  /** In the questions' order. */
  answers: FirefoxAnswer[]
}

/** Trains in Firefox what is asked. @throws Error where it does not answer in ten minutes. */
export async function askFirefox(firefox: string, questions: LabQuestion[]): Promise<FirefoxSaid> {
  let answered = (_said: FirefoxSaid): void => {}
  const said = new Promise<FirefoxSaid>((resolve) => {
    answered = resolve
  })
  const lab = await openLab((name, request, response) => {
    if (name === '/alone') response.writeHead(200, { ...ISOLATED, 'Content-Type': 'text/html' }).end(PAGE)
    else if (name === '/questions') response.writeHead(200, ISOLATED).end(JSON.stringify(questions))
    else if (name === '/answers') {
      readBody(request).then((body) => answered(JSON.parse(body)), console.error)
      response.writeHead(204, ISOLATED).end()
    } else return false
    return true
  })
  const profile = await mkdtemp(path.join(tmpdir(), 'firefox-'))
  const lines = Object.entries(PREFERENCES).map(
    (preference) => `user_pref(${preference.map((v) => JSON.stringify(v))});`,
  )
  await writeFile(path.join(profile, 'user.js'), lines.join('\n'))
  const browser = spawn(firefox, ['--headless', '--no-remote', '--profile', profile, `${lab.url}alone`], {
    stdio: 'ignore',
  })
  const gone = new Promise<never>((_, reject) => {
    browser.once('error', reject)
    browser.once('exit', (code) => reject(new Error(`Firefox ended with code ${code} before it answered.`)))
  })
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('Firefox has not answered in ten minutes.')), ANSWERS_WITHIN_MS).unref()
  })
  try {
    return await Promise.race([said, gone, late])
  } finally {
    const ended = gone.catch(() => {})
    browser.kill()
    await ended
    await lab.close()
    await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}
