import { spawn } from 'node:child_process'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

export const root = path.resolve(fileURLToPath(import.meta.url), '../../..')

/** Something a person can put right; the message is one sentence, and no stack is shown. */
export class StartError extends Error {}

/** What went wrong with a file or folder, as a sentence that names it. */
export function folderSentence(folder, error) {
  const reasons = {
    EACCES: 'permission denied',
    EPERM: 'not permitted',
    EROFS: 'it is read-only',
    ENOSPC: 'no space is left',
  }
  const reason = reasons[error.code] ?? error.message
  return `The folder ${folder} cannot be written (${reason}): make it writable for this user, or start as another.`
}

export function say(text) {
  console.log(`· ${text}`)
}

const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`

/**
 * Runs a command in the root, saying what is done and how long it took. With `show` its
 * output appears, indented, as it comes; otherwise only when it fails. With `explains`
 * the command is ours, and what it writes to stderr is the sentence for a person.
 */
export async function runStep(label, command, args, { env = {}, show = false, explains = false } = {}) {
  const since = Date.now()
  say(`${label} …`)
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output = { all: '', errors: '' }
  const print = (chunk) => show && process.stdout.write(String(chunk).replace(/^(?=.)/gm, '    '))
  child.stdout.on('data', (chunk) => {
    output.all += chunk
    print(chunk)
  })
  child.stderr.on('data', (chunk) => {
    output.all += chunk
    output.errors += chunk
    if (!explains) print(chunk)
  })
  const code = await new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  })
  if (code !== 0) {
    if (explains) throw new StartError(output.errors.trim())
    if (!show) process.stderr.write(output.all)
    throw new StartError(`${label}: failed, see above.`)
  }
  say(`${label}: done in ${seconds(since)}`)
}
