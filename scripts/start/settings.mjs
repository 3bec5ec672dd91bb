/**
 * What the launcher itself has to know before anything is installed. lib/env.ts reads
 * the same variables again, all of them and more strictly.
 */
import { randomBytes } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import process from 'node:process'
import { folderSentence, root, StartError } from './step.mjs'

function wholeNumber(name, fallback, high) {
  const text = process.env[name]?.trim()
  if (!text) return fallback
  const number = Number(text)
  if (/^\d+$/.test(text) && number <= high) return number
  throw new StartError(`The environment variable ${name} is '${text}', but must be a whole number from 0 to ${high}.`)
}

/** Browsers send `Sec-Fetch-Site`, which every write needs, only to https and to their own machine. */
function refusePlainHttp(address) {
  const { protocol, hostname } = URL.canParse(address) ? new URL(address) : {}
  if (protocol !== 'http:' || /^(?:(?:.+\.)?localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname)) return
  throw new StartError(
    `The environment variable AUTH_URL is ${address}, but over plain http browsers do not say which site a request comes from, so that the server would refuse every write: put an https proxy in front, and set AUTH_URL to its https:// address.`,
  )
}

/** Reads the environment, and `.env` where it exists: what is set already wins. */
export function readSettings() {
  const file = path.join(root, '.env')
  if (existsSync(file)) process.loadEnvFile(file)
  const mode = process.env.NONLINEAR_ENV?.trim() || 'development'
  if (mode !== 'development' && mode !== 'production') {
    throw new StartError(
      `The environment variable NONLINEAR_ENV is '${mode}', but must be 'development' or 'production'.`,
    )
  }
  const production = mode === 'production'
  if (production) {
    const missing = ['AUTH_SECRET', 'AUTH_URL'].filter((name) => !process.env[name]?.trim())
    if (missing.length > 0) {
      throw new StartError(
        `With NONLINEAR_ENV=production these environment variables must be set: ${missing.join(', ')}.`,
      )
    }
    refusePlainHttp(process.env.AUTH_URL.trim())
  }
  return {
    production,
    port: wholeNumber('PORT', 3000, 65_535),
    // Shells set HOST to the machine's name: outside production it opens nothing.
    host: production ? process.env.HOST?.trim() || '0.0.0.0' : '127.0.0.1',
    trustedProxies: wholeNumber('TRUSTED_PROXIES', 0, 10),
  }
}

/**
 * Writes a new secret into `file`, whole or not at all: a crash half-way leaves no empty
 * secret. Where another start was first, its secret stays.
 */
function makeSecret(file) {
  const draft = `${file}-${process.pid}`
  try {
    writeFileSync(draft, randomBytes(33).toString('base64'), { mode: 0o600, flush: true })
    linkSync(draft, file)
  } catch (error) {
    // Some file systems have no links.
    if (error.syscall === 'link' && error.code !== 'EEXIST') renameSync(draft, file)
    else if (error.code !== 'EEXIST') throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

/** Outside production the secret is made once and kept, readable by this user only. */
export function keepAuthSecret(folder = path.join(root, 'data')) {
  if (process.env.AUTH_SECRET?.trim()) return
  const file = path.join(folder, 'auth-secret')
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    if (!existsSync(file)) makeSecret(file)
    process.env.AUTH_SECRET = readFileSync(file, 'utf8').trim()
  } catch (error) {
    throw new StartError(folderSentence(folder, error))
  }
  if (!process.env.AUTH_SECRET) throw new StartError(`The file ${file} is empty: delete it, and start again.`)
}

/** Fails early, before minutes of building, where nobody can listen. */
export async function checkPort({ port, host }) {
  const probe = net.createServer()
  await new Promise((resolve, reject) => {
    probe.once('error', (error) => reject(new StartError(portSentence(error, port, host))))
    probe.listen(port, host, () => probe.close(resolve))
  })
}

/** Why a server cannot listen, as a sentence. */
export function portSentence(error, port, host) {
  switch (error.code) {
    case 'EADDRINUSE':
      return `Port ${port} is taken by another program: stop that, or choose another port with PORT=${port + 1} npm start.`
    case 'EACCES':
      return `Port ${port} may not be used by this user: choose one above 1023, such as PORT=3000 npm start.`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `HOST=${host} is no address of this machine: use 127.0.0.1 for this machine only, 0.0.0.0 for all.`
    default:
      return `The server cannot listen on ${host}:${port} (${error.message}).`
  }
}
