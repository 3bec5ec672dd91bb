import { spawn } from 'node:child_process'
import { root } from '../start/step.mjs'

/** A package's program, run by this Node: no shell, and no npx that might ask the network. */
export const program = (file) => `${root}/node_modules/${file}`

/**
 * Runs a command in the root. `live` passes its output on as it comes; otherwise it is
 * returned. Never throws for a failure: what it means is the caller's to say.
 */
export function run(command, args, { env = {}, live = false, timeoutMs = 0 } = {}) {
  return new Promise((resolve) => {
    const stdio = live ? 'inherit' : ['ignore', 'pipe', 'pipe']
    const child = spawn(command, args, { cwd: root, env: { ...process.env, ...env }, stdio, timeout: timeoutMs })
    let output = ''
    child.stdout?.on('data', (chunk) => (output += chunk))
    child.stderr?.on('data', (chunk) => (output += chunk))
    child.on('error', (error) => resolve({ code: 1, output: `${command}: ${error.message}` }))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

export const runNode = (args, options) => run(process.execPath, args, options)
