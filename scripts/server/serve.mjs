/**
 * The server: Node's http in front of Next, in one process, so that a request's address
 * can be settled before anybody reads it, and so that the end is orderly.
 */
import http from 'node:http'
import { constants } from 'node:zlib'
import compression from 'compression'
import { portSentence } from '../start/settings.mjs'
import { root, StartError } from '../start/step.mjs'
import { settleClientAddress } from './client-address.mjs'
import { endOrderly } from './orderly-end.mjs'
import { readablePath } from './readable-path.mjs'

/** How long requests under way may take to finish after SIGTERM, in ms. */
const DRAIN_MS = 10_000

/**
 * Brotli where a browser takes it: a lesson says its text twice, to the reader and to React, too far apart for gzip to
 * see (46 kB for 78). At 5 it costs no more time than gzip does.
 */
const compress = compression({ brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } } })

async function createHandler({ development, host, port, httpServer }) {
  const { default: next } = await import('next')
  const app = next({ dev: development, dir: root, hostname: host, port, httpServer })
  await app.prepare()
  return { handle: app.getRequestHandler(), close: () => app.close() }
}

/** Ends the connections that lib/db/database.ts keeps on the global object. */
async function closeDatabase() {
  const database = await globalThis.nonlinearDatabase?.catch(() => undefined)
  await database?.$disconnect()
}

/** Starts serving and arranges the end, which comes with `parent`'s, too. @returns the port, which PORT=0 leaves to the system. */
export async function serve({ development, host, parent, port, trustedProxies }) {
  let handle
  const server = http.createServer((request, response) => {
    settleClientAddress(request, trustedProxies)
    request.url = readablePath(request.url)
    compress(request, response, () => handle(request, response))
  })
  const next = await createHandler({ development, host, port, httpServer: server })
  handle = next.handle
  await new Promise((resolve, reject) => {
    server.once('error', (error) => reject(new StartError(portSentence(error, port, host))))
    server.listen(port, host, resolve)
  })

  endOrderly(server, {
    parent,
    drainMs: development ? 0 : DRAIN_MS,
    release: () => Promise.allSettled([next.close(), closeDatabase()]),
  })
  return server.address().port
}
