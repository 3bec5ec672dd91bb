/**
 * The end of the server: who may ask for it, and what is finished first. It knows Node's
 * http server and nothing of Next.
 */
import process from 'node:process'
import { say } from '../start/step.mjs'

/**
 * A signal to our whole group (systemd, Ctrl-C) reaches us twice: npm passes its own on.
 * What comes later than this, in ms, is somebody's impatience.
 */
const SAME_SIGNAL_MS = 1_000

/**
 * npm passes SIGTERM on to the shell between us, which dies of it and tells nobody: the
 * change of our parent does. @returns what ends the watch.
 */
function onLosingNpm(parent, end) {
  if (!process.env.npm_lifecycle_event) return () => undefined
  const watch = setInterval(() => {
    if (process.ppid !== parent) end()
  }, 250)
  watch.unref()
  return () => clearInterval(watch)
}

/**
 * Arranges that `server` ends with SIGTERM, SIGINT or the end of npm: requests under way
 * have `drainMs` to finish, then `release` has 2 s. A second signal ends it at once.
 * `parent` is the process that started us.
 */
export function endOrderly(server, { parent, drainMs, release }) {
  let since = null
  async function end(reason) {
    if (since !== null) {
      if (Date.now() - since > SAME_SIGNAL_MS) process.exit(1)
      return
    }
    since = Date.now()
    stopWatching()
    say(`${reason}: finishing what is under way`)
    server.prependListener('request', (_request, response) => response.setHeader('Connection', 'close'))
    const idle = setInterval(() => server.closeIdleConnections(), 100)
    const late = setTimeout(() => server.closeAllConnections(), drainMs)
    await new Promise((resolve) => server.close(resolve))
    clearInterval(idle)
    clearTimeout(late)
    await Promise.race([release(), new Promise((resolve) => setTimeout(resolve, 2000))])
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => end(signal))
  const stopWatching = onLosingNpm(parent, () => end('npm has ended'))
}
